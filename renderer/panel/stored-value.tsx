import { useTranslation } from 'react-i18next';
import type { BallotFormView, StoredBallotView } from '../../shared/views/view-sections.ts';
import { useLanguage } from '../i18n/language.ts';
import panel from './panel.module.css';

/** The words and the value as one line: 主机已存 92.5 分. */
export function ValueTitle({ words, value }: { readonly words: string; readonly value: string }) {
  return (
    <>
      {words} <b className={panel.value}>{value}</b>
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

type MarksProps = { readonly criteria: BallotFormView['criteria']; readonly stored: StoredBallotView };

/** Every mark as the host has it. */
export function StoredMarks({ criteria, stored }: MarksProps) {
  const { localise } = useLanguage();
  return (
    <dl className={panel.marks}>
      {criteria.map(({ id, name }) => (
        <div key={id} className={panel.mark}>
          <dt>{localise(name)}</dt>
          <dd>{stored.values[id] ?? '—'}</dd>
        </div>
      ))}
    </dl>
  );
}
