import { type LocalText, localText } from '../../../kernel/language.ts';
import type { BallotType } from '../rules/ballot-type.ts';
import type { BallotVotes, Contest, SeatState, VoteValues } from '../rules/contest.ts';
import type { ScoringScheme } from '../rules/scoring-scheme.ts';
import { buildSample } from './build-sample.ts';
import { firstVotes, type Impression, type SeatVotes, shiftedWithinSum } from './sample-marks.ts';
import { drawFrom, type SampleRoom, sampleRoom, seatsForTrim } from './sample-room.ts';
import { isOneBallot, validVotes } from './sample-validity.ts';

/**
 * The units of every sample. In the first a seat is recused; the second and the third are equal in total wherever
 * ballots alone decide; the last withdrew after it had been marked.
 */
export const sampleUnits: readonly {
  readonly unit: string;
  readonly name: LocalText;
  readonly what: 'recused' | 'equal' | 'plain' | 'withdrew';
}[] = [
  { unit: 'sample-1', name: localText('甲', '甲', 'A'), what: 'recused' },
  { unit: 'sample-2', name: localText('乙', '乙', 'B'), what: 'equal' },
  { unit: 'sample-3', name: localText('丙', '丙', 'C'), what: 'equal' },
  { unit: 'sample-4', name: localText('丁', '丁', 'D'), what: 'plain' },
  { unit: 'sample-5', name: localText('戊', '戊', 'E'), what: 'withdrew' },
];

const merit = [884, 852, 852, 803, 868];
/** How mild or strict each seat of a group is. */
const lean = [6, 34, -28, 12, -9, 47, -52, 21, -16, 3, -35, 27];

type SeatInGroup = {
  readonly seat: string;
  readonly group: string;
  /** Which group of the scheme it is, from 0. */
  readonly nth: number;
  readonly index: number;
  readonly of: number;
};

function seatsInGroups({ seats }: SampleRoom): readonly SeatInGroup[] {
  const groups = [...new Set(seats.map(({ group }) => group))];
  return seats.map(({ seat, group }, n) => {
    const own = seats.filter((other) => other.group === group);
    return {
      seat,
      group,
      nth: groups.indexOf(group),
      index: n - seats.findIndex((other) => other.group === group),
      of: own.length,
    };
  });
}

/** The third unit gets the second's marks from the seats in reverse: the same numbers, so the same mean. */
function impressionOf({ index, of, nth }: SeatInGroup, unit: number, item: number): Impression {
  const as = unit === 2 ? of - 1 - index : index;
  return {
    thousandths: (merit[unit] ?? 800) + (lean[as] ?? 0) - item * 23 - nth * 11,
    turn: as * 5 + likeness(unit) * 3 + item * 4 + nth * 4,
  };
}

type CastOnUnit = { votes: { [seat: string]: VoteValues }; states: { [seat: string]: SeatState } };

/** All seats' votes of one ballot, by unit. A seat whose ballot the rules would never let through is absent. */
function castOf(ballot: BallotType, seats: readonly SeatInGroup[], item: number): readonly BallotVotes[] {
  const cast = sampleUnits.map((): CastOnUnit => ({ votes: {}, states: {} }));
  const wanted = seats.filter(({ group }) => ballot.groups?.includes(group) ?? true);
  const recused = wanted.find(({ index, of, group }) => index === of - 1 && group === wanted[0]?.group);
  for (const seat of wanted) {
    const may = sampleUnits.filter(({ what }) => !(what === 'recused' && seat.seat === recused?.seat));
    const seen = may.map(({ unit }) => {
      const n = sampleUnits.findIndex((other) => other.unit === unit);
      return { unit, impression: impressionOf(seat, n, item) };
    });
    const third = sampleUnits[2]?.unit ?? '';
    const written = (votes: SeatVotes): SeatVotes => {
      const own = votes[third];
      return own ? { ...votes, [third]: shiftedWithinSum(ballot, own) } : votes;
    };
    const ballots = isOneBallot(ballot) ? [seen] : seen.map((one) => [one]);
    const valid = ballots.map((units) => ({
      units,
      votes: validVotes(ballot, written(firstVotes(ballot, units))),
    }));
    for (const [n, { unit }] of sampleUnits.entries()) {
      const on = cast[n];
      if (!on) continue;
      const own = valid.find(({ units }) => units.some((each) => each.unit === unit));
      const values = own?.votes?.[unit];
      if (values) on.votes[seat.seat] = values;
      else on.states[seat.seat] = own ? 'absent' : 'recused';
    }
  }
  return cast;
}

/** What is unlike between two units of the sample; the third is like the second. */
const likeness = (unit: number): number => (unit === 2 ? 1 : unit);

/**
 * Made-up ballots and measured values for a scheme, the same at every call: four units that compete, and one that
 * withdrew late. Ballots keep the scheme's validity rules, groups have enough seats for its trims, one recused or not.
 */
export function sampleContest(scheme: ScoringScheme): Contest {
  const spare = scheme.groups.length > 0 ? 1 : 2;
  const room = sampleRoom(
    scheme,
    sampleUnits.map(({ unit }) => unit),
    (group) => seatsForTrim(scheme, group) + spare,
  );
  const seats = seatsInGroups(room);
  const contest = buildSample(scheme, room, {
    cast: (ballot, item) => castOf(ballot, seats, item ?? 0),
    drawAt: ({ unit, item }) => drawFrom(10 * likeness(unit) + (item ?? 9)),
    adjusted: 3,
  });
  return {
    ...contest,
    units: contest.units.map((entry, n) =>
      sampleUnits[n]?.what === 'withdrew' ? { ...entry, state: 'withdrew' } : entry,
    ),
  };
}
