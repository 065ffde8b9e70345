import { useTranslation } from 'react-i18next';
import { HashText } from '../monitor/hash-text.tsx';
import styles from './chair.module.css';

/** The hash of the figures on lines of its own, four groups to a line on a phone, as two people read it aloud. */
export function FiguresHash({ figures }: { readonly figures: string }) {
  const { t } = useTranslation('chair');
  return (
    <div className={styles.figures}>
      <HashText name={t('release.hash')} hash={figures} />
    </div>
  );
}
