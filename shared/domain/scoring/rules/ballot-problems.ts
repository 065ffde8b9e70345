import {
  add,
  compare,
  decimal,
  isMultipleOf,
  multiply,
  type Rational,
  rational,
  subtract,
  zero,
} from '../../../kernel/rational.ts';
import type { BallotType, ValidityRule } from './ballot-type.ts';
import { isOnAllUnits } from './casting.ts';
import { canKeepLimits, canKeepLimitsSomewhere, type LimitRule, limitsOn } from './limits-met.ts';
import { idsTwice, none, type Problems, problem, unknownIds } from './scheme-problem.ts';
import type { ScoringScheme } from './scoring-scheme.ts';
import { valueKeys } from './value-keys.ts';

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
      return [
        ...idsTwice(ballot.grades, `${path}.grades`),
        ...(ballot.grades.every(({ points }) => points === null)
          ? problem('no-grade-counts', `${path}.grades`)
          : none),
      ];
    case 'approval':
      return ballot.atLeast > ballot.atMost ? problem('limit-cannot-be-met', `${path}.atLeast`) : none;
    default:
      return none;
  }
}

function isMore(a: LimitRule['limit'], b: LimitRule['limit']): boolean {
  if ('count' in a && 'count' in b) return a.count > b.count;
  return 'percent' in a && 'percent' in b && compare(decimal(a.percent), decimal(b.percent)) > 0;
}

function isNumbered({ kind }: BallotType): boolean {
  return kind === 'points' || kind === 'total' || kind === 'ranking' || kind === 'placement';
}

/** What keeps one rule from saying anything on this ballot, whatever the others say. */
function ruleProblems(ballot: BallotType, rule: ValidityRule, at: string): Problems {
  if (!('marks' in rule)) {
    if (!isNumbered(ballot) && ballot.kind !== 'grades') return problem('not-numbers', at);
    return isOnAllUnits(ballot) ? none : problem('compares-units', at);
  }
  const { marks } = rule;
  if ('grade' in marks) {
    const isKnown = ballot.kind === 'grades' && ballot.grades.some(({ id }) => id === marks.grade);
    if (!isKnown) return problem('unknown-grade', `${at}.marks.grade`, marks.grade);
  } else if (!isNumbered(ballot)) return problem('not-numbers', `${at}.marks`);
  if (!('limit' in rule)) return none;
  const { limit } = rule;
  if ('percent' in limit) {
    if (compare(decimal(limit.percent), hundred) > 0 || limit.percent.startsWith('-'))
      return problem('limit-cannot-be-met', `${at}.limit.percent`, limit.percent);
    // A share of a single mark is all of it or nothing.
    if (!isOnAllUnits(ballot) && valueKeys(ballot).length === 1)
      return problem('compares-units', `${at}.limit`);
  }
  const isBarred =
    rule.kind === 'at-least' &&
    limitsOn(ballot).some(
      (other) =>
        other.kind === 'at-most' &&
        JSON.stringify(other.marks) === JSON.stringify(rule.marks) &&
        isMore(rule.limit, other.limit),
    );
  const alone = { ...ballot, validity: [rule] };
  return isBarred || !canBeKept(alone) ? problem('limit-cannot-be-met', `${at}.limit`) : none;
}

function canBeKept(ballot: BallotType): boolean {
  return isOnAllUnits(ballot) ? canKeepLimitsSomewhere(ballot) : canKeepLimits(ballot, 1);
}

// RULE-21
/** Rules that say nothing or ask for what can't be, each by itself, then all of them at once. */
function validityProblems(ballot: BallotType, path: string): Problems {
  const each = ballot.validity.flatMap((rule, n) => ruleProblems(ballot, rule, `${path}.validity.${n}`));
  if (each.length > 0) return each;
  return canBeKept(ballot) ? none : problem('limit-cannot-be-met', `${path}.validity`);
}

export function ballotProblems({ ballots, groups }: ScoringScheme): Problems {
  const known = groups.map(({ id }) => id);
  return ballots.flatMap((ballot, n) => {
    const path = `ballots.${n}`;
    const form = formProblems(ballot, path);
    return [
      ...unknownIds(ballot.groups, known, 'unknown-group', `${path}.groups`),
      ...form,
      // A range that can't work has no marks that a limit could count.
      ...(form.length > 0 ? none : validityProblems(ballot, path)),
    ];
  });
}
