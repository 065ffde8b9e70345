import { useDesk } from '../desk-context.tsx';
import { useWords } from '../use-words.ts';
import styles from './number.module.css';
import { type NumberTarget, targetText } from './number-target.ts';

/** A number of the result that opens into its reasons. */
export function NumberButton({
  value,
  unitName,
  what,
  ...target
}: NumberTarget & { readonly value: string; readonly unitName: string; readonly what: string }) {
  const { t } = useWords();
  const openDrawer = useDesk((desk) => desk.openDrawer);
  const title = t('number.open', { unit: unitName, what });
  return (
    <button
      type="button"
      className={styles.number}
      title={title}
      aria-label={`${value}, ${title}`}
      onClick={() => openDrawer('number', targetText(target))}
    >
      {value}
    </button>
  );
}
