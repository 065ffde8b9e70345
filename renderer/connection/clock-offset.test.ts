import { describe, expect, test } from 'vitest';
import { estimateClockOffset } from './clock-offset.ts';

describe('the offset of the host’s clock', () => {
  test('given only the welcome, it is the plain difference', () => {
    const clock = estimateClockOffset();
    expect(clock.welcomed(5_000, 1_000)).toBe(4_000);
  });

  test('given a ping whose round trip is not known yet, the first guess stands', () => {
    const clock = estimateClockOffset();
    clock.welcomed(5_000, 1_000);
    expect(clock.pinged({ at: 7_000, roundTripMs: null }, 3_080)).toBe(4_000);
  });

  test('given the next ping, the last one’s half round trip is added to its own difference', () => {
    const clock = estimateClockOffset();
    clock.welcomed(5_000, 1_000);
    clock.pinged({ at: 7_000, roundTripMs: null }, 3_040);
    expect(clock.pinged({ at: 9_000, roundTripMs: 80 }, 5_300)).toBe(4_000);
  });

  test('given many pings, the lowest round trip of the last 16 decides', () => {
    const clock = estimateClockOffset();
    clock.welcomed(0, 0);
    const truth = 4_000;
    // The answer of ping i takes delays[i] each way; only the best sample is exact.
    const delays = [90, 5, 70, 60, 50, 40];
    let offset = 0;
    let before: number | null = null;
    for (const [index, delay] of delays.entries()) {
      const at = 10_000 + index * 2_000;
      // The way back is slower by half of the delay, which shifts every sample but the quick one visibly.
      offset = clock.pinged({ at, roundTripMs: before }, at - truth + delay * 1.5);
      before = delay * 2;
    }
    expect(offset).toBeCloseTo(truth - 2.5, 6);
  });

  test('given 16 newer samples, an old quick one is forgotten', () => {
    const clock = estimateClockOffset();
    clock.welcomed(0, 0);
    let offset = 0;
    clock.pinged({ at: 1_000, roundTripMs: null }, 1_000);
    clock.pinged({ at: 2_000, roundTripMs: 1 }, 1_000);
    for (let each = 0; each < 17; each += 1) offset = clock.pinged({ at: 2_000, roundTripMs: 10 }, 1_000);
    expect(offset).toBe(1_005);
  });

  test('given a new connection, samples of the old one count no more', () => {
    const clock = estimateClockOffset();
    clock.welcomed(0, 0);
    clock.pinged({ at: 1_000, roundTripMs: null }, 0);
    clock.pinged({ at: 1_000, roundTripMs: 1 }, 0);
    expect(clock.welcomed(90_000, 0)).toBe(90_000);
  });

  test('given a stall in which a late ping is paired with an older, short round trip, it is not believed', () => {
    const clock = estimateClockOffset();
    clock.welcomed(0, 0);
    clock.pinged({ at: 2_000, roundTripMs: null }, 2_010);
    clock.pinged({ at: 4_000, roundTripMs: 20 }, 4_010);
    // This one came 3 s late; the host still reports the round trip of the one before.
    clock.pinged({ at: 6_000, roundTripMs: 20 }, 9_000);
    expect(clock.pinged({ at: 8_000, roundTripMs: 4 }, 9_000)).toBe(0);
  });
});
