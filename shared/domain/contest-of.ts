import type { UnitId } from '../kernel/brand.ts';
import type { Round } from './round.ts';
import { liveBallot } from './scoring/live-ballot.ts';
import type { BallotType } from './scoring/rules/ballot-type.ts';
import type { BallotVotes, Contest, SeatState } from './scoring/rules/contest.ts';
import { checkVote } from './scoring/rules/vote-check.ts';
import { currentRound, type EventState } from './state.ts';

// SCORE-1
/** The votes of a round with the state of every seat whose vote doesn't count. */
export function votesOf(round: Round, ballot: BallotType): BallotVotes {
  const states: { [seat: string]: SeatState } = {};
  const votes: { [seat: string]: BallotVotes['votes'][string] } = {};
  for (const { seat, decision } of round.decisions) if (decision !== 'paper') states[seat] = decision;
  for (const seat of round.expected) {
    const stored = round.ballots[seat];
    if (!stored) continue;
    votes[seat] = stored.values;
    const faults = checkVote(ballot, [round.unit], { values: { [round.unit]: stored.values } });
    if (states[seat] === undefined && faults.some(({ effect }) => effect === 'void')) states[seat] = 'void';
  }
  return { votes, states };
}

/** Whether anybody's vote counts in the round. */
export function hasVotes({ votes, states }: BallotVotes): boolean {
  return Object.keys(votes).some((seat) => states?.[seat] === undefined);
}

// SCORE-5
/** Units that stood on stage but have no vote that counts: they are in nobody's ranking. */
export function isUnscored(state: EventState, unit: UnitId): boolean {
  const round = currentRound(state, unit);
  if (state.exits.some((exit) => exit.unit === unit)) return false;
  return round !== null && !hasVotes(votesOf(round, liveBallot(state.definition.scheme)));
}

/** All that the result is made of: units in the order of appearance, seats in seat order. */
export function contestOf(state: EventState): Contest {
  const ballot = liveBallot(state.definition.scheme);
  return {
    seats: state.definition.seats.map(({ id, group }) => ({ seat: id, group })),
    units: state.definition.units.map(({ id }) => {
      const round = currentRound(state, id);
      const votes = round && votesOf(round, ballot);
      const exit = state.exits.find(({ unit }) => unit === id);
      // ROUND-15
      if (exit) return { unit: id, state: exit.why, ...(votes && { ballots: { [ballot.id]: votes } }) };
      return votes && hasVotes(votes)
        ? { unit: id, ballots: { [ballot.id]: votes } }
        : { unit: id, state: 'not-called' as const };
    }),
  };
}
