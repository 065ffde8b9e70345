import { useTranslation } from 'react-i18next';
import type { ChairResult } from '../../shared/views/chair-view.ts';
import styles from '../monitor/monitor.module.css';
import { Icon } from '../ui/icon.tsx';

/** That the operator has asked for this and waits. */
export function AskedMark({ result }: { readonly result: ChairResult }) {
  const { t } = useTranslation('chair');
  if (!result.isAsked) return null;
  return (
    <p>
      <span className={styles.liveChip}>
        <Icon name="hourglass" /> {t('asked')}
      </span>
    </p>
  );
}
