import { useTranslation } from 'react-i18next';
import { hasOneValue, type Paper, type PaperValues } from '../ballot-paper/paper.ts';
import panel from './panel.module.css';
import { usePaperText } from './paper-text.ts';

type TitleProps = { readonly words: string; readonly paper: Paper; readonly values: PaperValues };

/** The words and the value as one line: 主机已存 92.5 分, or 主机已存：12 个单位的名次. */
export function ValueTitle({ words, paper, values }: TitleProps) {
  const { t } = useTranslation('panel');
  const { value } = usePaperText();
  const isOne = hasOneValue(paper);
  return (
    <>
      {words}
      {isOne ? ' ' : t('colon')}
      <b className={isOne ? panel.value : panel.longValue}>{value(paper, values)}</b>
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
          <dl className={`${panel.marks} ${paper.unit && ballot.kind === 'points' ? '' : panel.many}`}>
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
