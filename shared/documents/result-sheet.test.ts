import { describe, expect, test } from 'vitest';
import { demoDefinition } from '../../electron/host/demo-event.ts';
import { pointsOf } from '../../test/builders/definition.ts';
import { type CountedBallot, scoreUnits } from '../../test/builders/figures.ts';
import { aFigureSource } from '../../test/builders/sheet-source.ts';
import { type Language, sameText } from '../kernel/language.ts';
import { resultSheet } from './result-sheet.ts';
import type { CountedFigures } from './sheet-source.ts';

const definition = demoDefinition('fictional');

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

/** The sheet of these votes, for the units in order; units without one weren't on stage. */
function sheetOf(
  votes: readonly Vote[],
  count: Partial<CountedFigures> = {},
  { of = definition, language = 'zh-Hans' }: { of?: typeof definition; language?: Language } = {},
) {
  const units = of.units.map((unit, index) => {
    const vote = votes[index] ?? 'not-called';
    return { unit: unit.id, isCalled: vote !== 'not-called', ballots: vote === 'not-called' ? [] : vote };
  });
  const figures = scoreUnits(of.scheme, 'a'.repeat(64), units);
  if (!figures.ok) throw new Error(JSON.stringify(figures.error));
  return resultSheet(aFigureSource(of, figures.value, count), figures.value, language);
}

type ShownSheet = ReturnType<typeof sheetOf>;

/** The table under this heading; the sheet's first without one. */
function tableOf({ blocks }: ShownSheet, heading?: string) {
  const from = blocks.findIndex((block) => block.kind === 'heading' && block.text === heading);
  const table = blocks.slice(from + 1).find((block) => block.kind === 'table');
  if (table?.kind !== 'table') throw new Error('no table');
  return table;
}

function rowOf(sheet: ShownSheet, unit: string) {
  const { columns, rows } = tableOf(sheet);
  const row = rows.find((cells) => cells[1] === unit);
  return Object.fromEntries(columns.map((column, index) => [column.name, row?.[index]]));
}

