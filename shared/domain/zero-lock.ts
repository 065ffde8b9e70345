import type { Instant, RoundId } from '../kernel/brand.ts';
import { dueCount } from './round.ts';
import { roundOfStep } from './round-opening.ts';
import { stepOf } from './stage.ts';
import type { EventState } from './state.ts';
import { remainingMs } from './timer.ts';

// ROUND-16
/**
 * The round that the host itself locks as things stand, and how long after `at`: zero or less once the countdown has
 * run out. Null while that is the operator's alone.
 */
export function zeroLockOf(
  state: EventState,
  at: Instant,
): { readonly round: RoundId; readonly inMs: number } | null {
  const { definition, stage } = state;
  if (!definition.locksAtZero) return null;
  const step = stepOf(definition, stage.step);
  if (step?.round !== 'locks') return null;
  const { timer } = stage;
  if (timer.kind !== 'down' || timer.clock.kind !== 'running') return null;
  const round = roundOfStep(state, step);
  // Who opens a round again wants it open, though all its ballots are there and its time is over.
  if (round?.state !== 'open' || round.opening > 1 || dueCount(round, definition.seats) > 0) return null;
  return { round: round.id, inMs: remainingMs(timer, at) };
}
