import type { UnitId } from '../../kernel/brand.ts';
import type { Command, Envelope } from '../command.ts';
import { ballotMark } from '../event-definition.ts';
import type { DomainEvent } from '../events.ts';
import { missingSeats, type Round, roundIdOf } from '../round.ts';
import { liveBallot } from '../scoring/live-ballot.ts';
import { currentRound, type EventState, seatOf, unitOf } from '../state.ts';
import { zeroLockOf } from '../zero-lock.ts';
import { ballotFault, refuseFault, roundNamed } from './ballot-checks.ts';
import { type Decision, happen, refuse } from './decision.ts';

type Of<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;

// ROUND-1
/** The opening of a unit's next round, or null if one of its rounds stands already. */
export function roundOpenedFor(
  state: EventState,
  unit: UnitId | null,
): Extract<DomainEvent, { kind: 'RoundOpened' }> | null {
  if (unit === null || currentRound(state, unit)) return null;
  const number = 1 + state.roundOrder.filter((id) => state.rounds[id]?.unit === unit).length;
  return {
    kind: 'RoundOpened',
    // SCHEME-3
    schemeHash: state.schemeHash,
    round: roundIdOf(unit, number),
    unit,
    number,
    // ROUND-2
    expected: state.definition.seats
      .filter(({ group }) => liveBallot(state.definition.scheme).groups?.includes(group) ?? true)
      .map(({ id }) => id),
  };
}

/** The one round that takes ballots now; null while none does. */
export function openRoundOf(state: EventState): Round | null {
  return Object.values(state.rounds).find((round) => round.state === 'open') ?? null;
}

export function decideOpenRound(command: Of<'OpenRound'>, state: EventState): Decision {
  const unit = unitOf(state.definition, command.unit);
  if (!unit) return refuse('unknown-unit', 'unit');
  // ROUND-9
  if (state.phase === 'prepared') return refuse('event-not-started');
  // ROUND-8
  if (state.result.kind !== 'none') return refuse('already-counted');
  // ROUND-3
  const open = openRoundOf(state);
  if (open)
    return refuse(open.unit === unit.id ? 'round-already-open' : 'another-round-open', 'unit', {
      unit: open.unit,
    });
  const opened = roundOpenedFor(state, unit.id);
  return opened ? happen(opened) : refuse('unit-has-round', 'unit');
}

// ROUND-4
export function decideLock(command: Of<'LockRound'>, state: EventState, { at, by }: Envelope): Decision {
  const round = roundNamed(state, command.round);
  if (!round) return refuse('unknown-round', 'round');
  if (round.state !== 'open') return refuse('round-not-open', 'round');
  const missing = missingSeats(round);
  if (missing.length > 0) return refuse('seats-undecided', 'round', { count: missing.length });
  // ROUND-16
  const due = by.role === 'host' ? zeroLockOf(state, at) : null;
  if (by.role === 'host' && !(due?.round === round.id && due.inMs <= 0))
    return refuse('lock-not-due', 'round');
  return happen({ kind: 'RoundLocked', round: round.id });
}

/** Whether there is a count that the act would undo, so that one person may not do it alone. */
export function needsSecond(state: EventState): boolean {
  return state.result.kind !== 'none';
}

// RESULT-9
/** Why the operator may not undo a count alone; null where there is none, or the second word was given. */
function reasonForSecond(
  state: EventState,
  command: Of<'ReopenRound'> | Of<'VoidRound'>,
  proposal: number | null,
): Decision | null {
  if (!needsSecond(state) || proposal !== null) return null;
  if (state.definition.scheme.isMonitorRequired) return refuse('second-device-needed', 'round');
  return command.isSecondPress ? null : refuse('second-press-needed', 'round');
}

// ROUND-5
/** `proposal` names the two-person act that this is the effect of. */
export function decideReopen(
  command: Of<'ReopenRound'>,
  state: EventState,
  proposal: number | null = null,
): Decision {
  const round = roundNamed(state, command.round);
  if (!round) return refuse('unknown-round', 'round');
  if (round.state !== 'locked' && round.state !== 'counted') return refuse('round-not-open', 'round');
  // ROUND-3
  const open = openRoundOf(state);
  if (open) return refuse('another-round-open', 'round', { unit: open.unit });
  const second = reasonForSecond(state, command, proposal);
  if (second) return second;
  return happen({
    kind: 'RoundReopened',
    round: round.id,
    opening: round.opening + 1,
    reason: command.reason,
    proposal,
  });
}

