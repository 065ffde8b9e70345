import type { OperatorCommand } from '../../shared/protocol/operator-command.ts';
import { useDesk } from './desk-context.tsx';
import type { Control } from './desk-store.ts';
import { ReasonForm } from './reason-form.tsx';
import styles from './seats.module.css';
import { useWords } from './use-words.ts';

/** Why something that was decided is taken back: it goes into the log and the changelog. */
export function WithdrawalReason({
  control,
  subject,
  command,
  onClose,
}: {
  readonly control: Control;
  /** What is taken back, in words. */
  readonly subject: string;
  readonly command: (reason: string) => OperatorCommand;
  readonly onClose: () => void;
}) {
  const { t } = useWords();
  const order = useDesk((desk) => desk.order);
  return (
    <div className={styles.withdrawal}>
      <ReasonForm
        label={t('withdrawal.reason', { subject })}
        presets={[t('withdrawal.mistaken'), t('withdrawal.arrived'), t('countState.chairDecided')]}
        submitLabel={t('withdrawal.submit')}
        onCancel={onClose}
        onSubmit={(reason) =>
          void order(control, command(reason)).then((outcome) => outcome === 'accepted' && onClose())
        }
      />
    </div>
  );
}
