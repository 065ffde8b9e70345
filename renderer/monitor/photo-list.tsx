import { useTranslation } from 'react-i18next';
import type { MonitorView } from '../../shared/views/monitor-view.ts';
import { timeOfDay } from '../ui/time-of-day.ts';
import { HashText } from './hash-text.tsx';
import styles from './monitor.module.css';

/** The attached photos of the signed protocol, to be compared with the paper by their hashes; nothing without any. */
export function PhotoList({ attachments }: Pick<MonitorView, 'attachments'>) {
  const { t } = useTranslation('monitor');
  if (attachments.length === 0) return null;
  return (
    <section className={styles.card}>
      <h2>{t('photos.title')}</h2>
      <ul className={styles.rows}>
        {attachments.map(({ n, wall, name, bytes, hash, count }) => (
          <li key={n} className={styles.row}>
            <p className={styles.rowHead}>
              <time className={styles.time}>{timeOfDay(wall, true)}</time>
              <b>{name}</b>
              <span className={styles.aside}>
                {[t('count.number', { n: count }), `${Math.ceil(bytes / 1024)} KiB`].join(' · ')}
              </span>
            </p>
            <HashText name={t('photos.hash')} hash={hash} />
          </li>
        ))}
      </ul>
    </section>
  );
}