// ROUND-13, ROUND-14
/** A round that doesn't stand: the vote is held again, or its marks were meant for another unit. */
export function decideVoid(
  command: Of<'VoidRound'>,
  state: EventState,
  proposal: number | null = null,
): Decision {
  const round = roundNamed(state, command.round);
  if (!round) return refuse('unknown-round', 'round');
  if (round.state === 'voided') return refuse('round-not-open', 'round');
  const unit = command.toUnit === null ? null : unitOf(state.definition, command.toUnit);
  if (command.why === 'wrong-unit' && !unit) return refuse('unknown-unit', 'toUnit');
  if (unit?.id === round.unit) return refuse('wrong-unit-same', 'toUnit');
  const second = reasonForSecond(state, command, proposal);
  if (second) return second;
  return happen({
    kind: 'RoundVoided',
    round: round.id,
    why: command.why,
    toUnit: command.why === 'wrong-unit' ? (unit?.id ?? null) : null,
    reason: command.reason,
    proposal,
  });
}

// ROUND-6
export function decideMissing(command: Of<'DecideMissing'>, state: EventState): Decision {
  const round = roundNamed(state, command.round);
  if (!round) return refuse('unknown-round', 'round');
  if (round.state !== 'open') return refuse('round-not-open', 'round');
  const missing: readonly string[] = missingSeats(round);
  const wrong = command.seats.findIndex((seat) => !missing.includes(seat));
  if (wrong >= 0) {
    const seat = command.seats[wrong] ?? '';
    const code = !seatOf(state, seat)
      ? 'unknown-seat'
      : round.ballots[seat]
        ? 'seat-has-ballot'
        : 'seat-has-decision';
    return refuse(code, `seats.${wrong}`, { seat });
  }
  const chosen = missingSeats(round).filter((seat) => command.seats.includes(seat));
  const decisions = chosen.map((seat) => ({ seat, decision: command.decision, reason: command.reason }));
  return happen({ kind: 'MissingDecided', round: round.id, decisions });
}

// ROUND-7
export function decideWithdrawDecision(command: Of<'WithdrawDecision'>, state: EventState): Decision {
  const round = roundNamed(state, command.round);
  if (!round) return refuse('unknown-round', 'round');
  if (round.state !== 'open') return refuse('round-not-open', 'round');
  const decided = round.decisions.find((decision) => decision.seat === command.seat);
  if (!decided) return refuse('seat-not-decided', 'seat');
  // ROUND-11: a recusal is of the unit, not of the round.
  if (decided.decision === 'recused') return refuse('seat-recused', 'seat');
  if (round.ballots[decided.seat]) return refuse('seat-has-ballot', 'seat');
  return happen({
    kind: 'DecisionWithdrawn',
    round: round.id,
    seat: decided.seat,
    reason: command.reason,
  });
}

/** The signature has been checked before this: the rules here are about what the ballot says. */
export function decideBallot(command: Of<'SubmitBallot'>, state: EventState, envelope: Envelope): Decision {
  const { by } = envelope;
  // BALLOT-1
  if (command.event !== state.definition.id) return refuse('wrong-event', 'event');
  if (by.role !== 'panelist' || by.seat !== command.seat) return refuse('wrong-seat', 'seat');
  const paired = state.seatDevices[command.seat];
  if (!paired || paired.device !== command.device || by.device !== command.device)
    return refuse('wrong-device', 'device');
  // BALLOT-2
  const round = roundNamed(state, command.round);
  if (!round) return refuse('unknown-round', 'round');
  // BALLOT-8
  if (command.mark !== ballotMark(state.definition)) return refuse('wrong-mark', 'mark');
  if (command.scheme !== round.schemeHash) return refuse('wrong-scheme', 'scheme');
  if (round.state !== 'open') return refuse('round-closed', 'round');
  if (command.opening !== round.opening)
    return refuse('round-reopened', 'opening', { opening: round.opening });
  if (!round.expected.some((seat) => seat === command.seat)) return refuse('seat-not-expected', 'seat');
  // BALLOT-6
  const decided = round.decisions.find((decision) => decision.seat === command.seat);
  if (decided?.decision === 'recused') return refuse('seat-recused', 'seat');
  // BALLOT-9
  if (decided?.decision === 'paper' && round.ballots[command.seat]) {
    const { device, n, signed, signature } = command;
    return happen({ kind: 'LateBallotVoided', round: round.id, seat: by.seat, device, n, signed, signature });
  }
  if (decided) return refuse('seat-has-decision', 'seat');
  // BALLOT-3, BALLOT-4
  const fault = ballotFault(state, round.unit, command.values);
  if (fault) return refuseFault(fault);
  // BALLOT-5
  const before = round.ballots[command.seat] ?? round.returned.find(({ seat }) => seat === command.seat);
  // BALLOT-7
  if (before?.device === command.device && command.n <= before.n)
    return refuse('ballot-overtaken', 'n', { n: before.n });
  return happen({
    kind: 'BallotStored',
    round: round.id,
    opening: round.opening,
    seat: by.seat,
    device: command.device,
    n: command.n,
    mark: command.mark,
    ballotNumber: (before?.ballotNumber ?? 0) + 1,
    values: command.values,
    signed: command.signed,
    signature: command.signature,
  });
}
