import { describe, expect, test } from 'vitest';
import { instant, milliseconds } from '../../../shared/kernel/brand.ts';
import { bellsAtMs } from '../../../shared/views/bells.ts';
import type { TimerView } from '../../../shared/views/view-sections.ts';
import { clockDigits, clockFace } from './clock-face.ts';

const startedAt = instant(50_000);

/** A speech of 8 minutes that started at `startedAt`. */
const speech: TimerView = {
  timer: {
    kind: 'down',
    limitMs: milliseconds(480_000),
    clock: { kind: 'running', anchor: startedAt, elapsedMs: milliseconds(0) },
  },
  bells: 'speech',
  bellsAtMs: [60_000, 0, -30_000],
};
const at = (elapsedMs: number) => clockFace(speech, instant(startedAt + elapsedMs));

describe('the face of a countdown', () => {
  test('shows its full length at the start and the time bar whole, with a tick at the bell', () => {
    expect(at(0)).toMatchObject({ digits: '08:00', phase: 'calm', bar: 1, ticks: [{ at: 0.125 }] });
  });

  test('changes its digits only when a whole second has passed', () => {
    expect([1, 999, 1000, 1001].map((ms) => at(ms)?.digits)).toEqual(['08:00', '08:00', '07:59', '07:59']);
  });

  test('warns from exactly one minute left until zero', () => {
    expect(at(419_999)?.phase).toBe('calm');
    expect(at(420_000)).toMatchObject({ phase: 'warning', digits: '01:00' });
    expect(at(480_000)).toMatchObject({ phase: 'warning', digits: '00:00', bar: 0 });
  });

  test('counts up in overtime, its bar filling two minutes with a tick each 30 s', () => {
    expect(at(480_001)).toMatchObject({ phase: 'overtime', digits: '00:00' });
    expect(at(522_000)).toMatchObject({
      phase: 'overtime',
      digits: '00:42',
      bar: 0.35,
      ticks: [{ at: 0.25 }, { at: 0.5 }, { at: 0.75 }],
    });
  });

  test('doubles the overtime bar when it is used up', () => {
    expect(at(480_000 + 180_000)).toMatchObject({ bar: 0.75 });
    expect(at(480_000 + 180_000)?.ticks).toHaveLength(7);
  });

  test('stands still while paused, whatever the host clock says', () => {
    const paused: TimerView = {
      ...speech,
      timer: {
        kind: 'down',
        limitMs: milliseconds(480_000),
        clock: { kind: 'paused', elapsedMs: milliseconds(204_000) },
      },
    };
    const face = clockFace(paused, instant(9_000_000));
    expect(face).toMatchObject({ digits: '04:36', isPaused: true, bar: 0.575 });
  });

  test.each([
    ['answer', 150_000, 15_000],
    ['ballot', 90_000, 10_000],
  ] as const)('a countdown for the %s warns from its first bell', (bells, limitMs, warnsAtMs) => {
    const timer = {
      kind: 'down',
      limitMs: milliseconds(limitMs),
      clock: { kind: 'running', anchor: startedAt, elapsedMs: milliseconds(0) },
    } as const;
    const view: TimerView = { timer, bells, bellsAtMs: [warnsAtMs, 0] };
    expect(clockFace(view, instant(startedAt + limitMs - warnsAtMs - 1))?.phase).toBe('calm');
    expect(clockFace(view, instant(startedAt + limitMs - warnsAtMs))?.phase).toBe('warning');
  });

  test.each([
    ['speech', 60_000, 15_000],
    ['speech', 45_000, 12_000],
    ['speech', 61_000, 60_000],
    ['answer', 15_000, 4_000],
    ['ballot', 10_000, 3_000],
  ] as const)(
    'a %s of only %i ms is calm at first and warns in its last quarter, or from the bell if that comes later',
    (bells, limitMs, warnsAtMs) => {
      const timer = {
        kind: 'down',
        limitMs: milliseconds(limitMs),
        clock: { kind: 'running', anchor: startedAt, elapsedMs: milliseconds(0) },
      } as const;
      const view: TimerView = { timer, bells, bellsAtMs: bellsAtMs(bells) };
      const left = (ms: number) => clockFace(view, instant(startedAt + limitMs - ms));
      expect(left(limitMs)?.phase).toBe('calm');
      expect(left(warnsAtMs + 1)?.phase).toBe('calm');
      expect(left(warnsAtMs)).toMatchObject({ phase: 'warning', warnsAtMs });
    },
  );
});

test('a step that counts up shows whole seconds that have passed and never warns', () => {
  const timer = {
    kind: 'up',
    plannedMs: milliseconds(600_000),
    clock: { kind: 'running', anchor: startedAt, elapsedMs: milliseconds(0) },
  } as const;
  const view: TimerView = { timer, bells: null, bellsAtMs: [] };
  expect(clockFace(view, instant(startedAt + 484_999))).toMatchObject({
    digits: '08:04',
    phase: 'calm',
    direction: 'up',
  });
  expect(clockFace(view, instant(startedAt + 700_000))).toMatchObject({ phase: 'calm', bar: 0 });
});

test('a step without a clock has no face', () => {
  expect(clockFace({ timer: { kind: 'none' }, bells: null, bellsAtMs: [] }, startedAt)).toBeNull();
});

test('minutes run on beyond 99', () => {
  expect(clockDigits(6305)).toBe('105:05');
});
