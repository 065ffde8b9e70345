import {
  add,
  compare,
  decimal,
  isMultipleOf,
  multiply,
  type Rational,
  rational,
  subtract,
  sum,
  zero,
} from '../../../kernel/rational.ts';
import type { BallotType, ValidityRule } from './ballot-type.ts';
import { idsTwice, none, type Problems, problem, unknownIds } from './scheme-problem.ts';
import type { ScoringScheme } from './scoring-scheme.ts';

/** Sums of marks stay exact in whole millionths up to a million. */
const largestTotal = rational(1_000_000n);
const hundred = rational(100n);

type Range = { readonly minimum: string; readonly maximum: string; readonly step: string };

function rangeProblems(range: Range, path: string): Problems {
  const [minimum, maximum, step] = [decimal(range.minimum), decimal(range.maximum), decimal(range.step)];
  if (compare(step, zero) <= 0) return problem('step-not-positive', `${path}.step`, range.step);
  if (compare(minimum, maximum) >= 0) return problem('range-empty', `${path}.maximum`, range.maximum);
  return isMultipleOf(subtract(maximum, minimum), step)
    ? none
    : problem('range-off-step', `${path}.maximum`, range.step);
}

const size = (value: Rational): Rational => (compare(value, zero) < 0 ? subtract(zero, value) : value);

function sizeProblems(ranges: readonly (Range & { readonly factor?: string })[], path: string): Problems {
  const total = ranges
    .flatMap(({ minimum, maximum, factor = '1' }) =>
      [minimum, maximum].map((end) => size(multiply(decimal(end), decimal(factor)))),
    )
    .reduce(add, zero);
  return compare(total, largestTotal) > 0 ? problem('range-too-large', path) : none;
}

function formProblems(ballot: BallotType, path: string): Problems {
  switch (ballot.kind) {
    case 'points':
      return [
        ...idsTwice(ballot.criteria, `${path}.criteria`),
        ...ballot.criteria.flatMap((criterion, n) => rangeProblems(criterion, `${path}.criteria.${n}`)),
        ...sizeProblems(ballot.criteria, `${path}.criteria`),
      ];
    case 'total':
      return [...rangeProblems(ballot, path), ...sizeProblems([ballot], `${path}.maximum`)];
    case 'grades':
      return idsTwice(ballot.grades, `${path}.grades`);
    case 'approval':
      return ballot.atLeast > ballot.atMost ? problem('limit-cannot-be-met', `${path}.atLeast`) : none;
    default:
      return none;
  }
}

type LimitRule = Extract<ValidityRule, { limit: unknown }>;

const sameMarks = (a: LimitRule, b: LimitRule): boolean =>
  JSON.stringify(a.marks) === JSON.stringify(b.marks);

function isMore(a: LimitRule['limit'], b: LimitRule['limit']): boolean {
  if ('count' in a && 'count' in b) return a.count > b.count;
  return 'percent' in a && 'percent' in b && compare(decimal(a.percent), decimal(b.percent)) > 0;
}

function rangesOf(ballot: BallotType): readonly Range[] {
  return ballot.kind === 'points' ? ballot.criteria : ballot.kind === 'total' ? [ballot] : [];
}

/** Whether marks of that kind can stand on the ballot at all. */
function canBe(ballot: BallotType, { marks }: LimitRule): boolean {
  const ranges = rangesOf(ballot);
  if ('grade' in marks || ranges.length === 0) return true;
  return ranges.some((range) =>
    'above' in marks
      ? compare(decimal(range.maximum), decimal(marks.above)) > 0
      : compare(decimal(range.minimum), decimal(marks.below)) < 0,
  );
}

/** Grades that together may take less than the whole ballot, where no other grade is left. */
function leavesNoGrade(ballot: BallotType, rules: readonly LimitRule[]): boolean {
  if (ballot.kind !== 'grades') return false;
  const shares = ballot.grades.map(({ id }) =>
    rules.flatMap(({ kind, marks, limit }) =>
      kind === 'at-most' && 'grade' in marks && marks.grade === id && 'percent' in limit
        ? [decimal(limit.percent)]
        : [],
    ),
  );
  if (shares.some((share) => share.length === 0)) return false;
  return compare(sum(shares.map(([first = zero]) => first)), hundred) < 0;
}

// RULE-21
function validityProblems(ballot: BallotType, path: string): Problems {
  const limits = ballot.validity.filter((rule): rule is LimitRule => 'limit' in rule);
  const noneLeft = leavesNoGrade(ballot, limits) ? problem('limit-cannot-be-met', `${path}.validity`) : none;
  return ballot.validity
    .flatMap((rule, n) => {
      const at = `${path}.validity.${n}`;
      if (!('marks' in rule)) return none;
      const { marks } = rule;
      if ('grade' in marks) {
        const isKnown = ballot.kind === 'grades' && ballot.grades.some(({ id }) => id === marks.grade);
        if (!isKnown) return problem('unknown-grade', `${at}.marks.grade`, marks.grade);
      } else if (rangesOf(ballot).length === 0 && ballot.kind !== 'ranking' && ballot.kind !== 'placement')
        return problem('not-numbers', `${at}.marks`);
      if (!('limit' in rule)) return none;
      if (
        'percent' in rule.limit &&
        (compare(decimal(rule.limit.percent), hundred) > 0 || rule.limit.percent.startsWith('-'))
      )
        return problem('limit-cannot-be-met', `${at}.limit.percent`, rule.limit.percent);
      if (rule.kind !== 'at-least') return none;
      const isBarred = limits.some(
        (other) => other.kind === 'at-most' && sameMarks(rule, other) && isMore(rule.limit, other.limit),
      );
      const isNeeded =
        'percent' in rule.limit ? compare(decimal(rule.limit.percent), zero) > 0 : rule.limit.count > 0;
      return isBarred || (isNeeded && !canBe(ballot, rule))
        ? problem('limit-cannot-be-met', `${at}.limit`)
        : none;
    })
    .concat(noneLeft);
}

export function ballotProblems({ ballots, groups }: ScoringScheme): Problems {
  const known = groups.map(({ id }) => id);
  return ballots.flatMap((ballot, n) => [
    ...unknownIds(ballot.groups, known, 'unknown-group', `ballots.${n}.groups`),
    ...formProblems(ballot, `ballots.${n}`),
    ...validityProblems(ballot, `ballots.${n}`),
  ]);
}
