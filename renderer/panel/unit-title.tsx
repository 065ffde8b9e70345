import type { AttemptView, UnitView } from '../../shared/views/view-sections.ts';
import { useLanguage } from '../i18n/language.ts';
import styles from './scoring.module.css';

type TitleProps = { readonly unit: UnitView; readonly attempt: AttemptView | undefined };

/** What a paper is about: the unit, and the attempt of it, which a long name must not hide. */
export function UnitTitle({ unit, attempt }: TitleProps) {
  const { localise } = useLanguage();
  if (!attempt) return localise(unit.name);
  return (
    <span className={styles.ofAttempt}>
      <span className={styles.ofUnit}>{localise(unit.name)}</span>{' '}
      <span className={styles.attempt}>{localise(attempt.name)}</span>
    </span>
  );
}
