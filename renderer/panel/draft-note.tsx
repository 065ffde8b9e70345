import { useTranslation } from 'react-i18next';
import type { BallotDraftView } from '../../shared/views/view-sections.ts';
import { type Paper, usableValues } from '../ballot-paper/paper.ts';
import { useLanguage } from '../i18n/language.ts';
import { usePaperText } from './paper-text.ts';
import styles from './scoring.module.css';

type DraftProps = { readonly paper: Paper; readonly draft: BallotDraftView };

/** Marks that were given before and count nothing until they are submitted here. */
export function DraftNote({ paper, draft }: DraftProps) {
  const { t } = useTranslation('panel');
  const { localise } = useLanguage();
  const { value, subject } = usePaperText();
  const total = value(paper, usableValues(paper, draft.values));
  return (
    <p className={styles.note} role="status">
      {draft.from.kind === 'returned'
        ? t('draftReturned', { total })
        : t('draftMoved', { total, from: localise(draft.from.unit), unit: subject(paper) })}{' '}
      <b>{t('draftCounts')}</b>
    </p>
  );
}
