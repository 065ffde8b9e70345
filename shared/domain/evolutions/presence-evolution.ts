import type { EventOf, RecordedEvent } from '../events.ts';
import { absenceOf, type Moment, withoutAbsence } from '../presence.ts';
import type { EventState } from '../state.ts';

function momentOf({ stage }: EventState, { n, wall }: RecordedEvent, reason: string): Moment {
  return { n, wall, step: stage.step, reason };
}

// AWAY-1
export function seatLeft(
  state: EventState,
  { seat, reason }: EventOf<'SeatLeft'>,
  recorded: RecordedEvent,
): EventState {
  const absence = { seat, left: momentOf(state, recorded, reason), back: null };
  return { ...state, absences: [...state.absences, absence] };
}

// AWAY-2
export function seatReturned(
  state: EventState,
  { seat, reason }: EventOf<'SeatReturned'>,
  recorded: RecordedEvent,
): EventState {
  const own = absenceOf(state, seat);
  if (!own) throw new Error(`${seat} was not away`);
  const back = momentOf(state, recorded, reason);
  const rounds = Object.values(state.rounds).map((round) => [
    round.id,
    round.state === 'open' ? withoutAbsence(round, own) : round,
  ]);
  return {
    ...state,
    absences: state.absences.map((absence) => (absence === own ? { ...own, back } : absence)),
    rounds: Object.fromEntries(rounds),
  };
}
