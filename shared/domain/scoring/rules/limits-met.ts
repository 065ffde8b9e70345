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

/** With more combinations of counts than this nothing is claimed. */
const mostStates = 20_000;

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

/** The numbers of marks that each limit can count on one ballot, as lists; null where there are too many to look at. */
function countsOn(ballot: BallotType, units: number): readonly (readonly number[])[] | null {
  const rules = limitsOn(ballot);
  const kinds = choicesOn(ballot, units, rules).map((marks) => [
    ...new Set(marks.map((text) => rules.map(({ marks: meant }) => (isMeant(meant, text) ? 1 : 0)).join())),
  ]);
  const all = kinds.length * units;
  const mosts = rules.map(({ kind, limit }) => (kind === 'at-most' ? limitCount(limit, all) : null));
  let reached = new Set([rules.map(() => 0).join()]);
  for (let n = 0; n < units; n += 1)
    for (const kind of kinds) {
      const next = new Set<string>();
      for (const before of reached)
        for (const more of kind) {
          const step = more.split(',').map(Number);
          const counts = before.split(',').map((count, rule) => Number(count) + (step[rule] ?? 0));
          if (counts.every((count, rule) => count <= (mosts[rule] ?? count))) next.add(counts.join());
        }
      if (next.size > mostStates) return null;
      reached = next;
    }
  return [...reached].map((counts) => counts.split(',').map(Number));
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
  const rules = limitsOn(ballot);
  const all = choicesOn(ballot, units, []).length * units;
  if (rules.length === 0 || all === 0) return true;
  const leasts = rules.map(({ kind, limit }) => (kind === 'at-least' ? limitCount(limit, all) : 0));
  const counts = countsOn(ballot, units);
  return counts === null || counts.some((own) => own.every((count, rule) => count >= (leasts[rule] ?? 0)));
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
