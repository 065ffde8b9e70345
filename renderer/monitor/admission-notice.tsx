import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../shared/protocol/host-message.ts';
import type { Admission } from '../connection/page-state.ts';
import { useLanguage } from '../i18n/language.ts';
import { pinWords } from '../i18n/pin.ts';
import styles from './monitor.module.css';

type AdmissionNoticeProps = {
  readonly admission: Admission | null;
  readonly refusal: Refusal | null;
  readonly isOnline: boolean;
  /** Said until the host has answered. */
  readonly opening: string;
  readonly askAgain: () => void;
};

/** Until the operator lets this device in: the number that both of them see, or why not. */
export function AdmissionNotice({ admission, refusal, isOnline, opening, askAgain }: AdmissionNoticeProps) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const asked = isOnline && admission?.kind === 'admission' ? admission : null;
  if (asked && refusal?.code === 'already-paired') {
    return (
      <main className={styles.notice} role="alert">
        <h1>{t('otherRole')}</h1>
        <p>{t('otherRoleHint')}</p>
      </main>
    );
  }
  if (asked?.state === 'refused') {
    const { code = '' } = asked.refusal ?? {};
    // SAME-2
    const isElsewhere = code === 'admitted-elsewhere' || code === 'admitted-on-host';
    const isDismissed = code === 'dismissed';
    return (
      <main className={styles.notice} role="alert">
        <h1>{t(isDismissed ? 'dismissed' : 'refused')}</h1>
        {isElsewhere && <p>{pinWords[language].admittedElsewhere}</p>}
        <button type="button" className={styles.button} onClick={askAgain}>
          {t('askAgain')}
        </button>
      </main>
    );
  }
  return (
    <main className={styles.notice} role="status">
      {asked?.number ? (
        <>
          <h1>{t('askedTitle')}</h1>
          <p className={styles.number}>{asked.number}</p>
          <p>{t('askedHint')}</p>
        </>
      ) : (
        <h1>{opening}</h1>
      )}
    </main>
  );
}
