import type { OperatorCommand } from '../../shared/protocol/operator-command.ts';
import { ConfirmBar } from './confirm-bar.tsx';
import { useDesk } from './desk-context.tsx';
import type { Control } from './desk-store.ts';
import { ReasonForm } from './reason-form.tsx';
import { useWords } from './use-words.ts';

type ReasonedActProps = {
  readonly control: Control;
  readonly about: string;
  readonly label: string;
  readonly presets: readonly string[];
  readonly submitLabel: string;
  readonly question: string;
  readonly command: (reason: string) => OperatorCommand;
  readonly onCancel: () => void;
};

/** An act that takes a reason and then a second press. */
export function ReasonedAct(props: ReasonedActProps) {
  const { t } = useWords();
  const arm = useDesk((desk) => desk.arm);
  const { control, about } = props;
  return (
    <>
      <ReasonForm
        key={about}
        label={props.label}
        presets={props.presets}
        submitLabel={props.submitLabel}
        onCancel={props.onCancel}
        onSubmit={(reason) => arm(control, about, props.command(reason))}
      />
      <ConfirmBar
        control={control}
        about={about}
        question={props.question}
        confirmLabel={t('confirm')}
        cancelLabel={t('cancel')}
      />
    </>
  );
}
