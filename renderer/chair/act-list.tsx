import { useTranslation } from 'react-i18next';
import type { ChairsAct } from '../../shared/views/chair-view.ts';
import styles from '../monitor/monitor.module.css';
import { timeOfDay } from '../ui/time-of-day.ts';

/** What this device has signed before, the latest first. */
export function ActList({ acts }: { readonly acts: readonly ChairsAct[] }) {
  const { t } = useTranslation('chair');
  return (
    <section className={styles.card}>
      <h2>{t('acts.title')}</h2>
      {acts.length === 0 ? (
        <p className={styles.muted}>{t('acts.none')}</p>
      ) : (
        <ol className={styles.rows}>
          {[...acts].reverse().map(({ entry, wall, what, reason }) => (
            <li key={entry} className={styles.row}>
              <p className={styles.rowHead}>
                <time className={styles.time}>{timeOfDay(wall, true)}</time>
                <b>{t(`acts.${what}`, { reason })}</b>
                <span className={styles.entry}>{t('acts.entry', { n: entry })}</span>
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
