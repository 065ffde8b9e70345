import { describe, expect, test } from 'vitest';
import { instant, wallTime } from '../../shared/kernel/brand.ts';
import type { HostClock } from './clock.ts';
import { isSameBoot } from './clock.ts';
import { TimeWatch } from './time-watch.ts';

type Reading = { readonly now: number; readonly uptime: number; readonly wall: number };

function clockAt(read: () => Reading, boot = ''): HostClock {
  return {
    now: () => instant(read().now),
    wall: () => wallTime(read().wall),
    uptimeMs: () => read().uptime,
    boot,
  };
}

/** What is noticed at the tick after `passed` went by on each clock. */
function noticed(passed: Reading): readonly unknown[] {
  let reading: Reading = { now: 1000, uptime: 50_000, wall: 1_573_603_200_000 };
  const found: unknown[] = [];
  const watch = new TimeWatch(
    clockAt(() => reading),
    { slept: (gap) => found.push(gap), wallMoved: (byMs) => found.push({ byMs }) },
  );
  reading = {
    now: reading.now + passed.now,
    uptime: reading.uptime + passed.uptime,
    wall: reading.wall + passed.wall,
  };
  watch.tick();
  return found;
}

describe('time that the host didn’t see pass', () => {
  test('TIME-5: given all clocks go alike, when the tick comes, then nothing is noticed', () => {
    expect(noticed({ now: 1000, uptime: 1000, wall: 1000 })).toEqual([]);
    expect(noticed({ now: 1000, uptime: 2900, wall: 2900 })).toEqual([]);
  });

  test('TIME-5: given the machine slept for a minute, when the tick comes, then the gap is a minute from the tick before', () => {
    expect(noticed({ now: 1000, uptime: 61_000, wall: 61_000 })).toEqual([
      { lastInstant: 1000, gapMs: 60_000 },
    ]);
  });

  test('TIME-5: given the tick itself is 20 s late, then that is a gap', () => {
    expect(noticed({ now: 21_000, uptime: 21_000, wall: 21_000 })).toEqual([
      { lastInstant: 1000, gapMs: 21_000 },
    ]);
  });

  test('TIME-1: given the wall clock alone is set ahead an hour, then only that is noticed', () => {
    expect(noticed({ now: 1000, uptime: 1000, wall: 3_601_000 })).toEqual([{ byMs: 3_600_000 }]);
  });
});

describe('TIME-1: whether the monotonic clock is still that of the last entry', () => {
  const last = { mono: 90_000, wall: 1_000_000, boot: '' };
  const clock = (now: number, wall: number, boot = '') => clockAt(() => ({ now, uptime: 0, wall }), boot);

  test('given boot ids, then they say it', () => {
    expect(isSameBoot({ ...last, boot: 'a' }, clock(10, 5_000_000, 'a'))).toBe(true);
    expect(isSameBoot({ ...last, boot: 'a' }, clock(91_000, 1_001_000, 'b'))).toBe(false);
  });

  test('given none, then both clocks must have gone on together', () => {
    expect(isSameBoot(last, clock(95_000, 1_005_000))).toBe(true);
    expect(isSameBoot(last, clock(80_000, 1_005_000))).toBe(false);
    expect(isSameBoot(last, clock(95_000, 1_008_000))).toBe(false);
  });
});
