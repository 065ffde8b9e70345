import type { Instant } from '../../shared/kernel/brand.ts';
import type { HostClock } from './clock.ts';

const tickMs = 1_000;
const sleepMs = 2_000;
const lateMs = 10_000;
const wallMoveMs = 2_000;

export type Gap = { readonly lastInstant: Instant; readonly gapMs: number };

type Reading = { readonly now: Instant; readonly wall: number; readonly uptimeMs: number };

type Listener = { readonly slept: (gap: Gap) => void; readonly wallMoved: (byMs: number) => void };

/**
 * Notices time that the host couldn't count: the machine slept (uptime ran ahead of the monotonic clock, or the
 * shell said so), or the process stood still for more than 10 s. A wall clock that moves alone is only reported.
 */
export class TimeWatch {
  readonly #clock: HostClock;
  readonly #listener: Listener;
  #last: Reading;
  #timer: NodeJS.Timeout | null = null;

  constructor(clock: HostClock, listener: Listener) {
    this.#clock = clock;
    this.#listener = listener;
    this.#last = this.#read();
  }

  start(): void {
    this.#timer = setInterval(() => this.tick(), tickMs);
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
  }

  // TIME-5
  tick(): void {
    const [before, now] = [this.#last, this.#read()];
    this.#last = now;
    const monotonicMs = now.now - before.now;
    const sleptMs = now.uptimeMs - before.uptimeMs - monotonicMs;
    // The process itself stood still, whatever the clocks say.
    const gapMs =
      sleptMs > sleepMs
        ? sleptMs + Math.max(0, monotonicMs - tickMs)
        : monotonicMs > lateMs
          ? monotonicMs
          : 0;
    if (gapMs > 0) this.#listener.slept({ lastInstant: before.now, gapMs: Math.round(gapMs) });
    const wallMovedMs = now.wall - before.wall - monotonicMs - Math.max(0, sleptMs > sleepMs ? sleptMs : 0);
    if (Math.abs(wallMovedMs) > wallMoveMs) this.#listener.wallMoved(Math.round(wallMovedMs));
  }

  #read(): Reading {
    return { now: this.#clock.now(), wall: this.#clock.wall(), uptimeMs: this.#clock.uptimeMs() };
  }
}
