import type { AttemptRef } from '../domain/attempts.ts';
import { attemptsIn, ballotsOn } from '../domain/contest-of.ts';
import type { Round } from '../domain/round.ts';
import type { BallotType } from '../domain/scoring/rules/ballot-type.ts';
import type { BallotVotes, VoteValues } from '../domain/scoring/rules/contest.ts';
import { type EventState, roundFor } from '../domain/state.ts';
import type { UnitId } from '../kernel/brand.ts';
import { mean, parseDecimal, type Rational } from '../kernel/rational.ts';

/** One ballot of the scheme on one unit, or on an attempt of it: its votes, and the round that they were cast in. */
export type VotedBallot = {
  readonly unit: UnitId;
  /** Null where it was cast on the unit itself. */
  readonly attempt: AttemptRef | null;
  readonly ballot: BallotType;
  readonly round: Round;
  readonly cast: BallotVotes;
};

/**
 * The ballots that were cast and counted on a unit itself, then on its attempts in order, each time in the scheme's
 * order; none before the count, so that no mark leaves a running contest.
 */
export function votedBallots(state: EventState, unit: UnitId): readonly VotedBallot[] {
  if (state.result.kind === 'none') return [];
  return [null, ...attemptsIn(state)].flatMap((attempt) => {
    const all = ballotsOn(state, unit, attempt);
    return state.definition.scheme.ballots.flatMap((ballot): readonly VotedBallot[] => {
      const round = roundFor(state, unit, ballot.id, attempt);
      const cast = all[ballot.id];
      return round?.state === 'counted' && cast ? [{ unit, attempt, ballot, round, cast }] : [];
    });
  });
}

/** A vote that counts, by the group of its seat; whose it is, isn't said. */
export type CountedVote = { readonly group: string; readonly values: VoteValues };

/** The votes that count, in the order of their groups. */
export function countedVotes(
  { definition }: Pick<EventState, 'definition'>,
  { cast: { votes, states } }: VotedBallot,
): readonly CountedVote[] {
  return definition.seats.flatMap(({ id, group }) => {
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
