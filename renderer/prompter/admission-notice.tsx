import { useTranslation } from 'react-i18next';
import type { Admission } from '../connection/page-state.ts';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import styles from './prompter.module.css';

type AdmissionNoticeProps = { readonly admission: Admission | null; readonly isOnline: boolean };

/** Until the operator lets this screen in: the number that both of them see. */
export function AdmissionNotice({ admission, isOnline }: AdmissionNoticeProps) {
  const { t } = useTranslation('prompter');
  const asked = isOnline && admission?.kind === 'admission' ? admission : null;
  return (
    <main className={styles.screen} data-prompter="admission">
      <div className={styles.top}>
        <b>{t('title')}</b>
        <LanguageSwitch />
      </div>
      <div className={styles.middle}>
        {asked?.state === 'refused' ? (
          <p className={styles.label}>{t('refused')}</p>
        ) : asked?.number ? (
          <>
            <p className={styles.label}>{t('askedTitle')}</p>
            <p className={styles.number}>{asked.number}</p>
            <p className={styles.hint}>{t('askedHint')}</p>
          </>
        ) : (
          <p className={styles.label}>{t('connecting')}</p>
        )}
      </div>
      <span />
    </main>
  );
}
