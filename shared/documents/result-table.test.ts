import { describe, expect, test } from 'vitest';
import { demoDefinition } from '../../electron/host/demo-event.ts';
import { pointsOf } from '../../test/builders/definition.ts';
import { type CountedBallot, scoreUnits } from '../../test/builders/figures.ts';
import { type CountedResult, resultTable } from './result-table.ts';

const definition = demoDefinition('fictional');
const head = { n: 214, hash: 'b'.repeat(64) };

/** Ballots of the first `leaders` and `citizens` seats; `marks` gives each judge's mark for 比项目, the rest is 10 each. */
function ballots(leaders: number, citizens: number, markOf: (judge: number) => number = () => 10) {
  const seats = (group: string, count: number) =>
    definition.seats.filter((seat) => seat.group === group).slice(0, count);
  return [...seats('A', leaders), ...seats('B', citizens)].map(
    (seat, judge): CountedBallot => ({
      seat: seat.id,
      group: seat.group,
      values: Object.fromEntries(
        pointsOf(definition.scheme).map(({ id }) => [id, id === 'projects' ? `${markOf(judge)}` : '10']),
      ),
    }),
  );
}

type Vote = readonly CountedBallot[] | 'not-called';

/** The counted result of these votes, for the units in order; units without one weren't on stage. */
function counted(votes: readonly Vote[], change: Partial<CountedResult> = {}): CountedResult {
  const units = definition.units.map((unit, index) => {
    const vote = votes[index] ?? 'not-called';
    return { unit: unit.id, isCalled: vote !== 'not-called', ballots: vote === 'not-called' ? [] : vote };
  });
  const figures = scoreUnits(definition.scheme, 'a'.repeat(64), units);
  if (!figures.ok) throw new Error(JSON.stringify(figures.error));
  return { definition, figures: figures.value, status: 'released', head, ...change };
}

function rowOf(result: CountedResult, unit: string) {
  const table = resultTable(result, 'zh-Hans');
  const row = table.rows.find((cells) => cells[1] === unit);
  return Object.fromEntries(table.columns.map((column, index) => [column.name, row?.[index]]));
}

describe('the result sheet', () => {
  test('given ranked units, then rank, total, and mean, ballots and struck of each group stand in the row', () => {
    const result = counted([ballots(8, 12, (judge) => (judge % 2 === 0 ? 12 : 11)), ballots(6, 3)]);
    expect(rowOf(result, '示例一县')).toEqual({
      名次: '1',
      单位: '示例一县',
      总分: '61.50',
      '市四套班子领导 均分（60%）': '61.50',
      '市四套班子领导 计票数': '8',
      '市四套班子领导 去掉票数': '2',
      '社会各界代表 均分（40%）': '61.50',
      '社会各界代表 计票数': '12',
      '社会各界代表 去掉票数': '2',
      说明: null,
    });
    expect(rowOf(result, '示例二市')).toMatchObject({
      名次: '2',
      总分: '60.00',
      '市四套班子领导 去掉票数': '0',
    });
  });

  test('given units that were not on stage or have no ballot, then they follow without rank and total, and it says why', () => {
    const result = counted([ballots(8, 12), []]);
    expect(rowOf(result, '示例二市')).toMatchObject({ 名次: null, 总分: null, 说明: '没有有效票' });
    expect(rowOf(result, '示例三区')).toMatchObject({
      名次: null,
      总分: null,
      '市四套班子领导 计票数': null,
      说明: '未上场',
    });
    expect(resultTable(result, 'zh-Hans').rows.map((row) => row[0])).toEqual(['1', ...Array(12).fill(null)]);
  });

  test('given equal totals, then the remark names the rule that parted them, or says that they share the rank', () => {
    const [high, low] = [ballots(8, 12, () => 14), ballots(8, 12, () => 12)];
    const leadersHigher = [...ballots(8, 0, () => 14), ...ballots(8, 12, () => 12).slice(8)];
    const citizensHigher = [...ballots(8, 0, () => 12), ...ballots(8, 12, () => 15).slice(8)];
    const shared = counted([high, high, low]);
    expect(rowOf(shared, '示例一县')).toMatchObject({ 名次: '1', 说明: '并列' });
    expect(rowOf(shared, '示例二市')).toMatchObject({ 名次: '1', 说明: '并列' });
    expect(rowOf(shared, '示例三区')).toMatchObject({ 名次: '3', 说明: null });
    const parted = counted([citizensHigher, leadersHigher]);
    expect(rowOf(parted, '示例二市')).toMatchObject({
      名次: '1',
      总分: '63.20',
      说明: '同分，按市四套班子领导均分先后',
    });
  });

  test('given a group without or with few ballots, then the remark says so', () => {
    expect(rowOf(counted([ballots(8, 0)]), '示例一县')).toMatchObject({
      '社会各界代表 均分（40%）': null,
      '社会各界代表 计票数': '0',
      说明: '社会各界代表没有有效票',
    });
    expect(rowOf(counted([ballots(2, 12)]), '示例一县').说明).toBe('市四套班子领导只有 2 票');
  });

  test('given means whose rounding moves the last digit, then the row gives the total that a reader works out', () => {
    // Exactly 60.125 and 60 + 1/6: 0.6 × 60.125 + 0.4 × 60.1666… = 60.1416…, from the printed 60.13 and 60.17 it is 60.146.
    const raisedOnce = ballots(4, 3, (judge) => (judge === 0 || judge === 4 ? 10.5 : 10));
    expect(rowOf(counted([raisedOnce]), '示例一县')).toMatchObject({
      总分: '60.14',
      '市四套班子领导 均分（60%）': '60.13',
      '社会各界代表 均分（40%）': '60.17',
      说明: '按表列均分计算为 60.15',
    });
    const sameForAll = ballots(6, 6, (judge) => (judge % 6 === 0 ? 11 : 10));
    expect(rowOf(counted([sameForAll]), '示例一县')).toMatchObject({ 总分: '60.17', 说明: null });
  });

  test('given a demo that is counted and not released, then the marks above the table say both', () => {
    expect(resultTable(counted([ballots(8, 12)], { status: 'counted' }), 'zh-Hans').marks).toEqual([
      '演示数据，不是正式成绩',
      '未放行：主持人尚未放行，不得公布',
      '无监督员',
    ]);
    const real = { ...definition, isDemo: false, scheme: { ...definition.scheme, isMonitorRequired: true } };
    expect(resultTable(counted([ballots(8, 12)], { definition: real }), 'zh-Hans').marks).toEqual([]);
  });

  test('given any result, then rule, sums, scheme, engine and the head of the log stand below, in the language asked for', () => {
    const footers = resultTable(counted([ballots(8, 12)]), 'en').footers.map((footer) => footer.line);
    expect(footers).toEqual([
      'Method: Total = City leadership mean × 60 % + Public representatives mean × 40 %; in a group with 7 valid ballots or more, 1 highest and 1 lowest are struck; the total is rounded half up to 2 decimals; ranked on the rounded total; equal totals are decided by the mean of City leadership, then Projects, else they share the rank (1-1-3); the weights of the other groups stand in for a group without a valid ballot',
      'Sums: Totals are made from unrounded means and rounded once at the end; where the means as shown give another total, the remark says so',
      `Rules: Six Comparisons (demo rules), S4 version 2, hash ${'a'.repeat(64)}`,
      'Scoring engine: leitai-2',
      `Last log entry: #214, hash ${'b'.repeat(64)}`,
    ]);
  });
});
