import { remainingMs, type Timer } from '../../../shared/domain/timer.ts';
import type { Instant } from '../../../shared/kernel/brand.ts';
import type { TimerView } from '../../../shared/views/view-sections.ts';

export type BellSound = 'tick' | 'single' | 'double' | 'long';

/** A bell heard later than this says nothing true: the page slept, or has only just been opened. */
const latestMs = 2_000;

/** The last look at the clock: a bell rings when the clock runs past it between two looks. */
export type ClockLook = { readonly timer: Timer; readonly at: Instant };

function isSameRun(a: Timer, b: Timer): boolean {
  if (a.kind !== 'down' || b.kind !== 'down') return false;
  if (a.clock.kind !== 'running' || b.clock.kind !== 'running') return false;
  return (
    a.limitMs === b.limitMs && a.clock.anchor === b.clock.anchor && a.clock.elapsedMs === b.clock.elapsedMs
  );
}

/** Customary: one stroke in warning, two at zero, a long one in overtime; a ballot ticks, then strikes once. */
export function soundOf(bells: TimerView['bells'], atMs: number): BellSound {
  if (atMs > 0) return bells === 'ballot' ? 'tick' : 'single';
  if (atMs < 0) return 'long';
  return bells === 'ballot' ? 'single' : 'double';
}

/**
 * The bells that the countdown ran past since `last`, in the order of time. Nothing rings because the timer was
 * set, paused, lengthened or shortened, nor for a moment long gone.
 */
export function bellsDue(view: TimerView, last: ClockLook | null, now: Instant): readonly BellSound[] {
  const { timer } = view;
  if (!last || timer.kind !== 'down' || !isSameRun(timer, last.timer) || now - last.at > latestMs) return [];
  const before = remainingMs(timer, last.at);
  const left = remainingMs(timer, now);
  return [...view.bellsAtMs]
    .sort((a, b) => b - a)
    .filter((at) => before > at && left <= at)
    .map((at) => soundOf(view.bells, at));
}

/** The operator's own bell: its counter rises. It starts again at 0 with the host, which is no ring. */
export function isRungByHand(before: number | null, bell: number): boolean {
  return before !== null && bell > before;
}
