import type { BallotType, ValidityRule } from '../../domain/scoring/rules/ballot-type.ts';
import { unreachable } from '../../kernel/unreachable.ts';
import { signed } from './number-words.ts';
import { quoted, type Say, type Speaker } from './speaker.ts';

/** 高于 90 分的, 评为“优秀”的. */
function meantText(
  { say, names }: Speaker,
  ballot: BallotType,
  marks: Extract<ValidityRule, { marks: unknown }>['marks'],
): string {
  if ('grade' in marks) {
    const grade = quoted(say, names.grade(ballot.id, marks.grade));
    return say(`选${grade}的`, `選${grade}的`, grade);
  }
  const isPlace = ballot.kind === 'ranking' || ballot.kind === 'placement';
  if ('above' in marks)
    return isPlace
      ? say(
          `名次在第 ${signed(marks.above)} 名之后的`,
          `名次在第 ${signed(marks.above)} 名之後的`,
          `places after ${signed(marks.above)}`,
        )
      : say(
          `打分高于 ${signed(marks.above)} 分的`,
          `打分高於 ${signed(marks.above)} 分的`,
          `marks above ${signed(marks.above)}`,
        );
  return isPlace
    ? say(
        `名次在第 ${signed(marks.below)} 名之前的`,
        `名次在第 ${signed(marks.below)} 名之前的`,
        `places before ${signed(marks.below)}`,
      )
    : say(
        `打分低于 ${signed(marks.below)} 分的`,
        `打分低於 ${signed(marks.below)} 分的`,
        `marks below ${signed(marks.below)}`,
      );
}

export function effectText(say: Say, effect: ValidityRule['effect']): string {
  switch (effect) {
    case 'refuse':
      return say('不符合的不能提交', '不符合的不能提交', 'a ballot that doesn’t keep to it is refused');
    case 'warn':
      return say(
        '不符合的予以提醒，仍可提交',
        '不符合的予以提醒，仍可提交',
        'a ballot that doesn’t keep to it is warned of and may still be sent',
      );
    case 'void':
      return say('不符合的，该票作废', '不符合的，該票作廢', 'a ballot that doesn’t keep to it is void');
    default:
      return unreachable(effect);
  }
}

export function validityText(speaker: Speaker, ballot: BallotType, rule: ValidityRule): string {
  const { say } = speaker;
  switch (rule.kind) {
    case 'at-most':
    case 'at-least': {
      const meant = meantText(speaker, ballot, rule.marks);
      const limit =
        'count' in rule.limit
          ? say(`${rule.limit.count} 个`, `${rule.limit.count} 個`, `${rule.limit.count}`)
          : say(
              `本票评定总数的 ${rule.limit.percent}%（尾数舍去）`,
              `本票評定總數的 ${rule.limit.percent}%（尾數捨去）`,
              `${rule.limit.percent} % of what the ballot holds (rounded down)`,
            );
      return rule.kind === 'at-most'
        ? say(`${meant}不得超过${limit}`, `${meant}不得超過${limit}`, `at most ${limit} may be ${meant}`)
        : say(`${meant}不得少于${limit}`, `${meant}不得少於${limit}`, `at least ${limit} must be ${meant}`);
    }
    case 'no-equal-marks':
      return ballot.kind === 'ranking' || ballot.kind === 'placement'
        ? say(
            '同一评委给各单位的名次不得相同',
            '同一評委給各單位的名次不得相同',
            'no two units may get the same place from one judge',
          )
        : say(
            '同一张票上各单位的得分不得相同',
            '同一張票上各單位的得分不得相同',
            'no two units may get the same mark on one ballot',
          );
    case 'not-all-equal':
      return say(
        '不得给各单位评得完全一样',
        '不得給各單位評得完全一樣',
        'not all units may be marked the same',
      );
    case 'reason-beyond':
      return say(
        `${meantText(speaker, ballot, rule.marks)}，须写明理由`,
        `${meantText(speaker, ballot, rule.marks)}，須寫明理由`,
        `${meantText(speaker, ballot, rule.marks)} need a written reason`,
      );
    default:
      return unreachable(rule);
  }
}
