import type { Round } from '../domain/round.ts';
import { calculator } from '../domain/scoring/rules/calculate.ts';
import type { BallotVotes, ContestUnit } from '../domain/scoring/rules/contest.ts';
import { type GroupTurnout, turnoutOf } from '../domain/scoring/rules/turnout.ts';
import { currentRound, type EventState } from '../domain/state.ts';
import type { UnitId } from '../kernel/brand.ts';
import { firstBallot, firstVotes } from './first-ballot.ts';

/** Where the ballots of one group on one unit went. All are counts of seats. */
export type BallotCounts = {
  readonly group: string;
  readonly expected: number;
  readonly absent: number;
  readonly present: number;
  readonly recused: number;
  readonly issued: number;
  readonly returned: number;
  readonly valid: number;
  readonly abstained: number;
  readonly void: number;
  readonly excluded: number;
  readonly notYet: number;
  readonly hasQuorum: boolean;
};

/** `returned` is how many of the issued ballots came back, whatever became of them. */
export function ballotCounts(turnout: GroupTurnout, returned: number): BallotCounts {
  const { group, expected, valid, outside, states, hasQuorum } = turnout;
  const present = expected - states.absent;
  return {
    group,
    expected,
    absent: states.absent,
    present,
    recused: states.recused,
    issued: present - states.recused,
    returned,
    valid,
    abstained: outside + states.abstained,
    void: states.void,
    excluded: states.excluded,
    notYet: states['not-yet'],
    hasQuorum,
  };
}

/** More came back than were handed out: the vote is void. */
export function isOverfull({ returned, issued }: Pick<BallotCounts, 'returned' | 'issued'>): boolean {
  return returned > issued;
}

/** The rounds' votes, those of units without any ballot that counts among them. */
function castUnits(
  state: EventState,
  ballot: string,
): readonly { readonly round: Round; readonly unit: ContestUnit }[] {
  return state.definition.units.flatMap(({ id }) => {
    const round = currentRound(state, id);
    if (round?.state !== 'counted') return [];
    const cast = firstVotes(state, round);
    return [{ round, unit: { unit: id, ballots: { [ballot]: cast } } }];
  });
}

/** A seat that was recused after it had voted is issued no ballot any more, so its ballot isn't among those returned. */
function returnedOf(cast: BallotVotes | undefined, seats: readonly string[]): number {
  return seats.filter((seat) => cast?.votes[seat] !== undefined && cast.states?.[seat] !== 'recused').length;
}

/** Every counted round with the counts of each group that casts the ballot, in the units' order of appearance. */
export function countedRounds(
  state: EventState,
): readonly { readonly unit: UnitId; readonly round: number; readonly groups: readonly BallotCounts[] }[] {
  const { scheme, seats } = state.definition;
  const ballot = firstBallot(scheme);
  const cast = castUnits(state, ballot.id);
  const calculation = calculator(scheme)({
    seats: seats.map(({ id, group }) => ({ seat: id, group })),
    units: cast.map(({ unit }) => unit),
  });
  return cast.map(({ round, unit }) => ({
    unit: unit.unit as UnitId,
    round: round.number,
    groups: turnoutOf(calculation, ballot.id, unit.unit).map((turnout) => {
      const own = seats.filter(({ group }) => group === turnout.group).map(({ id }) => id);
      return ballotCounts(turnout, returnedOf(unit.ballots?.[ballot.id], own));
    }),
  }));
}
