import type { UnitId } from '../../kernel/brand.ts';
import type { Round } from '../round.ts';
import { liveBallot } from '../scoring/live-ballot.ts';
import { checkVote, type VoteFault } from '../scoring/rules/vote-check.ts';
import type { EventState } from '../state.ts';
import { type Decision, refuse } from './decision.ts';

export function roundNamed(state: EventState, id: string): Round | null {
  // Names come from outside: `constructor` is no round.
  return Object.hasOwn(state.rounds, id) ? (state.rounds[id] ?? null) : null;
}

/** The first reason why values may not be stored as a ballot on this unit; null if they may. */
export function ballotFault(
  state: EventState,
  unit: UnitId,
  values: { readonly [key: string]: string },
): VoteFault | null {
  const faults = checkVote(liveBallot(state.definition.scheme), [unit], { values: { [unit]: values } });
  return faults.find(({ effect }) => effect === 'refuse') ?? null;
}

export function refuseFault(fault: VoteFault): Decision {
  return refuse(fault.code, fault.key === undefined ? 'values' : `values.${fault.key}`);
}
