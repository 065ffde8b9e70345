import { add, decimal, multiply, type Rational, rational, subtract } from '../../../kernel/rational.ts';
import { unreachable } from '../../../kernel/unreachable.ts';
import { type Amount, addAmounts, compareAmounts, readAmount, toAmount, toRational } from './amount.ts';
import type { BallotType } from './ballot-type.ts';
import type { VoteValues } from './contest.ts';
import type { MarksNode } from './plan.ts';
import { valueKeys } from './value-keys.ts';
import type { PlacePoints } from './value-node.ts';

const yes = toAmount(rational(1n));
const no = toAmount(rational(0n));

function readGrade(ballot: Extract<BallotType, { kind: 'grades' }>, grade: string): Amount | null {
  const known = ballot.grades.find(({ id }) => id === grade);
  if (!known) throw new RangeError(`no grade ${grade} on ballot ${ballot.id}`);
  return known.points === null ? null : readAmount(known.points);
}

function readOne(ballot: BallotType, text: string): Amount | null {
  switch (ballot.kind) {
    case 'grades':
      return readGrade(ballot, text);
    case 'approval':
    case 'yes-no':
    case 'winner':
      return text === 'yes' ? yes : text === 'no' ? no : null;
    case 'points':
    case 'total':
    case 'ranking':
    case 'placement': {
      const amount = readAmount(text);
      if (amount === null) throw new RangeError(`not a mark on ballot ${ballot.id}: ${text}`);
      return amount;
    }
    default:
      return unreachable(ballot);
  }
}

/** Reads a vote as one amount; null where it stands outside the denominator (弃权). */
export type MarkReader = (values: VoteValues) => Amount | null;

/**
 * The sum of the criteria asked for (all, when left out) of a checked vote. A vote that breaks its ballot's form is a
 * fault and throws: `checkVote` refuses it before it is stored.
 */
export function markReader(ballot: BallotType, criteria: readonly string[] | undefined): MarkReader {
  const keys = (criteria ?? valueKeys(ballot)).map((key) => ({ key, read: valueReader(ballot, key) }));
  return (values) => {
    let total: Amount = 0;
    for (const { key, read } of keys) {
      const amount = read(values[key]);
      if (amount === null) return null;
      total = addAmounts(total, amount);
    }
    return total;
  };
}

/** Reads one value, a criterion's by its factor. */
function valueReader(ballot: BallotType, key: string): (text: string | undefined) => Amount | null {
  const own = ballot.kind === 'points' ? ballot.criteria.find(({ id }) => id === key)?.factor : undefined;
  const factor = decimal(own ?? '1');
  // A contest has a few dozen different marks and reads each of them thousands of times.
  const known = new Map<string, Amount | null>();
  return (text) => {
    if (text === undefined) throw new RangeError(`a mark is missing on ballot ${ballot.id}`);
    const before = known.get(text);
    if (before !== undefined) return before;
    const plain = readOne(ballot, text);
    const amount = plain === null ? null : toAmount(multiply(toRational(plain), factor));
    known.set(text, amount);
    return amount;
  };
}

function pointsAt(points: PlacePoints, place: bigint): Rational {
  if ('first' in points)
    return add(decimal(points.first), multiply(decimal(points.step), rational(place - 1n)));
  return decimal(points.table[Number(place) - 1] ?? points.beyond);
}

/** The points for a place; between two places of a table they lie on the straight line. */
export function pointsForPlace(points: PlacePoints, place: Rational): Rational {
  const whole = place.numerator / place.denominator;
  const below = pointsAt(points, whole);
  const rest = subtract(place, rational(whole));
  if (rest.numerator === 0n) return below;
  return add(below, multiply(rest, subtract(pointsAt(points, whole + 1n), below)));
}

/** Whether a mark is one of those a share or a count looks at; without `counting`, those above zero. */
export function isLookedFor(counting: MarksNode['counting'], text: string, amount: Amount): boolean {
  if (!counting) return compareAmounts(amount, 0) > 0;
  if ('grades' in counting) return counting.grades.includes(text);
  if ('from' in counting) return compareAmounts(amount, toAmount(decimal(counting.from))) >= 0;
  return compareAmounts(amount, toAmount(decimal(counting.to))) <= 0;
}
