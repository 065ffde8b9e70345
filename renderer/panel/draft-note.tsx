import { useTranslation } from 'react-i18next';
import type { BallotDraftView, BallotFormView } from '../../shared/views/view-sections.ts';
import { useLanguage } from '../i18n/language.ts';
import styles from './scoring.module.css';
import { useValueText } from './value-text.ts';

type DraftProps = { readonly form: BallotFormView; readonly draft: BallotDraftView };

/** Marks that were given before and count nothing until they are submitted here. */
export function DraftNote({ form, draft }: DraftProps) {
  const { t } = useTranslation('panel');
  const { localise } = useLanguage();
  const valueText = useValueText();
  const total = valueText(form, draft.values);
  const unit = localise(form.unit.name);
  return (
    <p className={styles.note} role="status">
      {draft.from.kind === 'returned'
        ? t('draftReturned', { total })
        : t('draftMoved', { total, from: localise(draft.from.unit), unit })}{' '}
      <b>{t('draftCounts')}</b>
    </p>
  );
}
