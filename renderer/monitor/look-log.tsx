import { useTranslation } from 'react-i18next';
import type { LookView } from '../../shared/views/monitor-view.ts';
import { useLanguage } from '../i18n/language.ts';
import { timeOfDay } from '../ui/time-of-day.ts';
import styles from './monitor.module.css';

/** Who looked at what before its release, the latest first. */
export function LookLog({ looks }: { readonly looks: readonly LookView[] }) {
  const { t } = useTranslation('monitor');
  const { localise } = useLanguage();
  return (
    <section className={styles.card}>
      <h2>{t('looks.title')}</h2>
      {looks.length === 0 ? (
        <p className={styles.muted}>{t('looks.none')}</p>
      ) : (
        <ol className={styles.rows}>
          {[...looks].reverse().map(({ n, entry, wall, by, device, what, unit, seat }) => (
            <li key={n} className={styles.row}>
              <p className={styles.rowHead}>
                <time className={styles.time}>{timeOfDay(wall, true)}</time>
                <b>{device === null ? t(`looks.${by}`) : t('looks.device', { device })}</b>
                <span className={styles.aside}>
                  {t(`looks.${what}`, { unit: unit ? localise(unit) : '', seat: seat ?? '' })}
                </span>
                <span className={styles.entry}>{t('changes.entry', { n: entry })}</span>
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