describe('the result sheet', () => {
  test('given ranked units, then rank, total, and mean, ballots and struck of each group stand in the row', () => {
    const result = sheetOf([ballots(8, 12, (judge) => (judge % 2 === 0 ? 12 : 11)), ballots(6, 3)]);
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
    const result = sheetOf([ballots(8, 12), []]);
    expect(rowOf(result, '示例二市')).toMatchObject({ 名次: null, 总分: null, 说明: '没有有效票' });
    expect(rowOf(result, '示例三区')).toMatchObject({
      名次: null,
      总分: null,
      '市四套班子领导 计票数': null,
      说明: '未上场',
    });
    expect(tableOf(result).rows.map((row) => row[0])).toEqual(['1', ...Array(12).fill(null)]);
  });

  test('given equal totals, then the remark names the rule that parted them, or says that they share the rank', () => {
    const [high, low] = [ballots(8, 12, () => 14), ballots(8, 12, () => 12)];
    const leadersHigher = [...ballots(8, 0, () => 14), ...ballots(8, 12, () => 12).slice(8)];
    const citizensHigher = [...ballots(8, 0, () => 12), ...ballots(8, 12, () => 15).slice(8)];
    const shared = sheetOf([high, high, low]);
    expect(rowOf(shared, '示例一县')).toMatchObject({ 名次: '1', 说明: '并列' });
    expect(rowOf(shared, '示例二市')).toMatchObject({ 名次: '1', 说明: '并列' });
    expect(rowOf(shared, '示例三区')).toMatchObject({ 名次: '3', 说明: null });
    const parted = sheetOf([citizensHigher, leadersHigher]);
    expect(rowOf(parted, '示例二市')).toMatchObject({
      名次: '1',
      总分: '63.20',
      说明: '同分，按市四套班子领导均分先后',
    });
  });

  test('given a group without or with few ballots, then the remark says so', () => {
    expect(rowOf(sheetOf([ballots(8, 0)]), '示例一县')).toMatchObject({
      '社会各界代表 均分（40%）': null,
      '社会各界代表 计票数': '0',
      说明: '社会各界代表没有有效票',
    });
    expect(rowOf(sheetOf([ballots(2, 12)]), '示例一县').说明).toBe('市四套班子领导只有 2 票');
  });

  test('given means whose rounding moves the last digit, then the row gives the total that a reader works out', () => {
    // Exactly 60.125 and 60 + 1/6: 0.6 × 60.125 + 0.4 × 60.1666… = 60.1416…, from the printed 60.13 and 60.17 it is 60.146.
    const raisedOnce = ballots(4, 3, (judge) => (judge === 0 || judge === 4 ? 10.5 : 10));
    expect(rowOf(sheetOf([raisedOnce]), '示例一县')).toMatchObject({
      总分: '60.14',
      '市四套班子领导 均分（60%）': '60.13',
      '社会各界代表 均分（40%）': '60.17',
      说明: '按表列均分计算为 60.15',
    });
    const sameForAll = ballots(6, 6, (judge) => (judge % 6 === 0 ? 11 : 10));
    expect(rowOf(sheetOf([sameForAll]), '示例一县')).toMatchObject({ 总分: '60.17', 说明: null });
  });

  test('given a demo that is counted and not released, then the marks above the table say both', () => {
    expect(sheetOf([ballots(8, 12)], { kind: 'counted' }).marks).toEqual([
      '演示数据，不是正式成绩',
      '未放行：主持人尚未放行，不得公布',
      '无监督员',
    ]);
    const real = { ...definition, isDemo: false, scheme: { ...definition.scheme, isMonitorRequired: true } };
    const signed = { coSigned: { screen: 'M', figures: 'b'.repeat(64) } };
    const sheet = sheetOf([ballots(8, 12)], signed, { of: real });
    expect(sheet.marks).toEqual([]);
    expect(sheet.footers.map(({ line }) => line)).toContain(
      `监督员会签：设备 M，所签结果指纹 ${'b'.repeat(64)}`,
    );
    expect(sheetOf([ballots(8, 12)], {}, { of: real }).marks).toEqual(['监督员未会签']);
    const objection = { reason: '第 3 席代投', overridden: null };
    expect(sheetOf([ballots(8, 12)], { ...signed, objection }, { of: real }).marks).toEqual([
      '监督员有异议：第 3 席代投',
    ]);
  });

  test('CHAIR-7: given a released result, then its footers say whether the chair’s device or the operator released it', () => {
    const footersOf = (result: Parameters<typeof sheetOf>[1]) =>
      sheetOf([ballots(8, 12)], result).footers.map(({ line }) => line);
    const byChair = '放行：主持人本人签发，设备 chair-1';
    const byOperator = '放行：操作员经主持人同意放行';
    expect(footersOf({ kind: 'released', releasedBy: 'chair-1' })).toContain(byChair);
    expect(footersOf({ kind: 'released', releasedBy: null })).toContain(byOperator);
    expect(footersOf({ kind: 'counted' }).filter((line) => line.startsWith('放行'))).toEqual([]);
  });

  test('given any result, then method and sums stand below the table, and rules, engine and the head of the log on every page', () => {
    const { blocks, footers, signatures } = sheetOf([ballots(8, 12)], {}, { language: 'en' });
    expect(blocks[1]).toEqual({
      kind: 'facts',
      facts: [
        {
          name: 'Method',
          text: 'Total: each group apart; take the sum of each judge’s marks; strike the highest and the lowest mark (where the group has 7 valid ballots or more), of equal ones only the earliest seat’s; average the rest; the groups by their weights: the mean of City leadership counts 60 %, the mean of Public representatives counts 40 %; where a group has no valid ballot, the weights of the others stand in for it; rounded half up to two decimals. Ranked by Total from the highest; compared as rounded: what is equal then is equal. Where Total is equal, compare in turn: (1) the mean of City leadership, the higher first; (2) Projects, the higher first; where still nothing differs, they share the place and the next is left out (such as 1, 1, 3).',
        },
        {
          name: 'Sums',
          text: 'Totals are made from unrounded means and rounded once at the end; where the means as shown give another total, the remark says so',
        },
      ],
    });
    expect(footers.map((footer) => footer.line)).toEqual([
      `Rules: Six Comparisons (demo rules), S4 version 2, hash ${'a'.repeat(64)}`,
      'Scoring engine: leitai-3, program 0.1.0',
      `Last log entry: #214, hash ${'b'.repeat(64)}`,
      'Made: 2019-11-13 09:30:00 +08:00',
    ]);
    expect(signatures).toEqual(['Chair', 'Monitor', 'Teller', 'Recorder']);
  });

  test('SCHEME-3: given rules that were changed, then the sheet carries both results', () => {
    const votes = [ballots(8, 12, () => 14), ballots(8, 12, () => 12)];
    const before = scoreUnits(definition.scheme, 'c'.repeat(64), [
      { unit: definition.units[1]!.id, isCalled: true, ballots: ballots(8, 12, () => 15) },
    ]);
    if (!before.ok) throw new Error('no figures');
    const sheet = sheetOf(votes, { formerly: before.value });
    expect(tableOf(sheet, '规则改动前的结果').rows).toEqual([['1', '示例二市', '65.00']]);
    expect(JSON.stringify(sheet.blocks)).toContain('c'.repeat(64));
    expect(JSON.stringify(sheetOf(votes).blocks)).not.toContain('规则改动前');
  });

  test('given roles of its own, then an event’s sheets are signed by those; given none, by nobody', () => {
    const roles = [sameText('监票'), sameText('复核')];
    const signed = (signatures: typeof definition.signatures) =>
      sheetOf([ballots(8, 12)], {}, { of: { ...definition, signatures } }).signatures;
    expect(signed(roles)).toEqual(['监票', '复核']);
    expect(signed([])).toEqual([]);
  });
});
