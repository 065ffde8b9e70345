import { isSameAttempt } from '../attempts.ts';
import type { Command, Envelope } from '../command.ts';
import { ballotMark } from '../event-definition.ts';
import { lockedWith, roundInTheWay } from '../kept-open.ts';
import { absenceOf } from '../presence.ts';
import { aboutRound, dueCount, loweredBy, missingSeats, type Round, type StoredBallot } from '../round.ts';
import { openingOf } from '../round-opening.ts';
import { usualForms } from '../scoring/live-ballot.ts';
import { type EventState, seatOf, unitOf } from '../state.ts';
import { zeroLockOf } from '../zero-lock.ts';
import { ballotFault, refuseFault, roundNamed } from './ballot-checks.ts';
import { type Decision, happen, refuse } from './decision.ts';

type Of<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;

/** A round that takes ballots now; null while none does. */
export function openRoundOf(state: EventState): Round | null {
  return Object.values(state.rounds).find((round) => round.state === 'open') ?? null;
}

/** The units named for a paper of all, in the event's order; null where one of them isn't there. */
function unitsNamed(state: EventState, named: readonly string[] | undefined) {
  if (!named) return { units: null };
  const units = state.definition.units.filter(({ id }) => named.includes(id)).map(({ id }) => id);
  return units.length === named.length ? { units } : null;
}

// ROUND-17
export function decideOpenRound(command: Of<'OpenRound'>, state: EventState): Decision {
  const unit = command.unit === null ? null : unitOf(state.definition, command.unit);
  if (command.unit !== null && !unit) return refuse('unknown-unit', 'unit');
  const named = unitsNamed(state, command.units);
  if (!named || (unit && named.units)) return refuse('unknown-unit', 'units');
  // ROUND-15
  const hasLeft = (id: string) => state.exits.some((exit) => exit.unit === id);
  if (named.units?.some(hasLeft)) return refuse('unit-exited', 'units');
  // ROUND-9
  if (state.phase === 'prepared') return refuse('event-not-started');
  // ROUND-8
  if (state.result.kind !== 'none') return refuse('already-counted');
  // ROUND-3
  const attempt = command.attempt ?? null;
  const asked = command.forms ?? usualForms(state.definition.scheme, unit === null, attempt?.list ?? null);
  const open = roundInTheWay(state, { forms: asked, attempt });
  const isSame = open?.unit === (unit?.id ?? null) && isSameAttempt(open.attempt, attempt);
  if (open) return refuse(isSame ? 'round-already-open' : 'another-round-open', 'unit', aboutRound(open));
  const opened = openingOf(state, {
    unit: unit?.id ?? null,
    attempt,
    ...named,
    forms: command.forms ?? null,
  });
  if (!opened.ok) return opened;
  return opened.value ? happen(opened.value) : refuse('unit-has-round', 'unit');
}

// ROUND-4, ROUND-23
export function decideLock(command: Of<'LockRound'>, state: EventState, { at, by }: Envelope): Decision {
  const round = roundNamed(state, command.round);
  if (!round) return refuse('unknown-round', 'round');
  if (round.state !== 'open') return refuse('round-not-open', 'round');
  const rounds = lockedWith(state, round);
  const { seats } = state.definition;
  const waiting = rounds.find((each) => dueCount(each, seats) > 0);
  if (waiting)
    return refuse('seats-undecided', 'round', {
      count: dueCount(waiting, seats),
      // Where several are locked at once, it has to be said which one waits.
      ...(rounds.length > 1 && { ...aboutRound(waiting), seats: seatNumbers(state, waiting) }),
    });
  // ROUND-16
  const zeroLock = by.role === 'host' ? zeroLockOf(state, at) : null;
  if (by.role === 'host' && !(zeroLock?.round === round.id && zeroLock.inMs <= 0))
    return refuse('lock-not-due', 'round');
  return happen(...rounds.map(({ id }) => ({ kind: 'RoundLocked', round: id }) as const));
}

/** The numbers of the seats that a round waits for; none are named of a secret one. */
function seatNumbers(state: EventState, round: Round): string {
  if (round.isSecret) return '';
  return missingSeats(round)
    .map((seat) => seatOf(state, seat)?.number ?? seat)
    .join(', ');
}

/** Whether there is a count that the act would undo, so that one person may not do it alone. */
export function needsSecond(state: EventState): boolean {
  return state.result.kind !== 'none';
}

