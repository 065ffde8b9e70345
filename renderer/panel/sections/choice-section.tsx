import { useTranslation } from 'react-i18next';
import { gradeCounts } from '../../ballot-paper/check-paper.ts';
import { askedOf, fieldOn, isRecused, withField } from '../../ballot-paper/paper.ts';
import { useLanguage } from '../../i18n/language.ts';
import styles from '../paper.module.css';
import { usePaperText } from '../paper-text.ts';
import { ReasonField } from './reason-field.tsx';
import { Section, type SectionProps } from './section.tsx';

/** More options than that take two lines on a phone. */
const mostInALine = 4;

/** One of a few options on each unit, side by side; a limited grade says how many have it. */
export function ChoiceSection(section: SectionProps) {
  const { t } = useTranslation('panel');
  const { localise } = useLanguage();
  const { optionName } = usePaperText();
  const { paper, ballot, values, write } = section;
  const asked = askedOf(ballot);
  if (asked.kind !== 'choice') return null;
  const { choice } = asked;
  const isCrowded = choice.options.length > mostInALine;
  const field = (unit: (typeof paper.units)[number]) => fieldOn(paper, ballot, unit.id, choice.id);
  const units = paper.unit ? [paper.unit] : paper.units;
  const closedBy = (unit: (typeof units)[number]) => {
    if (paper.notOn.includes(unit.id)) return t('notYours');
    return isRecused(paper, ballot, unit.id, values) ? t('recused') : null;
  };
  const isOpen = (unit: (typeof units)[number]) => closedBy(unit) === null && !values[field(unit)];
  const counts = gradeCounts(paper, ballot, values);
  const hint = counts.map(({ grade, count, limit, kind }) => {
    const option = choice.options.find(({ id }) => id === grade);
    const isBroken = kind === 'at-most' && count > limit;
    return (
      <span key={`${kind} ${grade}`} className={isBroken ? styles.beyond : styles.count}>
        {t(kind === 'at-most' ? 'gradeAtMost' : 'gradeAtLeast', {
          grade: option ? optionName(option) : grade,
          count,
          limit,
        })}
      </span>
    );
  });
  return (
    <Section paper={paper} ballot={ballot} isOpen={units.some(isOpen)} {...(hint.length > 0 && { hint })}>
      <ul className={styles.choices}>
        {units.map((unit) => {
          const closed = closedBy(unit);
          return (
            <li
              key={unit.id}
              className={`${styles.choiceRow} ${closed === null ? '' : styles.closed}`}
              data-open={isOpen(unit) || undefined}
            >
              {paper.unit === null && <span className={styles.choiceName}>{localise(unit.name)}</span>}
              {closed !== null && <span className={styles.why}>{closed}</span>}
              {closed === null && (
                <fieldset
                  className={`${styles.segments} ${isCrowded ? styles.crowded : ''}`}
                  aria-label={paper.unit ? undefined : localise(unit.name)}
                >
                  {choice.options.map((option) => {
                    const isChosen = values[field(unit)] === option.id;
                    return (
                      <button
                        key={option.id}
                        type="button"
                        aria-pressed={isChosen}
                        className={`${styles.segment} ${isChosen ? styles.chosen : ''}`}
                        onClick={() => write((before) => withField(before, field(unit), option.id))}
                      >
                        {optionName(option)}
                      </button>
                    );
                  })}
                </fieldset>
              )}
              {closed === null && <ReasonField {...section} unit={unit} />}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
