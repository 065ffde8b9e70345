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
    schemeHash: event.schemeHash,
    expected: event.expected,
    ballots: Object.fromEntries(event.expected.map((seat) => [seat, null])),
    // ROUND-11
    decisions: state.recusals
      .filter(({ unit, seat }) => unit === event.unit && event.expected.includes(seat))
      .map(({ seat, reason }) => ({ seat, decision: 'recused', reason })),
    returned: [],
    movedTo: null,
  };
  return {
    ...state,
    rounds: { ...state.rounds, [event.round]: round },
    roundOrder: [...state.roundOrder, event.round],
  };
}

/** Counted rounds are locked again: what was made of them is void. */
function withoutCount(state: EventState): EventState {
  const rounds = Object.fromEntries(
    Object.values(state.rounds).map((round) => [
      round.id,
      round.state === 'counted' ? { ...round, state: 'locked' as const } : round,
    ]),
  );
  return { ...state, rounds, result: { kind: 'none' }, notCalled: [], proposals: [], whatIfs: [] };
}

// ROUND-5: figures made from a round that is open again are void.
export function roundReopened(state: EventState, event: EventOf<'RoundReopened'>): EventState {
  return changeRound(withoutCount(state), event.round, (round) => ({
    ...round,
    state: 'open',
    opening: event.opening,
  }));
}

// ROUND-13, ROUND-14
export function roundVoided(state: EventState, event: EventOf<'RoundVoided'>): EventState {
  const before = event.why === 'undone' ? state : withoutCount(state);
  return changeRound(before, event.round, (round) => ({ ...round, state: 'voided', movedTo: event.toUnit }));
}

// ROUND-10
export function paperBallotEntered(state: EventState, event: EventOf<'PaperBallotEntered'>): EventState {
  const { seat, ballotNumber, values, reason } = event;
  return changeRound(state, event.round, (round) => ({
    ...round,
    ballots: {
      ...round.ballots,
      [seat]: {
        seat,
        device: 0,
        n: 0,
        opening: round.opening,
        ballotNumber,
        values,
        signed: '',
        source: 'paper',
      },
    },
    decisions: round.decisions.some((decision) => decision.seat === seat)
      ? round.decisions
      : [...round.decisions, { seat, decision: 'paper', reason }],
  }));
}

// ROUND-12
export function ballotReturned(state: EventState, event: EventOf<'BallotReturned'>): EventState {
  return changeRound(state, event.round, (round) => {
    const ballot = round.ballots[event.seat];
    if (!ballot) throw new Error(`no ballot of ${event.seat} to return`);
    const { seat, ballotNumber, values } = ballot;
    // BALLOT-7: paper has no number of a device; the one given back before it stays the latest.
    const earlier = round.returned.find((returned) => returned.seat === seat);
    const { device, n } = ballot.source === 'paper' && earlier ? earlier : ballot;
    return {
      ...round,
      ballots: { ...round.ballots, [seat]: null },
      decisions: round.decisions.filter((decision) => decision.seat !== seat),
      returned: [
        ...round.returned.filter((returned) => returned.seat !== seat),
        { seat, device, n, ballotNumber, values, reason: event.reason },
      ],
    };
  });
}

/** Changes the unit's rounds that stand and aren't counted. */
function changeRoundsOf(state: EventState, unit: string, change: (round: Round) => Round): EventState {
  const rounds = Object.values(state.rounds).filter(
    (round) => round.unit === unit && (round.state === 'open' || round.state === 'locked'),
  );
  return rounds.reduce((next, round) => changeRound(next, round.id, change), state);
}

// ROUND-11
export function seatRecused(state: EventState, event: EventOf<'SeatRecused'>): EventState {
  const { seat, unit, reason } = event;
  const recused = changeRoundsOf(state, unit, (round) =>
    round.expected.includes(seat)
      ? {
          ...round,
          decisions: [
            ...round.decisions.filter((decision) => decision.seat !== seat),
            { seat, decision: 'recused', reason },
          ],
        }
      : round,
  );
  return { ...recused, recusals: [...recused.recusals, { seat, unit, reason }] };
}

// ROUND-11
export function recusalWithdrawn(state: EventState, event: EventOf<'RecusalWithdrawn'>): EventState {
  const { seat, unit } = event;
  const admitted = changeRoundsOf(state, unit, (round) => {
    const others = round.decisions.filter(
      (decision) => decision.seat !== seat || decision.decision !== 'recused',
    );
    // BALLOT-9: the seat's paper ballot counts again, so no electronic one may take its place.
    const isOnPaper = round.ballots[seat]?.source === 'paper';
    return {
      ...round,
      decisions: isOnPaper ? [...others, { seat, decision: 'paper', reason: '' }] : others,
    };
  });
  return {
    ...admitted,
    recusals: admitted.recusals.filter((recusal) => recusal.seat !== seat || recusal.unit !== unit),
  };
}

// SCHEME-2, SCHEME-3
export function schemeChanged(state: EventState, event: EventOf<'SchemeChanged'>): EventState {
  const version = {
    scheme: event.scheme,
    hash: event.schemeHash,
    orderedBy: event.orderedBy,
    reason: event.reason,
  };
  const isFixed = state.roundOrder.length > 0;
  return {
    ...state,
    definition: { ...state.definition, scheme: event.scheme },
    schemeHash: event.schemeHash,
    schemes: isFixed ? [...state.schemes, version] : [version],
  };
}

// BALLOT-5
export function ballotStored(state: EventState, event: EventOf<'BallotStored'>): EventState {
  const { seat, device, n, opening, ballotNumber, values, signed } = event;
  const ballot = { seat, device, n, opening, ballotNumber, values, signed, source: 'device' as const };
  return changeRound(state, event.round, (round) => ({
    ...round,
    ballots: { ...round.ballots, [seat]: ballot },
  }));
}
