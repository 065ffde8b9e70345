import { elapsedMs, remainingMs, type Timer } from '../../../shared/domain/timer.ts';
import type { Instant } from '../../../shared/kernel/brand.ts';
import { unreachable } from '../../../shared/kernel/unreachable.ts';
import type { TimerView } from '../../../shared/views/view-sections.ts';

export type ClockPhase = 'calm' | 'warning' | 'overtime';

/** A mark on the time bar, as a share of its length from the left. */
export type Tick = { readonly at: number };

/** All that a screen shows of a timer at one instant. */
export type ClockFace = {
  readonly direction: 'down' | 'up';
  readonly phase: ClockPhase;
  readonly isPaused: boolean;
  /** `04:36`, `100:05`; the sign of overtime stands apart. */
  readonly digits: string;
  /** Bright part of the time bar, 0 to 1: what is left, or in overtime what has gone over. */
  readonly bar: number;
  readonly ticks: readonly Tick[];
  /** The limit of a countdown or the planned length, in ms. */
  readonly lengthMs: number;
  /** Remaining time in ms from which the last stretch is shown; 0 where time counts up. */
  readonly warnsAtMs: number;
};

const minuteMs = 60_000;

/** `mm:ss` of whole seconds; minutes run on beyond 99. */
export function clockDigits(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}

/**
 * From which remaining time a limit warns, in ms: the last minute; answers and ballots, which are shorter, from their
 * first bell. A limit that is no longer than that warns in its last quarter, in whole seconds.
 */
export function warnsAtMs(view: TimerView, limitMs: number): number {
  const first = Math.max(0, ...view.bellsAtMs);
  const usual = view.bells === 'speech' || first === 0 ? minuteMs : first;
  return usual < limitMs ? usual : Math.ceil(limitMs / 4_000) * 1_000;
}

/** Length of the overtime bar: two minutes, doubled whenever they are used up. */
function overtimeSpan(overMs: number): number {
  let span = 2 * minuteMs;
  while (overMs > span) span *= 2;
  return span;
}

function overtimeTicks(spanMs: number): readonly Tick[] {
  const stepMs = spanMs <= 4 * minuteMs ? minuteMs / 2 : spanMs / 8;
  return Array.from({ length: Math.round(spanMs / stepMs) - 1 }, (_, index) => ({
    at: ((index + 1) * stepMs) / spanMs,
  }));
}

const share = (part: number, whole: number) => (whole <= 0 ? 0 : Math.min(1, Math.max(0, part / whole)));

function downFace(timer: Timer & { kind: 'down' }, view: TimerView, now: Instant): ClockFace {
  const remaining = remainingMs(timer, now);
  const warns = warnsAtMs(view, timer.limitMs);
  const common = {
    direction: 'down',
    isPaused: timer.clock.kind === 'paused',
    lengthMs: timer.limitMs,
    warnsAtMs: warns,
  } as const;
  if (remaining < 0) {
    const span = overtimeSpan(-remaining);
    return {
      ...common,
      phase: 'overtime',
      digits: clockDigits(Math.floor(-remaining / 1000)),
      bar: share(-remaining, span),
      ticks: overtimeTicks(span),
    };
  }
  return {
    ...common,
    phase: remaining <= warns ? 'warning' : 'calm',
    digits: clockDigits(Math.ceil(remaining / 1000)),
    bar: share(remaining, timer.limitMs),
    ticks: view.bellsAtMs
      .filter((at) => at > 0 && at < timer.limitMs)
      .map((at) => ({ at: at / timer.limitMs })),
  };
}

function upFace(timer: Timer & { kind: 'up' }, now: Instant): ClockFace {
  const elapsed = Math.max(0, elapsedMs(timer.clock, now));
  return {
    direction: 'up',
    phase: 'calm',
    isPaused: timer.clock.kind === 'paused',
    digits: clockDigits(Math.floor(elapsed / 1000)),
    bar: share(timer.plannedMs - elapsed, timer.plannedMs),
    ticks: [],
    lengthMs: timer.plannedMs,
    warnsAtMs: 0,
  };
}

/** The face at `now`; null for a step without a clock. Text changes at whole seconds only. */
export function clockFace(view: TimerView, now: Instant): ClockFace | null {
  const { timer } = view;
  switch (timer.kind) {
    case 'none':
      return null;
    case 'down':
      return downFace(timer, view, now);
    case 'up':
      return upFace(timer, now);
    default:
      return unreachable(timer);
  }
}
