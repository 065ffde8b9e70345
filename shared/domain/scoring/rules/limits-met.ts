import {
  add,
  compare,
  decimal,
  divide,
  formatDecimal,
  multiply,
  rational,
  subtract,
} from '../../../kernel/rational.ts';
import type { BallotType, ValidityRule } from './ballot-type.ts';
import { isMeant, limitCount, type MarkRange } from './vote-check.ts';

export type LimitRule = Extract<ValidityRule, { limit: unknown }>;

/** How far the combinations of counts are followed: the form looks at them with every key. */
const mostSteps = 20_000;

export function limitsOn({ validity }: BallotType): readonly LimitRule[] {
  return validity.filter((rule): rule is LimitRule => 'limit' in rule);
}

/** The ends of the range and the marks on both sides of every limit's line: no rule tells others apart from these. */
function marksIn({ minimum, maximum, step }: MarkRange, rules: readonly LimitRule[]): readonly string[] {
  const [low, high, size] = [decimal(minimum), decimal(maximum), decimal(step)];
  const near = rules.flatMap(({ marks }) => {
    if ('grade' in marks) return [];
    const steps = divide(subtract(decimal('above' in marks ? marks.above : marks.below), low), size);
    const whole = steps.numerator / steps.denominator;
    return [-1n, 0n, 1n].map((more) => add(low, multiply(size, rational(whole + more))));
  });
  return [low, high, ...near]
    .filter((mark) => compare(mark, low) >= 0 && compare(mark, high) <= 0)
    .map((mark) => formatDecimal(mark, 6));
}

function placesTo(last: number): MarkRange {
  return { minimum: '1', maximum: String(last), step: '1' };
}

/** What may be chosen from for each mark on one unit. */
function choicesOn(
  ballot: BallotType,
  units: number,
  rules: readonly LimitRule[],
): readonly (readonly string[])[] {
  switch (ballot.kind) {
    case 'points':
      return ballot.criteria.map((row) => marksIn(row, rules));
    case 'total':
      return [marksIn(ballot, rules)];
    case 'grades':
      return [ballot.grades.map(({ id }) => id)];
    case 'ranking':
      return [marksIn(placesTo(units), rules)];
    case 'placement':
      return [marksIn(placesTo(ballot.lastPlace), rules)];
    default:
      return [];
  }
}

/**
 * Whether marks can be chosen so that every limit is kept, looking at one mark after the other and keeping only how many
 * of each kind there are, no more than its limit needs; true where that would take too long to find out.
 */
function canBeChosen(ballot: BallotType, units: number): boolean {
  const rules = limitsOn(ballot);
  const choices = choicesOn(ballot, units, rules);
  const limits = rules.map(({ kind, limit }) => ({ kind, count: limitCount(limit, choices.length * units) }));
  const kinds = choices.map((marks) => {
    const seen = marks.map((text) => rules.map(({ marks: meant }) => isMeant(meant, text)));
    return [...new Map(seen.map((isCounted) => [isCounted.join(), isCounted])).values()];
  });
  let reached = new Map([['', rules.map(() => 0)]]);
  let steps = 0;
  for (let n = 0; n < units; n += 1)
    for (const kind of kinds) {
      const next = new Map<string, number[]>();
      steps += reached.size * kind.length;
      if (steps > mostSteps) return true;
      for (const before of reached.values())
        for (const isCounted of kind) {
          const counts = before.map((count, rule) => count + (isCounted[rule] ? 1 : 0));
          if (counts.some((count, rule) => limits[rule]?.kind === 'at-most' && count > limits[rule].count))
            continue;
          const held = counts.map((count, rule) => Math.min(count, limits[rule]?.count ?? count));
          next.set(held.join(), held);
        }
      reached = next;
    }
  return [...reached.values()].some((counts) =>
    counts.every((count, rule) => limits[rule]?.kind === 'at-most' || count >= (limits[rule]?.count ?? 0)),
  );
}

/** How many different marks of a unit there can be, at the most. */
function differentMarks(ballot: BallotType): number {
  const steps = ({ minimum, maximum, step }: MarkRange) =>
    Number(divide(subtract(decimal(maximum), decimal(minimum)), decimal(step)).numerator) + 1;
  switch (ballot.kind) {
    case 'points':
      return ballot.criteria.reduce((product, row) => product * steps(row), 1);
    case 'total':
      return steps(ballot);
    case 'grades':
      return ballot.grades.length;
    case 'placement':
      return ballot.lastPlace;
    default:
      return Number.POSITIVE_INFINITY;
  }
}

// RULE-21
/** Whether a ballot on so many units can keep to all its limits at once. */
export function canKeepLimits(ballot: BallotType, units: number): boolean {
  if (ballot.kind === 'approval' && ballot.atLeast > units) return false;
  if (ballot.validity.some(({ kind }) => kind === 'no-equal-marks') && differentMarks(ballot) < units)
    return false;
  return limitsOn(ballot).length === 0 || canBeChosen(ballot, units);
}

/** Whether there is any number of units on which a ballot of all units can keep to its limits. */
export function canKeepLimitsSomewhere(ballot: BallotType): boolean {
  const named = limitsOn(ballot).flatMap(({ limit }) => ('count' in limit ? [limit.count] : []));
  const together = named.reduce(
    (total, count) => total + count,
    ballot.kind === 'approval' ? ballot.atLeast : 0,
  );
  const sizes = [...Array.from({ length: 24 }, (_, n) => n + 1), ...named, together];
  return sizes.some((units) => units > 0 && units <= 300 && canKeepLimits(ballot, units));
}
