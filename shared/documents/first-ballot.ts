import type { Round } from '../domain/round.ts';
import { votesOn } from '../domain/round-papers.ts';
import type { BallotType } from '../domain/scoring/rules/ballot-type.ts';
import type { BallotVotes } from '../domain/scoring/rules/contest.ts';
import type { ScoringScheme } from '../domain/scoring/rules/scoring-scheme.ts';
import type { EventState } from '../domain/state.ts';

export function firstBallot({ ballots }: ScoringScheme): BallotType {
  const [first] = ballots;
  if (!first) throw new RangeError('a scheme without a ballot');
  return first;
}

/** The votes of the first ballot in a round on one unit. */
export function firstVotes(state: EventState, round: Round): BallotVotes {
  if (round.unit === null) throw new RangeError('a round on all units');
  return votesOn(round, state, firstBallot(state.definition.scheme).id, round.unit);
}
