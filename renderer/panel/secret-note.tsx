import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import styles from './paper.module.css';

/** What a secret ballot keeps secret and what it doesn't, and the way out for who may not vote on a unit. */
export function SecretNote({ recuse }: { readonly recuse: () => void }) {
  const { t } = useTranslation('panel');
  return (
    <div className={styles.secret}>
      <p>
        <Icon name="covered" /> <b>{t('secret')}</b> {t('secretMore')}
      </p>
      <button type="button" className={styles.recuseOpen} onClick={recuse}>
        {t('recuseOpen')}
      </button>
    </div>
  );
}
