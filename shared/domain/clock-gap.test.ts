import { describe, expect, test } from 'vitest';
import { aDefinition } from '../../test/builders/definition.ts';
import { addTime, curtain, jump, next, pause, restart, resume, undo } from '../../test/builders/orders.ts';
import { at, given, type Scenario } from '../../test/builders/scenario.ts';
import { instant } from '../kernel/brand.ts';
import type { Command } from './command.ts';
import { remainingMs } from './timer.ts';

const definition = aDefinition();

function gap(lastInstant: number, gapMs: number): Command {
  return { kind: 'NoteClockGap', reason: 'other-boot', lastInstant: instant(lastInstant), gapMs };
}

const settle = (isCounted: boolean): Command => ({ kind: 'SettleClockGap', isCounted });

/** Time left of the step on stage at `ms`. */
function left({ state }: Scenario, ms: number): number {
  const { timer } = state.stage;
  if (timer.kind !== 'down') throw new Error('no countdown on stage');
  return remainingMs(timer, instant(ms));
}

// A countdown of 60 s from 1 s; the host last wrote at 11 s and came back, with a clock that begins anew, at 500 ms.
const gone = given(definition, at(1000, next), at(500, gap(11_000, 30_000)));

describe('time that the host couldn’t count', () => {
  test('TIME-1: given the wall clock moves alone, when noted, then nothing changes', () => {
    const running = given(definition, next);
    const { lastEntry: _, ...before } = running.state;
    expect(running.and({ kind: 'NoteWallClock', byMs: 3_600_000 }).state).toMatchObject(before);
  });

  test('TIME-2: given a running timer, when the host was gone, then it stands still at the last instant known', () => {
    expect([left(gone, 500), left(gone, 99_000)]).toEqual([50_000, 50_000]);
    expect(gone.state.gap).toEqual({ reason: 'other-boot', gapMs: 30_000 });
  });

  test('TIME-2: given a sleep began before the step was entered, when noted, then the whole step is left', () => {
    expect(left(given(definition, at(5000, next), at(90_000, gap(4000, 80_000))), 90_000)).toBe(60_000);
  });

  test('TIME-3: given a second gap before the first was settled, when both are counted, then both are taken off', () => {
    const twice = gone.and(at(700, gap(600, 5000)), at(800, settle(true)));
    expect(left(twice, 800)).toBe(15_000);
  });

  test('TIME-3: given a frozen wall, when the host was gone, then the frozen clock stands still as well', () => {
    const frozen = given(definition, at(1000, next), curtain('frozen'), at(500, gap(11_000, 30_000)));
    expect(frozen.state.curtain).toMatchObject({
      picture: { stage: { timer: { clock: { kind: 'paused', elapsedMs: 10_000 } } } },
    });
  });

  test.each([
    ['counted', true, 20_000],
    ['not counted', false, 50_000],
  ])(
    'TIME-4: given a gap, when it is settled as %s, then the timer runs on from there',
    (_, isCounted, ms) => {
      const settled = gone.and(at(2000, settle(isCounted)));
      expect([left(settled, 2000), left(settled, 3000)]).toEqual([ms, ms - 1000]);
      expect(settled.state.gap).toBeNull();
    },
  );

  test('TIME-4: given time was added while the gap waited, when settled, then it stands, and no undo stops the timer', () => {
    const settled = gone.and(addTime(60_000), at(2000, settle(true)));
    expect(left(settled, 2000)).toBe(80_000);
    settled.when(undo).thenRefused('nothing-to-undo');
  });

  test('TIME-4: given no gap, when settled, then it is refused', () => {
    given(definition, next).when(settle(true)).thenRefused('no-clock-gap');
  });

  test.each([
    ['next', next],
    ['a jump', jump('comment')],
    ['resume', resume],
    ['restart', restart],
  ])('TIME-7: given a gap waits, when %s is ordered, then it is refused', (_, order) => {
    gone.when(order).thenRefused('clock-gap-open');
  });

  test('TIME-6: given no clock ran, when the host was gone, then nothing is asked', () => {
    const paused = given(definition, at(1000, next), at(3000, pause), at(500, gap(11_000, 30_000)));
    expect(paused.state.gap).toBeNull();
    expect(left(paused.and(at(700, resume)), 1700)).toBe(57_000);
    expect(given(definition, gap(0, 30_000)).and(next).state.stage.step).toBe('rules');
  });

  test('UNDO-3: given a gap, when undo, then nothing from before it comes back', () => {
    gone.when(undo).thenRefused('nothing-to-undo');
    given(definition, next, pause, gap(0, 1)).when(undo).thenRefused('nothing-to-undo');
  });
});
