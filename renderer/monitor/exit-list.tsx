import { useTranslation } from 'react-i18next';
import type { ExitView } from '../../shared/views/monitor-view.ts';
import { useLanguage } from '../i18n/language.ts';
import styles from './monitor.module.css';

/** Units that left the contest; nothing is drawn while all are in it. */
export function ExitList({ exits }: { readonly exits: readonly ExitView[] }) {
  const { t } = useTranslation('monitor');
  const { localise } = useLanguage();
  if (exits.length === 0) return null;
  return (
    <section className={styles.card}>
      <h2>{t('exits.title')}</h2>
      <ul className={styles.rows}>
        {exits.map(({ id, unit, why, reason }) => (
          <li key={id} className={styles.row}>
            <p className={styles.rowHead}>
              <b>{localise(unit)}</b>
              <span className={styles.chip}>{t(`exits.${why}`)}</span>
            </p>
            <p className={styles.rowMore}>{t('changes.reason', { reason })}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
