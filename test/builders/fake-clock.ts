import type { HostClock } from '../../electron/host/clock.ts';
import { instant, wallTime } from '../../shared/kernel/brand.ts';

/** A machine's clocks that stand still until a test moves them. */
export type FakeClock = HostClock & {
  /** Time passes, on every clock alike. */
  readonly pass: (ms: number) => void;
  /** The machine sleeps: the monotonic clock stands still meanwhile. */
  readonly sleep: (ms: number) => void;
  /** Somebody sets the wall clock. */
  readonly setWall: (byMs: number) => void;
};

export function aFakeClock(boot = 'boot-1', now = 1_000_000): FakeClock {
  let [mono, wall, uptime] = [now, 1_573_603_200_000 + now, now];
  return {
    now: () => instant(mono),
    wall: () => wallTime(wall),
    uptimeMs: () => uptime,
    boot,
    pass: (ms) => {
      mono += ms;
      wall += ms;
      uptime += ms;
    },
    sleep: (ms) => {
      wall += ms;
      uptime += ms;
    },
    setWall: (byMs) => {
      wall += byMs;
    },
  };
}
