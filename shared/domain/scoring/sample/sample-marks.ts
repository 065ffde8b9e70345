import {
  add,
  compare,
  decimal,
  formatDecimal,
  multiply,
  type Rational,
  rational,
} from '../../../kernel/rational.ts';
import { unreachable } from '../../../kernel/unreachable.ts';
import type { BallotType } from '../rules/ballot-type.ts';
import type { VoteValues } from '../rules/contest.ts';
import type { MarkRange } from '../rules/vote-check.ts';

/** How good a unit seems to a seat, in thousandths of what a ballot can give; `turn` varies its single marks. */
export type Impression = { readonly thousandths: number; readonly turn: number };

/** Votes of one seat by unit; a seat's ballot on one unit alone has one. */
export type SeatVotes = { readonly [unit: string]: VoteValues };

type Seen = readonly { readonly unit: string; readonly impression: Impression }[];

const printed = (value: Rational): string => formatDecimal(value, 6).replace(/\.?0+$/, '');

function stepsIn({ minimum, maximum, step }: MarkRange): bigint {
  const width = add(decimal(maximum), multiply(decimal(minimum), rational(-1n)));
  const of = decimal(step);
  return (width.numerator * of.denominator) / (width.denominator * of.numerator);
}

function atStep(range: MarkRange, steps: bigint): string {
  const most = stepsIn(range);
  const held = steps < 0n ? 0n : steps > most ? most : steps;
  return printed(add(decimal(range.minimum), multiply(decimal(range.step), rational(held))));
}

function stepOf(range: MarkRange, mark: string): bigint {
  const above = add(decimal(mark), multiply(decimal(range.minimum), rational(-1n)));
  const of = decimal(range.step);
  return (above.numerator * of.denominator) / (above.denominator * of.numerator);
}

/** The mark nearest below that share of the range. */
export function markAt(range: MarkRange, thousandths: number): string {
  return atStep(range, (stepsIn(range) * BigInt(thousandths) + 500n) / 1000n);
}

/** The mark so many steps higher or lower, held to the range. */
export function markMoved(range: MarkRange, mark: string, steps: number): string {
  return atStep(range, stepOf(range, mark) + BigInt(steps));
}

/** The highest mark that isn't above `limit`; the lowest where all are. */
export function markNotAbove(range: MarkRange, limit: string): string {
  if (compare(decimal(limit), decimal(range.minimum)) <= 0) return atStep(range, 0n);
  return atStep(range, stepOf(range, limit));
}

function wiggle(turn: number, key: number): number {
  return (((turn * 7 + key * 13) % 9) - 4) * 7;
}

function pointsOf(
  ballot: Extract<BallotType, { kind: 'points' }>,
  { thousandths, turn }: Impression,
): VoteValues {
  return Object.fromEntries(
    ballot.criteria.map((criterion, n) => [
      criterion.id,
      markAt(criterion, Math.min(1000, Math.max(0, thousandths + wiggle(turn, n)))),
    ]),
  );
}

/**
 * The same sum out of other marks: of each two criteria that are marked alike the first gives a step to the second. So
 * two units can be equal in total and differ in a criterion.
 */
export function shiftedWithinSum(ballot: BallotType, values: VoteValues): VoteValues {
  if (ballot.kind !== 'points') return values;
  const shifted: { [key: string]: string } = { ...values };
  for (let n = 0; n + 1 < ballot.criteria.length; n += 2) {
    const [from, to] = [ballot.criteria[n], ballot.criteria[n + 1]];
    if (!from || !to || from.step !== to.step || from.factor !== to.factor) continue;
    const [a, b] = [shifted[from.id] ?? from.minimum, shifted[to.id] ?? to.minimum];
    if (stepOf(from, a) < 1n || stepOf(to, b) >= stepsIn(to)) continue;
    shifted[from.id] = markMoved(from, a, -1);
    shifted[to.id] = markMoved(to, b, 1);
  }
  return shifted;
}

function gradeOf(
  { grades }: Extract<BallotType, { kind: 'grades' }>,
  { thousandths, turn }: Impression,
): string {
  const counted = grades.filter(({ points }) => points !== null);
  const abstaining = grades.find(({ points }) => points === null);
  if (abstaining && turn % 17 === 16) return abstaining.id;
  const choice = Math.floor((930 - thousandths - wiggle(turn, 0)) / 70);
  return (counted[Math.min(counted.length - 1, Math.max(0, choice))] ?? grades[0])?.id ?? '';
}

function inOrder(seen: Seen): readonly string[] {
  const worth = ({ thousandths, turn }: Impression) => thousandths + wiggle(turn, 1);
  return [...seen]
    .sort((a, b) => worth(b.impression) - worth(a.impression) || a.impression.turn - b.impression.turn)
    .map(({ unit }) => unit);
}

/** What one seat writes on these units, before the ballot's validity rules are looked at. */
export function firstVotes(ballot: BallotType, seen: Seen): SeatVotes {
  const each = (valuesOf: (impression: Impression) => VoteValues): SeatVotes =>
    Object.fromEntries(seen.map(({ unit, impression }) => [unit, valuesOf(impression)]));
  const placed = (valuesOf: (place: number) => VoteValues): SeatVotes =>
    Object.fromEntries(inOrder(seen).map((unit, n) => [unit, valuesOf(n + 1)]));
  switch (ballot.kind) {
    case 'points':
      return each((impression) => pointsOf(ballot, impression));
    case 'total':
      return each(({ thousandths, turn }) => ({ total: markAt(ballot, thousandths + wiggle(turn, 0)) }));
    case 'grades':
      return each((impression) => ({ grade: gradeOf(ballot, impression) }));
    case 'ranking':
      return placed((place) => ({ place: String(place) }));
    case 'placement':
      return placed((place) => ({ place: String(Math.min(place, ballot.lastPlace)) }));
    case 'approval':
      return placed((place) => ({
        vote: place <= Math.min(ballot.atMost, Math.max(ballot.atLeast, 2)) ? 'yes' : 'no',
      }));
    case 'winner':
      return placed((place) => ({ vote: place === 1 ? 'yes' : 'no' }));
    case 'yes-no':
      return each(({ thousandths, turn }) => ({
        vote: turn % 17 === 16 ? 'abstain' : thousandths + wiggle(turn, 0) >= 820 ? 'yes' : 'no',
      }));
    default:
      return unreachable(ballot);
  }
}
