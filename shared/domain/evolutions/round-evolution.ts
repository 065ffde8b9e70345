import type { EventOf } from '../events.ts';
import type { Round } from '../round.ts';
import type { EventState } from '../state.ts';

export function changeRound(state: EventState, id: string, change: (round: Round) => Round): EventState {
  const round = state.rounds[id];
  if (!round) throw new Error(`no round ${id}`);
  return { ...state, rounds: { ...state.rounds, [id]: change(round) } };
}

export function roundOpened(state: EventState, event: EventOf<'RoundOpened'>): EventState {
  const round: Round = {
    id: event.round,
    unit: event.unit,
    number: event.number,
    opening: 1,
    state: 'open',
    schemeHash: state.schemeHash,
    expected: event.expected,
    ballots: Object.fromEntries(event.expected.map((seat) => [seat, null])),
    decisions: [],
  };
  return {
    ...state,
    rounds: { ...state.rounds, [event.round]: round },
    roundOrder: [...state.roundOrder, event.round],
  };
}

// ROUND-5: figures made from a round that is open again are void.
export function roundReopened(state: EventState, event: EventOf<'RoundReopened'>): EventState {
  const rounds = Object.fromEntries(
    Object.values(state.rounds).map((round) => {
      if (round.id === event.round)
        return [round.id, { ...round, state: 'open' as const, opening: event.opening }];
      return [round.id, round.state === 'counted' ? { ...round, state: 'locked' as const } : round];
    }),
  );
  return { ...state, rounds, result: { kind: 'none' }, notCalled: [] };
}

// BALLOT-5
export function ballotStored(state: EventState, event: EventOf<'BallotStored'>): EventState {
  const { seat, device, n, opening, ballotNumber, values, signed } = event;
  const ballot = { seat, device, n, opening, ballotNumber, values, signed };
  return changeRound(state, event.round, (round) => ({
    ...round,
    ballots: { ...round.ballots, [seat]: ballot },
  }));
}

export function roundsCounted(state: EventState, event: EventOf<'RoundsCounted'>): EventState {
  const counted = event.rounds.reduce(
    (next, id) => changeRound(next, id, (round) => ({ ...round, state: 'counted' })),
    state,
  );
  return { ...counted, notCalled: event.notCalled, result: { kind: 'counted', figures: event.figures } };
}
