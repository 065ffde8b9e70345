import { useTranslation } from 'react-i18next';
import type { WhatIfAnswerView } from '../../shared/views/monitor-view.ts';
import { useLanguage } from '../i18n/language.ts';
import styles from './monitor.module.css';
import { MovedUnits } from './moved-units.tsx';
import { questionText } from './question-text.ts';

/** Answers to questions about the result; nothing is drawn while there are none. */
export function WhatIfList({ answers }: { readonly answers: readonly WhatIfAnswerView[] }) {
  const { t } = useTranslation('monitor');
  const { localise } = useLanguage();
  if (answers.length === 0) return null;
  return (
    <section className={styles.card}>
      <h2>{t('whatIf.title')}</h2>
      <p className={styles.muted}>{t('whatIf.note')}</p>
      <ul className={styles.rows}>
        {[...answers].reverse().map(({ proposal, question, moved }) => (
          <li key={proposal} className={styles.row}>
            <p className={styles.rowHead}>
              <b>{questionText(t, localise, question)}</b>
              {moved === null && <span className={styles.aside}>{t('whatIf.unseen')}</span>}
              {moved?.length === 0 && <span className={styles.aside}>{t('whatIf.same')}</span>}
            </p>
            {moved && <MovedUnits moved={moved} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
