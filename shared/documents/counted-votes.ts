import type { Round } from '../domain/round.ts';
import type { VoteValues } from '../domain/scoring/rules/contest.ts';
import { currentRound, type EventState } from '../domain/state.ts';
import type { UnitId } from '../kernel/brand.ts';
import { mean, parseDecimal, type Rational } from '../kernel/rational.ts';
import { firstVotes } from './first-ballot.ts';

/** The unit's round once it is counted; null before, so that no mark leaves a running contest. */
export function countedRound(state: EventState, unit: UnitId): Round | null {
  const round = state.result.kind === 'none' ? null : currentRound(state, unit);
  return round?.state === 'counted' ? round : null;
}

export type CountedVote = { readonly group: string; readonly values: VoteValues };

/** The votes that count in a round, in seat order, with the group of each. */
export function countedVotes(state: EventState, round: Round): readonly CountedVote[] {
  const { votes, states } = firstVotes(state, round);
  return state.definition.seats.flatMap(({ id, group }) => {
    const values = votes[id];
    return values && states?.[id] === undefined ? [{ group, values }] : [];
  });
}

/** The mean of one mark over these votes; null without any. */
export function meanMark(votes: readonly CountedVote[], key: string): Rational | null {
  const marks = votes.flatMap(({ values }) => {
    const mark = parseDecimal(values[key] ?? '');
    return mark.ok ? [mark.value] : [];
  });
  return marks.length === 0 ? null : mean(marks);
}
