import { useTranslation } from 'react-i18next';
import styles from './demo-mark.module.css';

/** Stands wherever a made-up event's figures could be taken for real ones. */
export function DemoMark() {
  const { t } = useTranslation();
  return <span className={styles.mark}>{t('demo')}</span>;
}
