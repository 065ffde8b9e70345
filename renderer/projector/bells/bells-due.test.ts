import { describe, expect, test } from 'vitest';
import { instant, milliseconds } from '../../../shared/kernel/brand.ts';
import type { TimerView } from '../../../shared/views/view-sections.ts';
import { bellsDue, type ClockLook, isRungByHand } from './bells-due.ts';

const startedAt = instant(1_000);

function speech(limitMs = 480_000, elapsedMs = 0): TimerView {
  return {
    timer: {
      kind: 'down',
      limitMs: milliseconds(limitMs),
      clock: { kind: 'running', anchor: startedAt, elapsedMs: milliseconds(elapsedMs) },
    },
    bells: 'speech',
    bellsAtMs: [60_000, 0, -30_000],
  };
}

const look = (view: TimerView, sinceStartMs: number): ClockLook => ({
  timer: view.timer,
  at: instant(startedAt + sinceStartMs),
});
const now = (sinceStartMs: number) => instant(startedAt + sinceStartMs);

describe('bells of a countdown', () => {
  test.each([
    [420_000, 'single'],
    [480_000, 'double'],
    [510_000, 'long'],
  ])('at %i ms of the speech: %s', (atMs, sound) => {
    expect(bellsDue(speech(), look(speech(), atMs - 250), now(atMs))).toEqual([sound]);
  });

  test('ring once: the next look is past it', () => {
    expect(bellsDue(speech(), look(speech(), 420_000), now(420_250))).toEqual([]);
  });

  test('of a ballot tick before zero and strike once at zero', () => {
    const ballot: TimerView = { ...speech(90_000), bells: 'ballot', bellsAtMs: [10_000, 0] };
    expect(bellsDue(ballot, look(ballot, 79_900), now(80_100))).toEqual(['tick']);
    expect(bellsDue(ballot, look(ballot, 89_900), now(90_000))).toEqual(['single']);
  });

  test('do not ring on a page that has just been opened', () => {
    expect(bellsDue(speech(), null, now(420_000))).toEqual([]);
  });

  test('do not ring because time was taken away or the timer was set anew', () => {
    expect(bellsDue(speech(420_000), look(speech(480_000), 400_000), now(400_250))).toEqual([]);
    expect(bellsDue(speech(480_000, 440_000), look(speech(), 100), now(200))).toEqual([]);
  });

  test('ring again when added time brings the same bell a second time', () => {
    const longer = speech(540_000);
    expect(bellsDue(longer, look(longer, 479_900), now(480_000))).toEqual(['single']);
  });

  test('do not ring for a moment that the page slept through', () => {
    expect(bellsDue(speech(), look(speech(), 400_000), now(450_000))).toEqual([]);
  });

  test('are silent while paused and on a clock that counts up', () => {
    const paused: TimerView = {
      ...speech(),
      timer: {
        kind: 'down',
        limitMs: milliseconds(480_000),
        clock: { kind: 'paused', elapsedMs: milliseconds(420_000) },
      },
    };
    expect(bellsDue(paused, look(paused, 419_900), now(420_100))).toEqual([]);
  });
});

test('the operator rings by a rise of the counter, not by the first value and not by a restart of the host', () => {
  expect([isRungByHand(null, 4), isRungByHand(4, 5), isRungByHand(5, 5), isRungByHand(5, 0)]).toEqual([
    false,
    true,
    false,
    false,
  ]);
});
