import { useTranslation } from 'react-i18next';
import type { MonitorView } from '../../shared/views/monitor-view.ts';
import { useLanguage } from '../i18n/language.ts';
import styles from './monitor.module.css';

/** What the hall is at now. */
export function StageCard({ stage }: Pick<MonitorView, 'stage'>) {
  const { t } = useTranslation('monitor');
  const { localise } = useLanguage();
  const names = [stage.unit?.name, stage.stepName].flatMap((name) => (name ? [localise(name)] : []));
  return (
    <section className={styles.card}>
      <h2>{t('stage.title')}</h2>
      <p className={styles.lead}>
        <span>{names.join(' · ') || t('stage.nothing')}</span>
        <span className={styles.chip}>{t(`stage.${stage.phase}`)}</span>
      </p>
    </section>
  );
}