// RESULT-9
/** Why the operator may not undo a count alone; null where there is none, or the second word was given. */
function reasonForSecond(
  state: EventState,
  command: Of<'ReopenRound'> | Of<'VoidRound'> | Of<'TakeBackCount'>,
  proposal: number | null,
): Decision | null {
  if (!needsSecond(state) || proposal !== null) return null;
  const path = 'round' in command ? 'round' : '';
  if (state.definition.scheme.isMonitorRequired) return refuse('second-device-needed', path);
  return command.isSecondPress ? null : refuse('second-press-needed', path);
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
  const open = roundInTheWay(state, round);
  if (open) return refuse('another-round-open', 'round', aboutRound(open));
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
  if (command.why === 'wrong-unit' && round.unit === null) return refuse('round-of-all-units', 'why');
  if (command.why === 'wrong-unit' && !unit) return refuse('unknown-unit', 'toUnit');
  if (unit && unit.id === round.unit) return refuse('wrong-unit-same', 'toUnit');
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

// BESIDE-4
/** `proposal` names the two-person act that this is the effect of. */
export function decideTakeBack(
  command: Of<'TakeBackCount'>,
  state: EventState,
  proposal: number | null = null,
): Decision {
  if (state.result.kind === 'none') return refuse('result-not-counted');
  const second = reasonForSecond(state, command, proposal);
  if (second) return second;
  return happen({ kind: 'CountTakenBack', reason: command.reason, proposal });
}

// SECRET-2
export function decideLowerExpected(command: Of<'LowerExpected'>, state: EventState): Decision {
  const round = roundNamed(state, command.round);
  if (!round) return refuse('unknown-round', 'round');
  if (!round.isSecret) return refuse('ballot-not-secret', 'round');
  if (round.state !== 'open') return refuse('round-not-open', 'round');
  const group = state.definition.groups.find(({ id }) => id === command.group);
  if (!group) return refuse('unknown-group', 'group');
  const cards = state.definition.seats.filter((seat) => seat.group === group.id);
  const missing = missingSeats(round).filter((seat) => cards.some(({ id }) => id === seat)).length;
  // Who is waited for less than needed hasn't been told how many are missing.
  if (command.by > missing) return refuse('fewer-missing', 'by', { count: missing });
  if (command.by === loweredBy(round, group.id)) return happen();
  return happen({
    kind: 'ExpectedLowered',
    round: round.id,
    group: group.id,
    by: command.by,
    reason: command.reason,
  });
}

// ROUND-6
export function decideMissing(command: Of<'DecideMissing'>, state: EventState): Decision {
  const round = roundNamed(state, command.round);
  if (!round) return refuse('unknown-round', 'round');
  if (round.state !== 'open') return refuse('round-not-open', 'round');
  // SECRET-1
  if (round.isSecret) return refuse('ballot-secret', 'round');
  const missing: readonly string[] = missingSeats(round);
  const wrong = command.seats.findIndex((seat) => !missing.includes(seat));
  if (wrong >= 0) {
    const seat = command.seats[wrong] ?? '';
    const known = seatOf(state, seat);
    const code = !known
      ? 'unknown-seat'
      : round.ballots[seat]
        ? 'seat-has-ballot'
        : round.idle.includes(known.id)
          ? 'seat-not-expected'
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
  // AWAY-4
  if (decided.leftAt !== undefined && absenceOf(state, decided.seat)) return refuse('seat-away', 'seat');
  if (round.ballots[decided.seat]) return refuse('seat-has-ballot', 'seat');
  return happen({
    kind: 'DecisionWithdrawn',
    round: round.id,
    seat: decided.seat,
    reason: command.reason,
  });
}

/** The number of a seat's next ballot. */
function numberAfter(
  round: Round,
  before: Pick<StoredBallot, 'device' | 'ballotNumber'> | undefined,
  device: number,
): number {
  // SECRET-4: whoever is handed a new device of a card isn't told that the card had voted.
  const counted = round.isSecret && before?.device !== device ? undefined : before;
  return (counted?.ballotNumber ?? 0) + 1;
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
  // AWAY-4: who isn't in the hall doesn't vote, nor change a vote given before.
  if (absenceOf(state, by.seat)) return refuse('seat-away', 'seat');
  if (decided) return refuse('seat-has-decision', 'seat');
  // ROUND-18
  if (round.idle.includes(by.seat)) return refuse('seat-not-expected', 'seat');
  // BALLOT-3, BALLOT-4
  const fault = ballotFault(state, round, by.seat, command.values);
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
    ballotNumber: numberAfter(round, before, command.device),
    values: command.values,
    signed: command.signed,
    signature: command.signature,
  });
}
