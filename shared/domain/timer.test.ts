import { describe, expect, test } from 'vitest';
import { aDefinition, aStep, countdown } from '../../test/builders/definition.ts';
import { addTime, next, pause, restart, resume } from '../../test/builders/orders.ts';
import { at, given, type Scenario } from '../../test/builders/scenario.ts';
import { instant } from '../kernel/brand.ts';
import { elapsedMs, remainingMs } from './timer.ts';

const definition = aDefinition({ agenda: [aStep('talk', { timer: countdown(300_000) }), aStep('quiet')] });

function remainingAt({ state }: Scenario, ms: number): number {
  const { timer } = state.stage;
  if (timer.kind !== 'down') throw new Error('no countdown on stage');
  return remainingMs(timer, instant(ms));
}

describe('the timer of a step', () => {
  test('TIMER-1: given a countdown of 300 s, when 299, 300 and 301 s have passed, then 1, 0 and −1 s are left', () => {
    const talking = given(definition, at(1000, next));
    expect([300_000, 301_000, 302_000].map((ms) => remainingAt(talking, ms))).toEqual([1000, 0, -1000]);
  });

  test('TIMER-1: given a timer that counts up, when time passes, then it has run that long', () => {
    const agenda = [aStep('talk', { timer: { ...countdown(60_000), kind: 'up' } })];
    const { timer } = given(aDefinition({ agenda }), at(1000, next)).state.stage;
    if (timer.kind !== 'up') throw new Error('no timer on stage');
    expect(elapsedMs(timer.clock, instant(4500))).toBe(3500);
  });

  test('TIMER-2: given a running timer, when paused, then the time left stands still', () => {
    const paused = given(definition, at(1000, next), at(11_000, pause));
    expect([11_000, 500_000].map((ms) => remainingAt(paused, ms))).toEqual([290_000, 290_000]);
  });

  test('TIMER-3: given a paused timer, when resumed, then it goes on from where it stood', () => {
    const resumed = given(definition, at(1000, next), at(11_000, pause), at(500_000, resume));
    expect(remainingAt(resumed, 501_000)).toBe(289_000);
  });

  test.each([
    ['added', 60_000, 350_000],
    ['taken', -60_000, 230_000],
  ])('TIMER-4: given a countdown, when a minute is %s, then the time left changes by it', (_, ms, left) => {
    expect(remainingAt(given(definition, at(1000, next), at(11_000, addTime(ms))), 11_000)).toBe(left);
  });

  test('TIMER-4: given a paused countdown, when a minute is added, then it stays paused', () => {
    const more = given(definition, at(1000, next), at(11_000, pause), addTime(60_000));
    expect(remainingAt(more, 900_000)).toBe(350_000);
  });

  test('TIMER-4: given a countdown of 300 s, when more than that is taken, then it is refused', () => {
    const talking = given(definition, next);
    talking.when(addTime(-300_001)).thenRefused('time-below-zero', 'ms');
    expect(remainingAt(talking.and(at(1000, addTime(-300_000))), 1000)).toBe(0);
  });

  test('TIMER-5: given a countdown with added time, when restarted, then it runs anew from its planned length', () => {
    const anew = given(definition, at(1000, next), addTime(60_000), pause, at(200_000, restart));
    expect(remainingAt(anew, 201_000)).toBe(299_000);
  });

  test('TIMER-6: given a running timer, when resumed, and given a paused one, when paused, then it is refused', () => {
    given(definition, next).when(resume).thenRefused('timer-not-paused');
    given(definition, next, pause).when(pause).thenRefused('timer-not-running');
  });

  test.each([
    ['pause', pause],
    ['resume', resume],
    ['more time', addTime(1000)],
    ['restart', restart],
  ])(
    'TIMER-6: given a step without a timer or no step at all, when %s is ordered, then it is refused',
    (_, order) => {
      given(definition, next, next).when(order).thenRefused('no-timer');
      given(definition).when(order).thenRefused('no-timer');
    },
  );
});
