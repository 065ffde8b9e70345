import type { SeatId } from '../../kernel/brand.ts';
import type { BallotValues } from '../ballot.ts';
import { type PaperFault, paperFaults, shapeOf } from '../ballot-paper.ts';
import type { Round } from '../round.ts';
import { paperOf } from '../round-papers.ts';
import type { EventState } from '../state.ts';
import { type Decision, refuse } from './decision.ts';

export function roundNamed(state: EventState, id: string): Round | null {
  // Names come from outside: `constructor` is no round.
  return Object.hasOwn(state.rounds, id) ? (state.rounds[id] ?? null) : null;
}

/** The first reason why values may not be stored as a seat's ballot in this round; null if they may. */
export function ballotFault(
  state: EventState,
  round: Round,
  seat: SeatId,
  values: BallotValues,
): PaperFault | null {
  const faults = paperFaults(shapeOf(round), paperOf(round, state, seat), values);
  return faults.find(({ effect }) => effect === 'refuse') ?? null;
}

export function refuseFault({ code, field }: PaperFault): Decision {
  return refuse(code, field === '' ? 'values' : `values.${field}`);
}
