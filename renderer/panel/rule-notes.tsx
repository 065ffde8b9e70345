import { useTranslation } from 'react-i18next';
import type { ValidityRule } from '../../shared/domain/scoring/rules/ballot-type.ts';
import type { BallotFormView } from '../../shared/views/view-sections.ts';
import { Icon } from '../ui/icon.tsx';
import type { BrokenRule } from './broken-rules.ts';
import styles from './scoring.module.css';
import { useOptionName } from './value-text.ts';

type NotesProps = {
  readonly form: Pick<BallotFormView, 'choice'>;
  readonly broken: readonly BrokenRule[];
};

/** Which limits the ballot breaks, and what that does to it. */
export function RuleNotes({ form, broken }: NotesProps) {
  const { t } = useTranslation('panel');
  const ruleText = useRuleText(form);
  return (
    <>
      {broken.map(({ rule, effect }) => (
        <p key={JSON.stringify(rule)} className={styles.note} role="alert">
          <Icon name="warning" /> {ruleText(rule)} <b>{t(`rule_${effect}`)}</b>
        </p>
      ))}
    </>
  );
}

function useRuleText({ choice }: Pick<BallotFormView, 'choice'>): (rule: ValidityRule) => string {
  const { t } = useTranslation('panel');
  const optionName = useOptionName();
  const meant = (marks: Extract<ValidityRule, { marks: unknown }>['marks']): string => {
    if ('above' in marks) return t('marksAbove', { mark: marks.above });
    if ('below' in marks) return t('marksBelow', { mark: marks.below });
    const option = choice?.options.find(({ id }) => id === marks.grade);
    return option ? optionName(option) : marks.grade;
  };
  return (rule) => {
    switch (rule.kind) {
      case 'at-most':
      case 'at-least': {
        const limit = 'count' in rule.limit ? `${rule.limit.count}` : `${rule.limit.percent}%`;
        return t(rule.kind === 'at-most' ? 'ruleAtMost' : 'ruleAtLeast', { limit, marks: meant(rule.marks) });
      }
      case 'no-equal-marks':
        return t('ruleNoEqual');
      case 'not-all-equal':
        return t('ruleNotAllEqual');
      default:
        return t('ruleReason');
    }
  };
}
