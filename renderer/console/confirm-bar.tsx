import { Icon } from '../ui/icon.tsx';
import { ConsoleButton } from './console-button.tsx';
import styles from './controls.module.css';
import { useDesk } from './desk-context.tsx';
import type { Control } from './desk-store.ts';

type ConfirmBarProps = {
  readonly control: Control;
  readonly about: string;
  readonly question: string;
  readonly confirmLabel: string;
  readonly cancelLabel: string;
  /** For what is done to a closed event. */
  readonly isAlwaysThere?: boolean;
};

/** What a first press has armed, in words, with the second press beside it; nothing while it isn't armed. */
export function ConfirmBar(props: ConfirmBarProps) {
  const { control, about, question, confirmLabel, cancelLabel, isAlwaysThere = false } = props;
  const armed = useDesk((desk) => desk.armed);
  const confirm = useDesk((desk) => desk.confirm);
  const disarm = useDesk((desk) => desk.disarm);
  if (armed?.control !== control || armed.about !== about) return null;
  return (
    <div className={styles.confirm} role="alert">
      <span className={styles.attention}>
        <Icon name="warning" />
      </span>
      <b>{question}</b>
      <ConsoleButton
        isSmall
        isOn
        isAlwaysThere={isAlwaysThere}
        label={confirmLabel}
        intent="confirm"
        onPress={confirm}
      />
      <ConsoleButton isSmall isAlwaysThere label={cancelLabel} intent="cancel" onPress={disarm} />
    </div>
  );
}
