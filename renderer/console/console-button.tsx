import { Icon, type IconName } from '../ui/icon.tsx';
import { classes } from './classes.ts';
import styles from './controls.module.css';
import { useSurroundings } from './desk-context.tsx';
import { KeyCap } from './key-cap.tsx';
import type { KeyIntent } from './keys.ts';
import { useKey } from './use-key.ts';
import { useWords } from './use-words.ts';

type ConsoleButtonProps = {
  readonly label: string;
  /** What is read out where the label alone doesn't say it: of which row. */
  readonly name?: string;
  readonly onPress: () => void;
  readonly intent?: KeyIntent;
  readonly icon?: IconName;
  readonly isOn?: boolean;
  readonly isSmall?: boolean;
  readonly isPlain?: boolean;
  /** Shows the icon alone; the label is what is read out and what hovering shows. */
  readonly isIconOnly?: boolean;
  /** Works while nothing can be stored: freeze, blackout, and what changes this page only. */
  readonly isAlwaysThere?: boolean;
  /** In words why it doesn't act now; the button is dashed. */
  readonly blockedBy?: string | null;
};

/** A button with its key printed on it: the key that is printed is the key that presses it. While the host can't store commands it is dashed and does nothing. */
export function ConsoleButton(props: ConsoleButtonProps) {
  const {
    label,
    name,
    onPress,
    intent,
    icon,
    isOn,
    isSmall,
    isPlain,
    isIconOnly = false,
    isAlwaysThere = false,
    blockedBy = null,
  } = props;
  const { stoppedBy } = useSurroundings();
  const { t } = useWords();
  const reason = blockedBy ?? (stoppedBy && !isAlwaysThere ? t(`stopped.${stoppedBy}`) : null);
  const press = () => reason === null && onPress();
  useKey(intent ?? null, press);
  return (
    <button
      type="button"
      className={classes(
        styles.button,
        isSmall && styles.small,
        isPlain && styles.plain,
        isOn && styles.on,
        reason !== null && styles.dashed,
      )}
      aria-disabled={reason !== null}
      aria-pressed={isOn}
      title={reason ?? (isIconOnly ? label : name)}
      aria-label={name ?? (isIconOnly ? label : undefined)}
      onClick={press}
    >
      {icon && <Icon name={icon} />}
      {!isIconOnly && <span className={styles.buttonLabel}>{label}</span>}
      {intent && <KeyCap intent={intent} />}
    </button>
  );
}
