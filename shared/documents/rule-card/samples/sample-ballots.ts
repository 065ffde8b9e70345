import type { BallotType } from '../../../domain/scoring/rules/ballot-type.ts';
import { isCastBy } from '../../../domain/scoring/rules/casting.ts';
import type { BallotVotes, VoteValues } from '../../../domain/scoring/rules/contest.ts';
import { type MarkRange, votesOfRanking } from '../../../domain/scoring/rules/vote-check.ts';
import { sampleDecimal } from '../../../domain/scoring/sample/sample-measures.ts';
import type { Draw, SampleRoom } from '../../../domain/scoring/sample/sample-room.ts';
import { isOneBallot, validVotes } from '../../../domain/scoring/sample/sample-validity.ts';
import { add, decimal, divide, multiply, rational, subtract } from '../../../kernel/rational.ts';
import { unreachable } from '../../../kernel/unreachable.ts';

/** How good the units are and how far judges differ: in hundredths of a range, and in steps. */
export type Character = {
  readonly qualities: readonly number[];
  readonly noise: number;
  /** Marks take every step of their range, instead of a few that are easy to add up. */
  readonly isFine: boolean;
};

type Cast = { readonly [unit: string]: VoteValues };

/** A range has at most so many different marks in a sample, so that they are easy to add up. */
const finest = 40n;

/** The marks of a range in order, as text: all of them, or every so many. */
type Scale = { readonly last: number; readonly textAt: (place: number) => string };

const scales = new WeakMap<MarkRange, { readonly fine: Scale; readonly coarse: Scale }>();

function newScale(range: MarkRange, isFine: boolean): Scale {
  const [minimum, maximum, step] = [decimal(range.minimum), decimal(range.maximum), decimal(range.step)];
  const steps = divide(subtract(maximum, minimum), step).numerator;
  const stride = isFine ? 1n : (steps + finest - 1n) / finest;
  const texts: string[] = [];
  return {
    last: Number(steps / stride),
    textAt: (place) => {
      texts[place] ??= sampleDecimal(add(minimum, multiply(step, rational(stride * BigInt(place)))));
      return texts[place];
    },
  };
}

function scaleOf(range: MarkRange, isFine: boolean): Scale {
  const known = scales.get(range) ?? { fine: newScale(range, true), coarse: newScale(range, false) };
  scales.set(range, known);
  return isFine ? known.fine : known.coarse;
}

function drawMark(range: MarkRange, quality: number, { noise, isFine }: Character, draw: Draw): string {
  const { last, textAt } = scaleOf(range, isFine);
  // Few marks differ where units are to come out nearly equal.
  const isMoved = !isFine || draw(3) === 0;
  const wanted = Math.round((last * quality) / 100) + (isMoved ? draw(2 * noise + 1) - noise : 0);
  return textAt(Math.min(last, Math.max(0, wanted)));
}

/** Units from the best liked; each judge differs a little. */
function liked(units: readonly string[], { qualities, noise }: Character, draw: Draw): readonly string[] {
  const spread = 4 * noise + 1;
  return units
    .map((unit, n) => ({ unit, worth: (qualities[n] ?? 0) + draw(2 * spread + 1) - spread }))
    .sort((a, b) => b.worth - a.worth)
    .map(({ unit }) => unit);
}

function drawGrade(ballot: Extract<BallotType, { kind: 'grades' }>, quality: number, draw: Draw): string {
  const counted = ballot.grades.filter(({ points }) => points !== null);
  const outside = ballot.grades.filter(({ points }) => points === null);
  if (outside.length > 0 && draw(12) === 0) return outside[draw(outside.length)]?.id ?? '';
  const order = [...counted].sort((a, b) => Number(b.points) - Number(a.points));
  const last = order.length - 1;
  const place = Math.floor(((100 - quality + draw(60)) * order.length) / 110);
  return order[Math.min(last, Math.max(0, place))]?.id ?? counted[0]?.id ?? '';
}

function drawOnce(ballot: BallotType, units: readonly string[], character: Character, draw: Draw): Cast {
  const { qualities } = character;
  const onEach = (write: (quality: number) => VoteValues): Cast =>
    Object.fromEntries(units.map((unit, n) => [unit, write(qualities[n] ?? 80)]));
  const naming = (names: readonly string[]): Cast =>
    Object.fromEntries(units.map((unit) => [unit, { vote: names.includes(unit) ? 'yes' : 'no' }]));
  switch (ballot.kind) {
    case 'points':
      return onEach((quality) =>
        Object.fromEntries(
          ballot.criteria.map((criterion) => [criterion.id, drawMark(criterion, quality, character, draw)]),
        ),
      );
    case 'total':
      return onEach((quality) => ({ total: drawMark(ballot, quality, character, draw) }));
    case 'grades':
      return onEach((quality) => ({ grade: drawGrade(ballot, quality, draw) }));
    case 'ranking':
    case 'placement':
      return votesOfRanking(liked(units, character, draw));
    case 'approval': {
      const most = Math.min(ballot.atMost, units.length);
      const count = Math.max(ballot.atLeast, most - draw(2), 1);
      return naming(liked(units, character, draw).slice(0, count));
    }
    case 'yes-no':
      return onEach((quality) => ({
        vote: draw(100) < quality - 10 ? 'yes' : draw(8) === 0 ? 'abstain' : 'no',
      }));
    case 'winner':
      return naming(liked(units, character, draw).slice(0, 1));
    default:
      return unreachable(ballot);
  }
}

/** Drawn votes, changed until the scheme's further rules let them through. */
function drawCast(ballot: BallotType, units: readonly string[], character: Character, draw: Draw): Cast {
  const cast = drawOnce(ballot, units, character, draw);
  if (ballot.validity.length === 0) return cast;
  if (isOneBallot(ballot)) return validVotes(ballot, cast) ?? cast;
  const own = Object.entries(cast).map(([unit, values]): Cast => ({ [unit]: values }));
  return Object.assign({}, ...own.map((votes) => validVotes(ballot, votes) ?? votes));
}

/** Every seat's ballot on every unit of the room, by its own form and rules. */
export function drawBallots(
  ballot: BallotType,
  room: SampleRoom,
  character: Character,
  draw: Draw,
): readonly BallotVotes[] {
  const casting = room.seats.filter(({ group }) => isCastBy(ballot, group));
  const casts = casting.map(({ seat }) => ({ seat, cast: drawCast(ballot, room.units, character, draw) }));
  return room.units.map((unit) => ({
    votes: Object.fromEntries(casts.map(({ seat, cast }) => [seat, cast[unit] ?? {}])),
  }));
}
