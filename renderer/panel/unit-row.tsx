import type { UnitView } from '../../shared/views/view-sections.ts';
import { useLanguage } from '../i18n/language.ts';
import { Icon } from '../ui/icon.tsx';
import paper from './paper.module.css';
import styles from './scoring.module.css';

type RowProps = {
  readonly unit: UnitView;
  readonly isOpen: boolean;
  /** Its total, or how many marks are left. */
  readonly text: string;
  readonly open: () => void;
};

/** A unit that opens into its criteria. */
export function UnitRow({ unit, isOpen, text, open }: RowProps) {
  const { localise } = useLanguage();
  return (
    <li className={styles.item}>
      <button
        type="button"
        className={`${styles.row} ${paper.unitRow} ${isOpen ? paper.openUnit : ''}`}
        aria-expanded={isOpen}
        onClick={open}
      >
        <span className={styles.name}>{localise(unit.name)}</span>
        <span className={paper.unitText}>{text}</span>
        <Icon name={isOpen ? 'arrowDown' : 'chevron'} />
      </button>
    </li>
  );
}

/** A unit that takes nothing, and why. */
export function ClosedUnit({ unit, why }: { readonly unit: UnitView; readonly why: string }) {
  const { localise } = useLanguage();
  return (
    <li className={styles.item}>
      <p className={`${styles.row} ${paper.closed}`}>
        <span className={styles.name}>{localise(unit.name)}</span>
        <span className={styles.maximum}>{why}</span>
      </p>
    </li>
  );
}
