import { useTranslation } from 'react-i18next';
import { reasonField } from '../../../shared/domain/ballot-paper.ts';
import { fitForLine } from '../../../shared/kernel/one-line.ts';
import type { UnitView } from '../../../shared/views/view-sections.ts';
import { needsReason, reasonOn } from '../../ballot-paper/check-paper.ts';
import { fieldOn, withField } from '../../ballot-paper/paper.ts';
import { useLanguage } from '../../i18n/language.ts';
import styles from '../paper.module.css';
import type { SectionProps } from './section.tsx';

const longestReason = 200;

/** Asks why, where a mark lies beyond what goes without a word. */
export function ReasonField({
  paper,
  ballot,
  values,
  write,
  unit,
}: SectionProps & { readonly unit: UnitView }) {
  const { t } = useTranslation('panel');
  const { localise } = useLanguage();
  const reason = reasonOn(paper, ballot, unit.id, values);
  if (!needsReason(paper, ballot, unit.id, values)) return null;
  const field = fieldOn(paper, ballot, unit.id, reasonField);
  return (
    <label className={styles.reason} data-own-keys>
      <span>{t('reasonAsk', { unit: localise(unit.name), most: longestReason })}</span>
      <textarea
        className={styles.reasonText}
        rows={2}
        data-empty={reason.trim() === '' || undefined}
        maxLength={longestReason}
        value={reason}
        onChange={({ target }) => {
          const text = fitForLine(target.value);
          write((before) => withField(before, field, text));
        }}
      />
    </label>
  );
}
