import type { Instant, Milliseconds } from '../kernel/brand.ts';
import { milliseconds } from '../kernel/brand.ts';

/** Runs from an anchor on the monotonic clock; never a tick. */
export type Clock =
  | { readonly kind: 'running'; readonly anchor: Instant; readonly elapsedMs: Milliseconds }
  | { readonly kind: 'paused'; readonly elapsedMs: Milliseconds };

export type Timer =
  | { readonly kind: 'none' }
  | { readonly kind: 'down'; readonly limitMs: Milliseconds; readonly clock: Clock }
  | { readonly kind: 'up'; readonly plannedMs: Milliseconds; readonly clock: Clock };

export const noTimer: Timer = { kind: 'none' };

export function startedClock(at: Instant): Clock {
  return { kind: 'running', anchor: at, elapsedMs: milliseconds(0) };
}

// TIMER-1
/** Time the clock has run by `at`, in ms; time while paused isn't counted. */
export function elapsedMs(clock: Clock, at: Instant): Milliseconds {
  return clock.kind === 'paused' ? clock.elapsedMs : milliseconds(clock.elapsedMs + at - clock.anchor);
}

/** What is left of a countdown at `at`, in ms; negative in overtime. */
export function remainingMs(timer: Timer & { kind: 'down' }, at: Instant): Milliseconds {
  return milliseconds(timer.limitMs - elapsedMs(timer.clock, at));
}

// TIMER-2
/** The clock stopped at `at`, or at its anchor if `at` is earlier: a sleep is noticed after the fact. */
export function pauseClock(clock: Clock, at: Instant): Clock {
  return { kind: 'paused', elapsedMs: milliseconds(Math.max(clock.elapsedMs, elapsedMs(clock, at))) };
}

// TIMER-3
export function resumeClock(clock: Clock, at: Instant, countedGapMs = 0): Clock {
  return { kind: 'running', anchor: at, elapsedMs: milliseconds(elapsedMs(clock, at) + countedGapMs) };
}

/** The same timer with another clock; a step without a timer stays without. */
export function withClock(timer: Timer, change: (clock: Clock) => Clock): Timer {
  return timer.kind === 'none' ? timer : { ...timer, clock: change(timer.clock) };
}
