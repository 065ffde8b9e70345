import { loweredBy, type Round } from '../domain/round.ts';
import type { BallotType } from '../domain/scoring/rules/ballot-type.ts';
import { calculator } from '../domain/scoring/rules/calculate.ts';
import { type GroupTurnout, turnoutOf } from '../domain/scoring/rules/turnout.ts';
import type { EventState } from '../domain/state.ts';
import type { UnitId } from '../kernel/brand.ts';
import { type VotedBallot, votedBallots } from './voted-ballots.ts';

/** Where the ballots of one group on one unit went. All are counts of seats. */
export type BallotCounts = {
  readonly group: string;
  readonly expected: number;
  readonly absent: number;
  readonly present: number;
  readonly recused: number;
  /** Voted on a paper that didn't hold the unit, which had left before. */
  readonly without: number;
  readonly issued: number;
  readonly returned: number;
  readonly valid: number;
  readonly abstained: number;
  readonly void: number;
  readonly excluded: number;
  readonly notYet: number;
  readonly hasQuorum: boolean;
};

/**
 * `returned` is how many of the issued ballots came back, whatever became of them; `without`, how many seats voted on a
 * paper that didn't hold the unit.
 */
export function ballotCounts(turnout: GroupTurnout, returned: number, without: number): BallotCounts {
  const { group, expected, valid, outside, states, hasQuorum } = turnout;
  const present = expected - states.absent;
  return {
    group,
    expected,
    absent: states.absent,
    present,
    recused: states.recused,
    without,
    issued: present - states.recused - without,
    returned,
    valid,
    abstained: outside + states.abstained,
    void: states.void,
    excluded: states.excluded,
    notYet: states['not-yet'] - without,
    hasQuorum,
  };
}

/** More came back than were handed out: the vote is void. */
export function isOverfull({ returned, issued }: Pick<BallotCounts, 'returned' | 'issued'>): boolean {
  return returned > issued;
}

/** By how many ballots fewer a group of a secret round was waited for, and why. */
export type LoweredCount = { readonly by: number; readonly reason: string };

/** One ballot of the scheme in one round, with the counts of each group that casts it. */
export type CountedBallot = {
  readonly round: Round;
  readonly ballot: BallotType;
  /** The units that these counts are true of: one, or all of the round where they are the same for each. */
  readonly units: readonly UnitId[];
  readonly groups: readonly (BallotCounts & { readonly lowered: LoweredCount | null })[];
};

// ROUND-18
/** Whether a seat's stored paper says nothing of the unit: the unit had left before. */
function isWithout({ round, cast }: VotedBallot, seat: string): boolean {
  return Boolean(round.ballots[seat]) && !cast.votes[seat] && cast.states?.[seat] === undefined;
}

/** A seat that was recused after it had voted is issued no ballot any more, so its ballot isn't among those returned. */
function returnedOf(voted: VotedBallot, seats: readonly string[]): number {
  const { round, cast } = voted;
  return seats.filter(
    (seat) => round.ballots[seat] && cast.states?.[seat] !== 'recused' && !isWithout(voted, seat),
  ).length;
}

function loweredOf(round: Round, group: string): LoweredCount | null {
  const own = round.lowered.filter((lowered) => lowered.group === group);
  return own.length === 0
    ? null
    : { by: loweredBy(round, group), reason: own.map(({ reason }) => reason).join(' / ') };
}

/** What of one ballot is the same on every unit of a paper is said once. */
function together(counted: readonly CountedBallot[]): readonly CountedBallot[] {
  const [first] = counted;
  if (!first) return [];
  const text = JSON.stringify(first.groups);
  return counted.every(({ groups }) => JSON.stringify(groups) === text)
    ? [{ ...first, units: counted.flatMap(({ units }) => units) }]
    : counted;
}

/**
 * Every counted round with its ballots, those that nobody's ballot counts of among them: first units voted on alone, in
 * the order of appearance, then rounds on all units in the order of opening, each with its ballots in the scheme's.
 */
export function countedBallots(state: EventState): readonly CountedBallot[] {
  const { scheme, seats, units } = state.definition;
  const voted = units.map(({ id }) => ({ unit: id, ballots: votedBallots(state, id) }));
  const calculate = calculator(scheme);
  const panel = seats.map(({ id, group }) => ({ seat: id, group }));
  const turnouts = ({ unit, ballot: { id }, cast }: VotedBallot) =>
    turnoutOf(calculate({ seats: panel, units: [{ unit, ballots: { [id]: cast } }] }), id, unit);
  const countsOf = (own: VotedBallot): CountedBallot => ({
    round: own.round,
    ballot: own.ballot,
    units: [own.unit],
    groups: turnouts(own).map((turnout) => {
      const members = seats.filter(({ group }) => group === turnout.group).map(({ id }) => id);
      return {
        ...ballotCounts(
          turnout,
          returnedOf(own, members),
          members.filter((seat) => isWithout(own, seat)).length,
        ),
        lowered: loweredOf(own.round, turnout.group),
      };
    }),
  });
  const all = voted.flatMap(({ ballots }) => ballots);
  const apart = all.filter(({ round }) => round.unit !== null).map(countsOf);
  const onAll = state.roundOrder.flatMap((id) =>
    scheme.ballots.flatMap((ballot) =>
      together(
        all
          .filter(({ round, ballot: own }) => round.unit === null && round.id === id && own.id === ballot.id)
          .map(countsOf),
      ),
    ),
  );
  return [...apart, ...onAll];
}
