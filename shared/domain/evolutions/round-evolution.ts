import type { SeatId } from '../../kernel/brand.ts';
import type { EventOf } from '../events.ts';
import type { MissingDecision, Round } from '../round.ts';
import { unitsFor } from '../round-papers.ts';
import { areRulesFixed } from '../rules-fixed.ts';
import { isSecret } from '../scoring/live-ballot.ts';
import type { EventState } from '../state.ts';

export function changeRound(state: EventState, id: string, change: (round: Round) => Round): EventState {
  const round = state.rounds[id];
  if (!round) throw new Error(`no round ${id}`);
  return { ...state, rounds: { ...state.rounds, [id]: change(round) } };
}

// ROUND-11, ROUND-18
/** Seats that may vote on none of the round's units, with the reason of the first recusal. */
function recusedWholly(
  state: EventState,
  { units, expected }: EventOf<'RoundOpened'>,
): readonly MissingDecision[] {
  return expected.flatMap((seat): readonly MissingDecision[] => {
    const own = state.recusals.filter((recusal) => recusal.seat === seat && units.includes(recusal.unit));
    const [first] = own;
    return first && own.length === units.length ? [{ seat, decision: 'recused', reason: first.reason }] : [];
  });
}

export function roundOpened(state: EventState, event: EventOf<'RoundOpened'>): EventState {
  const round: Round = {
    id: event.round,
    unit: event.unit,
    ...(event.attempt && { attempt: event.attempt }),
    units: event.units,
    forms: event.forms,
    isSecret: isSecret(state.definition.scheme, event.forms),
    number: event.number,
    opening: 1,
    state: 'open',
    schemeHash: event.schemeHash,
    expected: event.expected,
    ballots: Object.fromEntries(event.expected.map((seat) => [seat, null])),
    decisions: recusedWholly(state, event),
    idle: [],
    lowered: [],
    returned: [],
    movedTo: null,
    voidedAs: null,
  };
  return {
    ...state,
    rounds: { ...state.rounds, [event.round]: withIdle(state, round) },
    roundOrder: [...state.roundOrder, event.round],
  };
}

// ROUND-18
/** The round with the seats that have nothing left to vote on; the same round where that hasn't changed. */
function withIdle(state: EventState, round: Round): Round {
  if (round.unit !== null) return round;
  const idle = round.expected.filter((seat) => unitsFor(round, state, seat).length === 0);
  return idle.join() === round.idle.join() ? round : { ...round, idle };
}

/** Counted rounds are locked again: what was made of them is void. */
export function withoutCount(state: EventState): EventState {
  const rounds = Object.fromEntries(
    Object.values(state.rounds).map((round) => [
      round.id,
      round.state === 'counted' ? { ...round, state: 'locked' as const } : round,
    ]),
  );
  return {
    ...state,
    rounds,
    result: { kind: 'none' },
    entrants: null,
    notCalled: [],
    proposals: [],
    whatIfs: [],
  };
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
  return changeRound(before, event.round, (round) => ({
    ...round,
    state: 'voided',
    movedTo: event.toUnit,
    voidedAs: event.why,
  }));
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
        units: unitsFor(round, state, seat),
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

/** Changes the rounds on this unit that stand and aren't counted. */
function changeRoundsOf(state: EventState, unit: string, change: (round: Round) => Round): EventState {
  const rounds = Object.values(state.rounds).filter(
    (round) =>
      round.units.some((each) => each === unit) && (round.state === 'open' || round.state === 'locked'),
  );
  return rounds.reduce((next, round) => changeRound(next, round.id, change), state);
}

/** Who left, came back or is recused changes what is left to vote on, on papers of all units. */
function settleIdle(state: EventState, unit: string): EventState {
  return changeRoundsOf(state, unit, (round) => withIdle(state, round));
}

// ROUND-15
export function unitExited(state: EventState, { unit, why, reason }: EventOf<'UnitExited'>): EventState {
  return settleIdle({ ...state, exits: [...state.exits, { unit, why, reason }] }, unit);
}

// ROUND-15
export function unitReinstated(state: EventState, { unit }: EventOf<'UnitReinstated'>): EventState {
  return settleIdle({ ...state, exits: state.exits.filter((exit) => exit.unit !== unit) }, unit);
}

/** How many of the round's units the seat isn't recused from. */
function unitsLeft({ recusals }: EventState, round: Round, seat: SeatId): number {
  return round.units.filter(
    (unit) => !recusals.some((recusal) => recusal.seat === seat && recusal.unit === unit),
  ).length;
}

// ROUND-11
export function seatRecused(state: EventState, event: EventOf<'SeatRecused'>): EventState {
  const { seat, unit, reason } = event;
  const before = { ...state, recusals: [...state.recusals, { seat, unit, reason }] };
  const decided = changeRoundsOf(before, unit, (round) =>
    // ROUND-18: on a paper of all units the seat still votes on the others.
    round.expected.includes(seat) && unitsLeft(before, round, seat) === 0
      ? {
          ...round,
          decisions: [
            ...round.decisions.filter((decision) => decision.seat !== seat),
            { seat, decision: 'recused', reason },
          ],
        }
      : round,
  );
  return settleIdle(decided, unit);
}

// ROUND-11
export function recusalWithdrawn(state: EventState, event: EventOf<'RecusalWithdrawn'>): EventState {
  const { seat, unit } = event;
  const admitted = changeRoundsOf(state, unit, (round) => {
    const others = round.decisions.filter(
      (decision) => decision.seat !== seat || decision.decision !== 'recused',
    );
    // A seat that still voted on other units of the paper has no such decision.
    if (others.length === round.decisions.length) return round;
    // BALLOT-9: the seat's paper ballot counts again, so no electronic one may take its place.
    const isOnPaper = round.ballots[seat]?.source === 'paper';
    return {
      ...round,
      decisions: isOnPaper ? [...others, { seat, decision: 'paper', reason: '' }] : others,
    };
  });
  const recusals = admitted.recusals.filter((recusal) => recusal.seat !== seat || recusal.unit !== unit);
  return settleIdle({ ...admitted, recusals }, unit);
}

// SCHEME-2, SCHEME-3
export function schemeChanged(state: EventState, event: EventOf<'SchemeChanged'>): EventState {
  const version = {
    scheme: event.scheme,
    hash: event.schemeHash,
    orderedBy: event.orderedBy,
    reason: event.reason,
  };
  const isFixed = areRulesFixed(state);
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
  return changeRound(state, event.round, (round) => {
    const units = unitsFor(round, state, seat);
    const source = 'device' as const;
    const ballot = { seat, device, n, opening, ballotNumber, values, units, signed, source };
    return { ...round, ballots: { ...round.ballots, [seat]: ballot } };
  });
}

// SECRET-2
export function expectedLowered(state: EventState, event: EventOf<'ExpectedLowered'>): EventState {
  const { group, by, reason } = event;
  return changeRound(state, event.round, (round) => {
    const others = round.lowered.filter((lowered) => lowered.group !== group);
    return { ...round, lowered: by === 0 ? others : [...others, { group, by, reason }] };
  });
}
