import { useTranslation } from 'react-i18next';
import type { UnitView } from '../../../shared/views/view-sections.ts';
import { isRecused } from '../../ballot-paper/paper.ts';
import { useLanguage } from '../../i18n/language.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from '../paper.module.css';
import type { SectionProps } from './section.tsx';

type TileProps = Pick<SectionProps, 'paper' | 'ballot' | 'values'> & {
  readonly unit: UnitView;
  readonly isSelected: boolean;
  /** What stands in its disc: a place, or `tick`; null while it has none. */
  readonly mark: string | null;
  /** The mark in words. */
  readonly spoken: string;
  readonly tap: () => void;
};

/** A unit on a paper that compares units; one that takes nothing says so and can't be tapped. */
export function UnitTile({ paper, ballot, values, unit, isSelected, mark, spoken, tap }: TileProps) {
  const { t } = useTranslation('panel');
  const { localise } = useLanguage();
  const name = localise(unit.name);
  const isClosed = paper.notOn.includes(unit.id);
  if (isClosed || isRecused(paper, ballot, unit.id, values)) {
    return (
      <li>
        <p className={`${styles.tile} ${styles.closed}`}>
          <span className={styles.tileName}>{name}</span>
          <span className={styles.why}>{t(isClosed ? 'notYours' : 'recused')}</span>
        </p>
      </li>
    );
  }
  return (
    <li>
      <button
        type="button"
        className={`${styles.tile} ${mark === null ? '' : styles.taken} ${isSelected ? styles.selected : ''}`}
        aria-pressed={mark !== null}
        aria-label={spoken === '' ? name : `${name} ${spoken}`}
        onClick={tap}
      >
        <span className={styles.tileName}>{name}</span>
        {mark !== null && (
          <span className={styles.place}>{mark === 'tick' ? <Icon name="tick" /> : mark}</span>
        )}
      </button>
    </li>
  );
}
