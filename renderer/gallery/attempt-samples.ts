import type { Measurement } from '../../shared/domain/scoring/rules/contest.ts';
import { type LocalText, localText } from '../../shared/kernel/language.ts';
import type { AttemptsAsked, BesideView } from '../../shared/views/console-view.ts';
import { units } from './sample-agenda.ts';

const time = { id: 'seconds', name: localText('用时（秒）', '用時（秒）', 'Time (s)'), isTime: true };
const faults = { id: 'faults', name: localText('罚时次数', '罰時次數', 'Penalties'), isTime: false };

function asked(
  list: string,
  count: number,
  name: (n: number) => LocalText,
  measures: AttemptsAsked['measures'],
): AttemptsAsked {
  return {
    list,
    measures,
    attempts: Array.from({ length: count }, (_, n) => ({ id: `${n + 1}`, name: name(n + 1) })),
  };
}

const runs = asked('runs', 5, (n) => localText(`第 ${n} 趟`, `第 ${n} 趟`, `Run ${n}`), [time, faults]);
export const dives = asked('dives', 6, (n) => localText(`第 ${n} 跳`, `第 ${n} 跳`, `Dive ${n}`), [
  { id: 'difficulty', name: localText('难度系数', '難度係數', 'Difficulty'), isTime: false },
  {
    id: 'height',
    name: localText('起跳高度（米）', '起跳高度（公尺）', 'Height of the board (m)'),
    isTime: false,
  },
  { id: 'entry', name: localText('入水角度（度）', '入水角度（度）', 'Angle of entry (°)'), isTime: false },
  { ...time, id: 'flight', name: localText('腾空时间（秒）', '騰空時間（秒）', 'Time in the air (s)') },
]);

function runTime(unit: number, run: number): Measurement {
  if (unit === 1 && run === 3) return { kind: 'did-not-finish' };
  const value = `${41 + unit + run / 4}`;
  return unit === 2 && run === 2 ? { kind: 'unconfirmed', value } : value;
}

const noNumbers = { measures: [], facts: [], pointsNodes: [], points: [], mayDecideTies: false, ties: [] };

/** Five timed runs, some of them made: numbers of single attempts and nothing else. */
export const timedRuns: Partial<BesideView> = {
  ...noNumbers,
  attempts: [runs],
  recorded: units.slice(0, 4).map((unit, index) => ({
    unit,
    values: {},
    ofAttempts: Object.fromEntries(
      runs.attempts
        .slice(0, index === 3 ? 2 : 5)
        .map(({ id }, n) => [
          `runs/${id}`,
          { seconds: runTime(index, n), ...(index === 3 && n === 1 ? {} : { faults: `${(index + n) % 2}` }) },
        ]),
    ),
  })),
};

/** Six dives with four numbers each, beside the unit's own numbers and the points of the jury. */
export const wideDives: Partial<BesideView> = {
  attempts: [dives],
  recorded: units.slice(0, 2).map((unit) => ({
    unit,
    values: { seconds: '171.2', errors: '1' },
    ofAttempts: Object.fromEntries(
      dives.attempts.map(({ id }, n) => [
        `dives/${id}`,
        {
          difficulty: `${2 + n / 10}`,
          height: n % 2 ? '7.5' : '10',
          entry: `${88 - n}`,
          flight: { kind: 'unconfirmed', value: `1.${60 + n}` } as const,
        },
      ]),
    ),
  })),
};
