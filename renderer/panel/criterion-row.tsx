import { useTranslation } from 'react-i18next';
import type { MarkCell } from '../ballot-paper/paper.ts';
import { useLanguage } from '../i18n/language.ts';
import styles from './scoring.module.css';

type RowProps = {
  readonly row: number;
  readonly criterion: MarkCell;
  readonly mark: string;
  readonly isCurrent: boolean;
  /** The next digit replaces the mark, which is drawn as selected text. */
  readonly isFresh: boolean;
  readonly select: () => void;
};

/** One criterion with its mark; the current one takes the keys. */
export function CriterionRow({ row, criterion, mark, isCurrent, isFresh, select }: RowProps) {
  const { t } = useTranslation('panel');
  const { localise } = useLanguage();
  const state = isCurrent ? (isFresh && mark !== '' ? styles.replacing : styles.typing) : '';
  return (
    <li className={styles.item}>
      <button
        type="button"
        className={`${styles.row} ${isCurrent ? styles.current : ''}`}
        aria-current={isCurrent}
        data-row={row}
        onClick={select}
      >
        <span className={styles.name}>{localise(criterion.name)}</span>
        <span className={styles.maximum}>
          {t(criterion.isPlace ? 'ofPlaces' : 'outOf', { maximum: criterion.maximum })}
        </span>
        <span className={`${styles.mark} ${mark === '' ? styles.empty : ''} ${state}`}>
          <span>{mark === '' && !isCurrent ? t('notYet') : mark}</span>
        </span>
      </button>
    </li>
  );
}
