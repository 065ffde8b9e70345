import type { Instant, RoundId } from '../kernel/brand.ts';
import { atLockStep } from './kept-open.ts';
import { dueCount } from './round.ts';
import { stepOf } from './stage.ts';
import type { EventState } from './state.ts';
import { remainingMs } from './timer.ts';

// ROUND-16
/**
 * The round that the host itself locks as things stand, with those locked together with it, and how long after `at`:
 * zero or less once the countdown has run out. Null while that is the operator's alone.
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
  const { locks } = atLockStep(state, step);
  const last = locks.at(-1);
  // Who opens a round again wants it open, though all its ballots are there and its time is over.
  const isWanted = locks.some(({ opening }) => opening > 1);
  if (!last || isWanted || locks.some((round) => dueCount(round, definition.seats) > 0)) return null;
  return { round: last.id, inMs: remainingMs(timer, at) };
}
