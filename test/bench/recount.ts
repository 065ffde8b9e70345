import { largeContest, oneMoreBallot, recountRules } from '../cases/recount-rules.ts';
import { median, ms, type Row } from './figures.ts';

const REPEATS = 15;
const WARM_UP = 5;
const BAR_MS = 50;
const BAR_ONE_MS = 2;

/** All figures from all marks, and again with one more ballot: 100 units, 300 panelists, six criteria. */
export function measureRecount(): readonly Row[] {
  const whole: number[] = [];
  const one: number[] = [];
  for (let repeat = -WARM_UP; repeat < REPEATS; repeat += 1) {
    // A fresh calculator and contest each time, so that nothing is remembered from before.
    const calculate = recountRules();
    const contest = largeContest();
    const from = performance.now();
    calculate(contest);
    const between = performance.now();
    const more = oneMoreBallot(contest, Math.max(repeat, 0), Math.max(repeat, 0));
    const again = performance.now();
    calculate(more);
    if (repeat < 0) continue;
    whole.push(between - from);
    one.push(performance.now() - again);
  }
  return [
    rowOf('full recompute, 100 units × 300 panelists × 6 criteria', whole, BAR_MS),
    rowOf('recompute after one more ballot', one, BAR_ONE_MS),
  ];
}

function rowOf(what: string, times: readonly number[], bar: number): Row {
  return {
    what,
    measured: `${median(times).toFixed(1)} ms, ${ms(Math.max(...times))} at most`,
    bare: '',
    ratio: null,
    bar: `< ${bar} ms`,
    isMet: median(times) < bar,
  };
}
