import { useTranslation } from 'react-i18next';
import type { ChangeView } from '../../shared/views/monitor-view.ts';
import { useLanguage } from '../i18n/language.ts';
import styles from './monitor.module.css';
import { timeOfDay } from './time-of-day.ts';

function Change({ change }: { readonly change: ChangeView }) {
  const { t } = useTranslation('monitor');
  const { localise } = useLanguage();
  const { n, wall, what, unit, seats, reason, seconded } = change;
  const about = [
    ...(unit ? [localise(unit)] : []),
    ...(seats.length > 0 ? [t('changes.seats', { seats: seats.join(t('comma')) })] : []),
  ].join(' · ');
  return (
    <li className={styles.row}>
      <p className={styles.rowHead}>
        <time className={styles.time}>{timeOfDay(wall)}</time>
        <b>{t(`changes.kinds.${what}`)}</b>
        <span className={styles.aside}>{about}</span>
      </p>
      <p className={styles.rowMore}>
        {reason !== '' && <span>{t('changes.reason', { reason })}</span>}
        {seconded !== null && (
          <span className={styles.second}>{t('changes.seconded', { device: seconded })}</span>
        )}
        <span className={styles.entry}>{t('changes.entry', { n })}</span>
      </p>
    </li>
  );
}

/** Everything that happened to the vote besides voting, the latest first. */
export function ChangeLog({ changes }: { readonly changes: readonly ChangeView[] }) {
  const { t } = useTranslation('monitor');
  return (
    <section className={styles.card}>
      <h2>{t('changes.title')}</h2>
      {changes.length === 0 ? (
        <p className={styles.muted}>{t('changes.none')}</p>
      ) : (
        <ol className={styles.rows}>
          {[...changes].reverse().map((change) => (
            <Change key={`${change.n} ${change.what} ${change.seats.join()}`} change={change} />
          ))}
        </ol>
      )}
    </section>
  );
}
