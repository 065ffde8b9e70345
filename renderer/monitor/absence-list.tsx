import { useTranslation } from 'react-i18next';
import type { AbsenceView } from '../../shared/views/monitor-view.ts';
import { useLanguage } from '../i18n/language.ts';
import { timeOfDay } from '../ui/time-of-day.ts';
import styles from './monitor.module.css';

function Absence({ absence }: { readonly absence: AbsenceView }) {
  const { t } = useTranslation('monitor');
  const { localise } = useLanguage();
  const { seat, left, back, missed } = absence;
  const units = missed.map((unit) => localise(unit)).join(t('comma'));
  return (
    <li className={styles.row}>
      <p className={styles.rowHead}>
        <b>{t('rounds.seat', { seat })}</b>
        <span className={styles.aside}>
          {back
            ? t('absences.fromTo', { from: timeOfDay(left.wall, true), to: timeOfDay(back.wall, true) })
            : t('absences.from', { from: timeOfDay(left.wall, true) })}
        </span>
        <span className={back ? styles.chip : styles.liveChip}>
          {t(back ? 'absences.back' : 'absences.away')}
        </span>
      </p>
      <p className={styles.rowMore}>
        <span>{[left.reason, ...(back ? [back.reason] : [])].join(t('absences.andThen'))}</span>
      </p>
      <p className={styles.rowMore}>
        <span>{units === '' ? t('absences.none') : t('absences.missed', { units })}</span>
      </p>
    </li>
  );
}

/** Panelists who are or were out of the hall, the latest first; nothing is drawn while nobody was. */
export function AbsenceList({ absences }: { readonly absences: readonly AbsenceView[] }) {
  const { t } = useTranslation('monitor');
  if (absences.length === 0) return null;
  return (
    <section className={styles.card}>
      <h2>{t('absences.title')}</h2>
      <ul className={styles.rows}>
        {[...absences].reverse().map((absence) => (
          <Absence key={absence.n} absence={absence} />
        ))}
      </ul>
    </section>
  );
}
