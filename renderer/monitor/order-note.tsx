import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import styles from './monitor.module.css';

/** Below a card's buttons: that the answer is awaited, or why the host refused. */
export function OrderNote({
  isSending,
  refused,
}: {
  readonly isSending: boolean;
  readonly refused: string | null;
}) {
  const { t } = useTranslation();
  if (isSending) {
    return (
      <p className={styles.muted} role="status">
        {t('sending')}
      </p>
    );
  }
  if (refused === null) return null;
  return (
    <p className={styles.refusal} role="alert">
      <Icon name="warning" /> {refused}
    </p>
  );
}
