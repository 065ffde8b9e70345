import type { SeatId, UnitId } from '../../kernel/brand.ts';
import type { Command } from '../command.ts';
import type { Round } from '../round.ts';
import { hasSecretBallot } from '../scoring/live-ballot.ts';
import { type EventState, seatOf, unitOf } from '../state.ts';
import { ballotFault, refuseFault, roundNamed } from './ballot-checks.ts';
import { type Decision, happen, refuse } from './decision.ts';

type Of<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;

/** The expected seat of that name; what comes from outside may name none. */
function expectedSeat(round: Round, seat: string): SeatId | null {
  return round.expected.find((id) => id === seat) ?? null;
}

// ROUND-10
export function decidePaperBallot(command: Of<'EnterPaperBallot'>, state: EventState): Decision {
  const round = roundNamed(state, command.round);
  if (!round) return refuse('unknown-round', 'round');
  if (round.state !== 'open' && round.state !== 'locked') return refuse('round-closed', 'round');
  // SECRET-1
  if (round.isSecret) return refuse('ballot-secret', 'round');
  const seat = expectedSeat(round, command.seat);
  if (!seat) return refuse('seat-not-expected', 'seat');
  if (round.ballots[seat]) return refuse('seat-has-ballot', 'seat', { seat });
  const decided = round.decisions.find((decision) => decision.seat === seat);
  if (decided && decided.decision !== 'paper') return refuse('seat-has-decision', 'seat', { seat });
  // A locked round takes the paper it was told of, and no other.
  if (round.state === 'locked' && !decided) return refuse('round-closed', 'round');
  // ROUND-18
  if (round.idle.includes(seat)) return refuse('seat-not-expected', 'seat', { seat });
  const fault = ballotFault(state, round, seat, command.values);
  if (fault) return refuseFault(fault);
  const before = round.returned.find((returned) => returned.seat === seat);
  return happen({
    kind: 'PaperBallotEntered',
    round: round.id,
    seat,
    ballotNumber: (before?.ballotNumber ?? 0) + 1,
    values: command.values,
    reason: command.reason,
  });
}

// ROUND-12
export function decideReturnBallot(command: Of<'ReturnBallot'>, state: EventState): Decision {
  const round = roundNamed(state, command.round);
  if (!round) return refuse('unknown-round', 'round');
  if (round.state !== 'open') return refuse('round-not-open', 'round');
  // SECRET-1
  if (round.isSecret) return refuse('ballot-secret', 'round');
  const seat = expectedSeat(round, command.seat);
  if (!seat) return refuse('seat-not-expected', 'seat');
  if (!round.ballots[seat]) return refuse('seat-without-ballot', 'seat', { seat });
  // ROUND-11: with its ballot the seat would get its vote back.
  if (round.decisions.some((decided) => decided.seat === seat && decided.decision === 'recused'))
    return refuse('seat-recused', 'seat', { seat });
  return happen({ kind: 'BallotReturned', round: round.id, seat, reason: command.reason });
}

/** Rounds that stand and hold votes on the unit. */
function roundsOn(state: EventState, unit: string): readonly Round[] {
  return Object.values(state.rounds).filter(
    (round) => round.state !== 'voided' && round.units.some((id) => id === unit),
  );
}

function isRecused(state: EventState, seat: string, unit: string): boolean {
  return state.recusals.some((recusal) => recusal.seat === seat && recusal.unit === unit);
}

// ROUND-11
export function decideRecuse(command: Of<'RecuseSeat'>, state: EventState): Decision {
  const seat = seatOf(state, command.seat);
  const unit = unitOf(state.definition, command.unit);
  if (!seat) return refuse('unknown-seat', 'seat');
  if (!unit) return refuse('unknown-unit', 'unit');
  if (isRecused(state, seat.id, unit.id)) return refuse('seat-recused', 'seat');
  // SECRET-1: the holder of a card says so on the paper; nobody knows whose it is.
  if (hasSecretBallot(state.definition.scheme)) return refuse('ballot-secret', 'seat');
  if (roundsOn(state, unit.id).some((round) => round.state === 'counted'))
    return refuse('already-counted', 'unit');
  return happen({ kind: 'SeatRecused', seat: seat.id, unit: unit.id, reason: command.reason });
}

