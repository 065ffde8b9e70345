import { countedSeats } from './round.ts';
import type { UnitBallots } from './scoring/score-units.ts';
import { currentRound, type EventState } from './state.ts';

/** The ballots that count, unit by unit in the order of appearance and seat by seat. */
export function countedBallots(state: EventState): readonly UnitBallots[] {
  const groupOfSeat = new Map<string, string>(state.definition.seats.map((seat) => [seat.id, seat.group]));
  return state.definition.units.map((unit) => {
    const round = currentRound(state, unit.id);
    const ballots = (round ? countedSeats(round) : []).flatMap((seat) => {
      const ballot = round?.ballots[seat];
      const group = groupOfSeat.get(seat);
      return ballot && group !== undefined ? [{ seat, group, values: ballot.values }] : [];
    });
    return { unit: unit.id, isCalled: round !== null, ballots };
  });
}
