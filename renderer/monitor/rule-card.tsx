import { useTranslation } from 'react-i18next';
import type { MonitorView } from '../../shared/views/monitor-view.ts';
import { useLanguage } from '../i18n/language.ts';
import { HashText } from './hash-text.tsx';
import styles from './monitor.module.css';

/** By which rules the event counts, and whether they can still be changed without a trace. */
export function RuleCard({ rule }: Pick<MonitorView, 'rule'>) {
  const { t } = useTranslation('monitor');
  const { localise } = useLanguage();
  const { isFixed, isWithoutBallots } = rule;
  const state = isFixed ? 'fixed' : 'free';
  return (
    <section className={styles.card}>
      <h2>{t('rule.title')}</h2>
      <p className={styles.lead}>
        <span>{localise(rule.name)}</span>
        <span className={styles.chip}>{t('rule.version', { version: rule.version })}</span>
      </p>
      <ul className={styles.plain}>
        <li>{t(isWithoutBallots ? `rule.${state}ByNumbers` : `rule.${state}`)}</li>
        <li>{t(rule.isMonitorRequired ? 'rule.required' : 'rule.notRequired')}</li>
      </ul>
      <HashText name={t('rule.hash')} hash={rule.hash} />
    </section>
  );
}
