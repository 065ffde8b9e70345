import type { Command } from '../command.ts';
import { absenceOf } from '../presence.ts';
import { castsSecretBallot } from '../scoring/live-ballot.ts';
import { type EventState, seatOf } from '../state.ts';
import { type Decision, happen, refuse } from './decision.ts';

type Of<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;

// AWAY-1
export function decideAway(command: Of<'MarkAway'>, state: EventState): Decision {
  const seat = seatOf(state, command.seat);
  if (!seat) return refuse('unknown-seat', 'seat');
  if (absenceOf(state, seat.id)) return refuse('seat-away', 'seat');
  // AWAY-5: nobody knows which card is whose, so a seat would be named that gave none.
  if (castsSecretBallot(state.definition.scheme, seat.group)) return refuse('ballot-secret', 'seat');
  return happen({ kind: 'SeatLeft', seat: seat.id, reason: command.reason });
}

// AWAY-2
export function decideBack(command: Of<'MarkBack'>, state: EventState): Decision {
  const seat = seatOf(state, command.seat);
  if (!seat) return refuse('unknown-seat', 'seat');
  if (!absenceOf(state, seat.id)) return refuse('seat-not-away', 'seat');
  return happen({ kind: 'SeatReturned', seat: seat.id, reason: command.reason });
}
