import { useTranslation } from 'react-i18next';
import type { Paper, PaperValues } from '../ballot-paper/paper.ts';
import panel from './panel.module.css';
import { usePaperText } from './paper-text.ts';

/** Longer values, such as those of two ballots, are set in the size of the words. */
const longestLargeValue = 8;
/** More lines than that are set as a list. */
const mostMarksInARow = 8;

/** The words and the value as one line: 主机已存 92.5 分. */
export function ValueTitle({ words, value }: { readonly words: string; readonly value: string }) {
  return (
    <>
      {words} <b className={value.length > longestLargeValue ? panel.longValue : panel.value}>{value}</b>
    </>
  );
}

export function CheckCode({ code }: { readonly code: string }) {
  const { t } = useTranslation('panel');
  return (
    <p className={panel.check}>
      {t('checkCode')} <b className={panel.code}>{code}</b>
    </p>
  );
}

/** Every mark as the host has it, of each ballot of the paper. */
export function StoredMarks({ paper, values }: { readonly paper: Paper; readonly values: PaperValues }) {
  const { t } = useTranslation('panel');
  const { lines } = usePaperText();
  return (
    <>
      {lines(paper, values).map(({ ballot, title, lines: all }) => (
        <section key={ballot.id}>
          {title && <h2 className={panel.ballotName}>{title}</h2>}
          <dl className={`${panel.marks} ${all.length > mostMarksInARow ? panel.many : ''}`}>
            {all.map(({ id, name, text, reason }) => (
              <div key={id} className={panel.mark}>
                <dt>{name}</dt>
                <dd>{text}</dd>
                {reason !== '' && <dd className={panel.reason}>{t('reasonGiven', { reason })}</dd>}
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}
