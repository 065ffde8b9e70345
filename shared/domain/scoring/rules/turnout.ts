import type { MarkState } from './ballot-type.ts';
import type { Calculation } from './calculate.ts';
import type { SeatState } from './contest.ts';
import { markReader } from './mark-reading.ts';
import { hasQuorum } from './panel.ts';

/** The ballots of one group on one unit. `valid` are those in the denominator; `outside` were given, but abstain (弃权). */
export type GroupTurnout = {
  readonly group: string;
  readonly expected: number;
  readonly valid: number;
  readonly outside: number;
  readonly states: { readonly [state in MarkState | SeatState]: number };
  /** False where fewer came than the scheme asks for; true without a quorum. */
  readonly hasQuorum: boolean;
};

const noStates: GroupTurnout['states'] = {
  'not-yet': 0,
  abstained: 0,
  recused: 0,
  absent: 0,
  void: 0,
  excluded: 0,
};

// RULE-26
/** What came in on a ballot from every group that casts it, in the order in which groups first sit. */
export function turnoutOf(
  { plan, contest }: Calculation,
  ballotId: string,
  unitId: string,
): readonly GroupTurnout[] {
  const ballot = plan.ballotById.get(ballotId);
  const unit = contest.units.find((entry) => entry.unit === unitId);
  if (!ballot || !unit) throw new RangeError(`no ballot ${ballotId} on unit ${unitId}`);
  const cast = unit.ballots?.[ballotId] ?? { votes: {} };
  const read = markReader(ballot, undefined);
  const casting = contest.seats.filter(({ group }) => ballot.groups?.includes(group) ?? true);
  return [...new Set(casting.map(({ group }) => group))].map((group) => {
    const seats = casting.filter((seat) => seat.group === group);
    const states = { ...noStates };
    let [valid, outside] = [0, 0];
    for (const { seat } of seats) {
      const vote = cast.votes[seat];
      const state = cast.states?.[seat];
      if (state !== undefined) states[state] += 1;
      else if (!vote) states['not-yet'] += 1;
      else if (read(vote) === null) outside += 1;
      else valid += 1;
    }
    const quorum = plan.scheme.groups.find(({ id }) => id === group)?.quorum;
    return {
      group,
      expected: seats.length,
      valid,
      outside,
      states,
      hasQuorum: !quorum || hasQuorum({ group, ...quorum.atLeast }, ballot, seats, cast),
    };
  });
}
