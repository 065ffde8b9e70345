import { useTranslation } from 'react-i18next';
import { valueKeys } from '../../shared/domain/scoring/rules/value-keys.ts';
import { limitCount } from '../../shared/domain/scoring/rules/vote-check.ts';
import type { Notice } from '../ballot-paper/check-paper.ts';
import { askedOf, openUnits, type Paper, type PaperValues } from '../ballot-paper/paper.ts';
import { Icon } from '../ui/icon.tsx';
import { usePaperText } from './paper-text.ts';
import styles from './scoring.module.css';

type NotesProps = {
  readonly paper: Paper;
  readonly values: PaperValues;
  readonly notices: readonly Notice[];
};

const effects = ['refuse', 'void', 'warn'] as const;

/** Which limits the paper breaks, and what that does to it; what stops it first. */
export function RuleNotes({ paper, values, notices }: NotesProps) {
  const { t } = useTranslation('panel');
  const noticeText = useNoticeText(paper, values);
  return (
    <>
      {effects.map((effect) => {
        const told = notices.filter((notice) => notice.effect === effect);
        if (told.length === 0) return null;
        return (
          <p key={effect} className={styles.note} role="alert">
            <Icon name="warning" /> {told.map(noticeText).join(' ')} <b>{t(`rule_${effect}`)}</b>
          </p>
        );
      })}
    </>
  );
}

function useNoticeText(paper: Paper, values: PaperValues): (notice: Notice) => string {
  const { t } = useTranslation('panel');
  const { optionName, ballotName } = usePaperText();

  const ruleText = ({ ballot, rule }: Extract<Notice, { kind: 'rule' }>): string => {
    const meant = (marks: Extract<typeof rule, { marks: unknown }>['marks']): string => {
      if ('above' in marks) return t('marksAbove', { mark: marks.above });
      if ('below' in marks) return t('marksBelow', { mark: marks.below });
      const asked = askedOf(ballot);
      const option = asked.kind === 'choice' && asked.choice.options.find(({ id }) => id === marks.grade);
      return option ? optionName(option) : marks.grade;
    };
    switch (rule.kind) {
      case 'at-most':
      case 'at-least': {
        const marks = openUnits(paper, ballot, values).length * valueKeys(ballot).length;
        const limit = limitCount(rule.limit, marks);
        return t(rule.kind === 'at-most' ? 'ruleAtMost' : 'ruleAtLeast', { limit, marks: meant(rule.marks) });
      }
      case 'no-equal-marks':
        return t('ruleNoEqual');
      case 'not-all-equal':
        return t('ruleNotAllEqual');
      case 'reason-beyond':
        return t('ruleReason', { marks: meant(rule.marks) });
    }
  };

  const text = (notice: Notice): string => {
    switch (notice.kind) {
      case 'rule':
        return ruleText(notice);
      case 'too-many-names':
        return t('tooManyNames', { named: notice.named, most: notice.atMost });
      case 'too-few-names':
        return t('tooFewNames', { named: notice.named, least: notice.atLeast });
      case 'unranked':
        return t('unranked', { count: notice.count });
    }
  };
  return (notice) =>
    paper.parts.length > 1
      ? t('ofBallot', { ballot: ballotName(notice.ballot), text: text(notice) })
      : text(notice);
}