/** Whether the seat would stand in a locked round with neither ballot nor decision if it weren't recused. */
function isLeftUndecided({ state, expected, ballots, decisions }: Round, seat: SeatId): boolean {
  return (
    state === 'locked' &&
    expected.includes(seat) &&
    !ballots[seat] &&
    decisions.every((decided) => decided.seat !== seat || decided.decision === 'recused')
  );
}

// ROUND-11
export function decideWithdrawRecusal(command: Of<'WithdrawRecusal'>, state: EventState): Decision {
  const seat = seatOf(state, command.seat);
  const unit = unitOf(state.definition, command.unit);
  if (!seat) return refuse('unknown-seat', 'seat');
  if (!unit) return refuse('unknown-unit', 'unit');
  if (!isRecused(state, seat.id, unit.id)) return refuse('seat-not-recused', 'seat');
  const rounds = roundsOn(state, unit.id);
  if (rounds.some((round) => round.state === 'counted')) return refuse('already-counted', 'unit');
  if (rounds.some((round) => isLeftUndecided(round, seat.id))) return refuse('round-not-open', 'unit');
  // ROUND-18: its paper of all units would lack this one.
  const lacks = ({ ballots }: Round) => !(ballots[seat.id]?.units.includes(unit.id) ?? true);
  if (rounds.some(lacks)) return refuse('seat-has-ballot', 'seat', { seat: seat.id });
  return happen({ kind: 'RecusalWithdrawn', seat: seat.id, unit: unit.id, reason: command.reason });
}

// ROUND-15
export function decideWithdrawUnit(command: Of<'WithdrawUnit'>, state: EventState): Decision {
  const unit = unitOf(state.definition, command.unit);
  if (!unit) return refuse('unknown-unit', 'unit');
  if (state.exits.some((exit) => exit.unit === unit.id)) return refuse('unit-exited', 'unit');
  if (state.result.kind !== 'none') return refuse('already-counted', 'unit');
  return happen({ kind: 'UnitExited', unit: unit.id, why: command.why, reason: command.reason });
}

/** Whether a seat that may vote on the unit has a ballot on a paper of all that was cast while the unit was out. */
function isLackedByBallots(state: EventState, unit: UnitId): boolean {
  return roundsOn(state, unit).some(
    (round) =>
      round.unit === null &&
      Object.values(round.ballots).some(
        (stored) => stored && !stored.units.includes(unit) && !isRecused(state, stored.seat, unit),
      ),
  );
}

/** Whether seats that could vote on the unit again have nothing in a paper of all that is locked. */
function isLockedIdle(state: EventState, unit: UnitId): boolean {
  return roundsOn(state, unit).some(
    (round) =>
      round.unit === null &&
      round.state === 'locked' &&
      round.idle.some(
        (seat) =>
          !round.ballots[seat] &&
          !isRecused(state, seat, unit) &&
          !round.decisions.some((decided) => decided.seat === seat),
      ),
  );
}

// ROUND-15
export function decideReinstateUnit(command: Of<'ReinstateUnit'>, state: EventState): Decision {
  const exit = state.exits.find(({ unit }) => unit === command.unit);
  if (!exit) return refuse('unit-not-exited', 'unit');
  if (state.result.kind !== 'none') return refuse('already-counted', 'unit');
  // ROUND-18: who voted meanwhile would have no mark on it, and nobody would have said so.
  if (isLackedByBallots(state, exit.unit)) return refuse('ballots-without-unit', 'unit');
  // ROUND-18: a locked round would have seats with neither ballot nor decision.
  if (isLockedIdle(state, exit.unit)) return refuse('round-locked-idle', 'unit');
  return happen({ kind: 'UnitReinstated', unit: exit.unit, reason: command.reason });
}
