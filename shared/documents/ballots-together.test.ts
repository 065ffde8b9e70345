import { describe, expect, test } from 'vitest';
import { anEventUnder, cast, lockOpen, onEach, ranked } from '../../test/builders/any-event.ts';
import { aRuleScheme } from '../../test/builders/contest.ts';
import { countedEvent, type PaperFor } from '../../test/builders/counted-event.ts';
import { count, type Order } from '../../test/builders/orders.ts';
import { aSheetSource } from '../../test/builders/sheet-source.ts';
import { builtIn } from '../../test/cases/read-built-in.ts';
import { contestOf } from '../domain/contest-of.ts';
import type { EventState } from '../domain/state.ts';
import { type Language, sameText } from '../kernel/language.ts';
import { changeLines } from './change-lines.ts';
import { makeSheet } from './make-sheet.ts';
import { resultJson } from './result-json.ts';
import type { Sheet, SheetBlock } from './sheet.ts';

type Block<Kind extends SheetBlock['kind']> = Extract<SheetBlock, { kind: Kind }>;

function made(
  kind: Parameters<typeof makeSheet>[0],
  state: EventState,
  chosen: { readonly unit?: string; readonly seat?: string } = {},
  language: Language = 'zh-Hans',
): Sheet {
  const about = { unit: chosen.unit ?? null, seat: chosen.seat ?? null };
  const sheet = makeSheet(kind, aSheetSource(state), about, language);
  if (!sheet.ok) throw new Error(`${kind}: ${sheet.error}`);
  return sheet.value;
}

/** The first table, or the one below a heading. */
function table({ blocks }: Sheet, heading?: string): Block<'table'> {
  const from =
    heading === undefined
      ? 0
      : blocks.findIndex((block) => block.kind === 'heading' && block.text === heading);
  const found = blocks
    .slice(Math.max(0, from))
    .find((block): block is Block<'table'> => block.kind === 'table');
  if (!found || from < 0) throw new Error(`no table ${heading ?? ''}`);
  return found;
}

function facts({ blocks }: Sheet): { readonly [name: string]: string } {
  const all = blocks.flatMap((block) => (block.kind === 'facts' ? block.facts : []));
  return Object.fromEntries(all.map(({ name, text }) => [name, text]));
}

const columnsOf = (block: Block<'table'>) => block.columns.map(({ name }) => name);

describe('S1: boards, speeches and a ranking', () => {
  const definition = anEventUnder(builtIn('S1-county-ranking'), { seats: 1 });
  const marks: { readonly [unit: string]: string } = { u1: '90', u2: '80.5', u3: '70' };
  const papers: PaperFor = ({ unit }, seat) => {
    if (unit !== null) return { total: marks[unit] ?? '0' };
    return seat === 'A1' ? ranked('u2', 'u1', 'u3') : ranked('u1', 'u2', 'u3');
  };
  const { state } = countedEvent(definition, papers);

  test('given a total of several parts, then each stands in its column with its weight, and no group stands for the total', () => {
    const result = table(made('result', state));
    expect(columnsOf(result)).toEqual([
      ...['名次', '单位', '总分', '指标亮晒（40%）', '发言（20%）', '测评（40%）'],
      ...['测评（A）', '测评（B）', '说明'],
    ]);
    // 0.4 × 100 + 0.2 × 90 + 0.4 × (0.6 × 97 + 0.4 × 100)
    expect(result.rows[0]?.slice(0, 8)).toEqual([
      ...['1', '示例 u1', '97.28', '100.00', '90.00', '98.20', '97.00', '100.00'],
    ]);
  });

  test('given a unit, then its sheet has the parts, the mean of the speech, the places that were given, and its place on the board', () => {
    const sheet = made('unit', state, { unit: 'u1' });
    expect(table(sheet, '总分构成').rows).toEqual([
      ['指标亮晒', '40%', '100.00'],
      ['发言', '20%', '90.00'],
      ['测评', '40%', '98.20'],
    ]);
    expect(table(sheet, '发言：各项均分').rows[0]?.slice(0, 3)).toEqual(['发言', '100', '90.00']);
    expect(table(sheet, '测评名次票：各名次票数').rows).toEqual([
      ['第 1 名', '1'],
      ['第 2 名', '1'],
      ['合计', '2'],
    ]);
    expect(table(sheet, '指标位次').rows).toEqual([['GDP', '2018', '100 亿元', '1 / 3', 'S0']]);
    expect(facts(sheet).轮次).toBe('发言：第 1 轮；测评名次票：第 1 轮');
  });

  test('given a seat, then its sheet has every mark, and its ranking from the first place', () => {
    const sheet = made('seat', state, { seat: 'A1' });
    expect(table(sheet, '发言').rows.map((row) => row.slice(0, 3))).toEqual([
      ['示例 u1', '1', '90.0'],
      ['示例 u2', '1', '80.5'],
      ['示例 u3', '1', '70.0'],
    ]);
    expect(table(sheet, '测评名次票').rows.map((row) => row.slice(0, 3))).toEqual([
      ['示例 u2', '1', '1'],
      ['示例 u1', '1', '2'],
      ['示例 u3', '1', '3'],
    ]);
  });

  test('given one paper of all units whose counts are the same for each, then the count sheet has one line for it', () => {
    const { rows, columns } = table(made('count', state));
    expect(columns.slice(0, 4).map(({ name }) => name)).toEqual(['单位', '票种', '轮', '组']);
    expect(rows.map((row) => row.slice(0, 2))).toEqual([
      ...['u1', 'u2', 'u3'].flatMap((unit) => [
        [`示例 ${unit}`, '发言'],
        [null, null],
        [null, null],
      ]),
      ...[
        ['全部单位', '测评名次票'],
        [null, null],
        [null, null],
      ],
    ]);
  });

  test('given paper ballots, then each unit has a form, and the ranking a page with a box for each unit', () => {
    const { blocks } = made('paper-ballot', state, { seat: 'A1' });
    expect(blocks.filter(({ kind }) => kind === 'form')).toHaveLength(3);
    expect(blocks.filter(({ kind }) => kind === 'page-break')).toHaveLength(1);
    const boxes = blocks.find((block): block is Block<'table'> => block.kind === 'table');
    expect(boxes?.columns).toEqual([
      { name: '单位', content: { kind: 'text' } },
      { name: '名次（1 至 3）', content: { kind: 'box' } },
    ]);
    expect(boxes?.rows).toEqual([
      ['示例 u1', null],
      ['示例 u2', null],
      ['示例 u3', null],
    ]);
    expect(JSON.stringify(blocks)).toContain('漏排或名次重复的为废票');
  });

  test('given the result for other programs, then its parts, boards and changes are in it', () => {
    const source = { ...aSheetSource(state), contest: contestOf(state) };
    if (state.result.kind === 'none') throw new Error('not counted');
    const json = JSON.parse(resultJson(source, state.result.figures, 'en'));
    expect(json.figures.units[0]).toMatchObject({
      unit: 'u1',
      parts: [
        { node: 'indicators', factor: { kind: 'percent', percent: '40' }, value: '100.00', exact: '100/1' },
        { node: 'speech', factor: { kind: 'percent', percent: '20' }, value: '90.00' },
        { node: 'assessment', name: { en: 'Assessment' }, value: '98.20' },
      ],
      indicators: [{ code: 'GDP', place: '1', value: '100' }],
    });
    expect(json.changes).toEqual([]);
  });
});

describe('S2: grades of all units on one paper', () => {
  const definition = anEventUnder(builtIn('S2-satisfaction'), { seats: 3 });
  const graded = (last: string) => onEach('grade', { u1: 'satisfied', u2: 'fairly', u3: last });
  const { state } = countedEvent(definition, (_, seat) => graded(seat === 'L1' ? 'abstain' : 'not'));

  test('given an abstention on one unit, then the count sheet tells the units apart, and totals are those of the groups', () => {
    const { rows } = table(made('count', state));
    expect(rows.filter((row) => row[0] !== null).map((row) => row[0])).toEqual([
      '示例 u1',
      '示例 u2',
      '示例 u3',
    ]);
    expect(rows.filter((row) => row[2] === '合计').map((row) => row.slice(3, 10))).toEqual([
      ['12', '12', '12', '12', '12', '0', '0'],
      ['12', '12', '12', '12', '12', '0', '0'],
      ['12', '12', '12', '12', '11', '1', '0'],
    ]);
  });

  test('given more groups than have room, then their ballots stand in a table of their own', () => {
    const sheet = made('result', state);
    expect(columnsOf(table(sheet))).toEqual([
      ...['名次', '单位', '满意度指数', 'L 均分（30%）', 'D 均分（30%）', 'P 均分（30%）', 'E 均分（10%）'],
      ...['评定', '满意率', '说明'],
    ]);
    expect(table(sheet, '各组计票数').rows[2]).toEqual(['示例 u3', '2', '3', '3', '3']);
    expect(facts(sheet).黄牌).toBe('示例 u3');
  });

  test('given a paper ballot, then every unit has a box for each grade', () => {
    const boxes = table(made('paper-ballot', state, { seat: 'L1' }));
    expect(columnsOf(boxes)).toEqual(['单位', '满意', '基本满意', '不满意', '弃权']);
    expect(boxes.rows).toHaveLength(3);
  });
});

describe('S3: a measured time beside the marks', () => {
  const definition = anEventUnder(builtIn('S3-township-hundred'), { seats: 3 });
  const measure = (
    unit: string,
    value: Extract<Order, { kind: 'RecordMeasure' }>['value'],
    reason = '',
  ): Order => ({
    kind: 'RecordMeasure',
    unit,
    measure: 'seconds',
    value,
    reason,
  });
  const marks = { results: '25', gaps: '20', pledges: '20', delivery: '12' };
  const { state } = countedEvent(definition, () => marks, [
    measure('u1', { kind: 'unconfirmed', value: '330' }),
    measure('u1', '331', '计时员复核'),
    measure('u2', '299'),
    measure('u3', { kind: 'did-not-finish' }),
  ]);

  test('given times, then the result sheet has them with their state, and what they cost as a part of the total', () => {
    const sheet = made('result', state);
    expect(columnsOf(table(sheet)).slice(2, 7)).toEqual([
      ...['总分', '指标亮晒（30%）', '发言（30%）', '测评（40%）', '超时扣分'],
    ]);
    expect(table(sheet, '测量与给定的数值').rows).toEqual([
      ['示例 u1', '用时（秒）', '331', '已确认'],
      ['示例 u2', '用时（秒）', '299', '已确认'],
      ['示例 u3', '用时（秒）', null, '未完成'],
    ]);
    expect(facts(sheet)['发言时长（秒）']).toBe('300');
    const row = table(sheet).rows.find((cells) => cells[1] === '示例 u1');
    expect(row?.[6]).toBe('-2.00');
  });

  test('given a time that was corrected, then the changelog says so', () => {
    expect(changeLines(state, 'zh-Hans', () => '').map(({ what }) => what)).toEqual(['示例 u1：更正测量值']);
  });
});

describe('O3: two groups, each with a ballot of its own on one paper', () => {
  const definition = anEventUnder(builtIn('O3-singers'), { seats: 3 });
  const papers: PaperFor = ({ unit }, seat) =>
    seat.startsWith('judges')
      ? { 'marks/total': unit === 'u1' ? '90.5' : '80' }
      : { 'yes/vote': seat === 'public1' ? 'no' : 'yes' };
  const { state } = countedEvent(definition, papers);

  test('given seats of both groups, then each one’s sheet and paper have only its own ballot', () => {
    const judge = made('seat', state, { seat: 'judges1' });
    expect(
      judge.blocks.filter(({ kind }) => kind === 'heading').map((block) => 'text' in block && block.text),
    ).toEqual(['评分票', '更正记录']);
    const vote = made('seat', state, { seat: 'public1' });
    expect(table(vote, '表决票').rows[0]?.slice(0, 3)).toEqual(['示例 u1', '1', '反对']);
    const [form] = made('paper-ballot', state, { seat: 'public1', unit: 'u1' }).blocks.flatMap((block) =>
      block.kind === 'form' ? [block.rows.map(({ name }) => name)] : [],
    );
    expect(form).toEqual(['赞成', '反对', '弃权']);
  });

  test('given a unit, then both ballots stand on its sheet in their own words, for the group that casts each', () => {
    const sheet = made('unit', state, { unit: 'u1' });
    expect(columnsOf(table(sheet, '评分票：各项均分'))).toEqual(['项目', '满分', '全部有效票', 'judges']);
    expect(table(sheet, '表决票：各档票数').rows).toEqual([
      ['赞成', '2'],
      ['反对', '1'],
      ['弃权', '0'],
      ['合计', '3'],
    ]);
  });
});

describe('what the jury gives and decides', () => {
  const scheme = aRuleScheme({
    nodes: [
      { kind: 'marks', id: 'panel', name: '评委分', ballot: 'vote' },
      { kind: 'adjustments', id: 'jury', name: '裁定分' },
      {
        kind: 'sum',
        id: 'total',
        parts: [{ node: 'panel' }, { node: 'jury' }],
        absent: 'zero',
        round: { decimals: 2 },
      },
    ],
    ranking: { by: 'total', on: 'rounded', ties: [{ kind: 'decision' }] },
  });
  const definition = anEventUnder(scheme, { seats: 2 });
  const give = (unit: string, points: string): Order => ({
    kind: 'GivePoints',
    unit,
    node: 'jury',
    points,
    reason: '超时',
    author: '评委会',
  });
  const { state } = countedEvent(definition, () => ({ total: '80' }), [
    give('u1', '-1.5'),
    give('u2', '2'),
    { kind: 'WithdrawPoints', adjustment: 2, reason: '弄错单位' },
    { kind: 'DecideTie', units: ['u3', 'u2'], reason: '表决 4 比 3', author: '评委会' },
  ]);

  test('given points and a decided tie, then both stand on the result sheet with reason and author, and points taken back only in the changelog', () => {
    const sheet = made('result', state);
    expect(table(sheet).rows.map((row) => row.slice(0, 5))).toEqual([
      ['1', '示例 u3', '80.00', '80.00', '0.00'],
      ['2', '示例 u2', '80.00', '80.00', '0.00'],
      ['3', '示例 u1', '78.50', '80.00', '-1.50'],
    ]);
    expect(table(sheet, '评委会加减分').rows).toEqual([['示例 u1', '裁定分', '-1.5', '超时', '评委会']]);
    expect(table(sheet, '评委会裁定的同分').rows).toEqual([['示例 u3 ＞ 示例 u2', '表决 4 比 3', '评委会']]);
    expect(changeLines(state, 'zh-Hans', () => '').map(({ what }) => what)).toEqual([
      '示例 u1：加减分',
      '示例 u2：加减分',
      '示例 u2：撤回加减分',
      '评委会裁定同分',
    ]);
  });

  test('given a unit with points, then they stand on its own sheet', () => {
    expect(table(made('unit', state, { unit: 'u1' }), '评委会加减分').rows).toEqual([
      ['裁定分', '-1.5', '超时', '评委会'],
    ]);
  });
});

describe('O12: a secret vote with a card that never came', () => {
  const definition = anEventUnder(builtIn('O12-election'), { seats: 4 });
  const paper = onEach('vote', { u1: 'yes', u2: 'yes', u3: 'no' });
  const { state } = countedEvent(definition, (_, seat) => (seat === 'ALL2' ? null : paper));

  test('SECRET-5: given fewer ballots than cards, then the count sheet has the group, how many fewer and why, and no seat', () => {
    const sheet = made('count', state);
    expect(table(sheet).rows).toEqual([
      [
        '全部单位',
        '推选票',
        '1',
        'ALL',
        '4',
        '3',
        '3',
        '3',
        '3',
        '0',
        '0',
        '未交 1；应收减 1：left the hall',
      ],
    ]);
    expect(JSON.stringify(sheet)).toContain('没有交的是哪一张卡，不列');
    const named = {
      ...state,
      definition: { ...state.definition, groups: [{ id: definition.groups[0]!.id, name: sameText('评委') }] },
    };
    expect(changeLines(named, 'zh-Hans', () => '').map(({ reason }) => reason)).toEqual([
      '评委 −1: left the hall',
    ]);
  });

  test('given the votes, then totals are shares with the decimals of the output, and they are read out as per cent', () => {
    expect(table(made('result', state)).rows.map((row) => row.slice(0, 4))).toEqual([
      ['1', '示例 u1', '100.00', '3'],
      ['1', '示例 u2', '100.00', '3'],
      ['3', '示例 u3', '0.00', '0'],
    ]);
    const [read] = made('announcer', state).blocks;
    expect(read?.kind === 'lines' && read.lines.at(1)).toBe(
      '第三名，示例 u3。得票率，百分之零点零零。〔0.00〕',
    );
  });

  test('given a second vote on equal units, then the count sheet names these, and the paper of the first stands', () => {
    const alone = { ...definition, scheme: { ...definition.scheme, isMonitorRequired: false } };
    const second = (seat: string) =>
      cast(seat, onEach('vote', { u1: seat === 'ALL4' ? 'no' : 'yes', u2: 'no' }));
    const { state: again } = countedEvent(alone, () => paper).and(
      { kind: 'TakeBackCount', reason: '同票', isSecondPress: true },
      { kind: 'OpenRound', unit: null, forms: ['second'], units: ['u1', 'u2'] },
      ...definition.seats.map(({ id }) => second(id)),
      lockOpen,
      count(),
    );
    expect(table(made('count', again)).rows.map((row) => row.slice(0, 3))).toEqual([
      ['全部单位', '推选票', '1'],
      ['示例 u1、示例 u2', '第二轮票', '1'],
    ]);
    expect(table(made('result', again)).rows[0]?.slice(0, 2)).toEqual(['1', '示例 u1']);
    const papers = made('paper-ballot', again).blocks.flatMap((block) =>
      block.kind === 'table' ? [block.rows.length] : [],
    );
    expect(papers).toEqual([3, 2, 3, 2, 3, 2, 3, 2]);
    expect(table(made('unit', again, { unit: 'u1' }), '第二轮票：得票').rows).toEqual([
      ['选', '3'],
      ['不选', '1'],
      ['合计', '4'],
    ]);
  });
});

describe('a secret ballot whose extremes are struck', () => {
  const scheme = aRuleScheme({
    groups: [{ id: 'A' }],
    ballots: [{ kind: 'total', id: 'vote', secrecy: 'anonymous', maximum: '100', step: '1' }],
    nodes: [
      {
        kind: 'groups',
        id: 'total',
        ballot: 'vote',
        trim: { high: 1, low: 1, fromCount: 3 },
        round: { decimals: 2 },
      },
    ],
  });
  const { state } = countedEvent(anEventUnder(scheme, { seats: 4 }), (_, seat) => ({
    total: `${70 + Number(seat.slice(1))}`,
  }));

  test('SECRET-5: given the figures, which name no seat, then sheet and export still say how many were struck', () => {
    const result = table(made('result', state));
    expect(columnsOf(result)[5]).toBe('A 去掉票数');
    expect(result.rows[0]?.[5]).toBe('2');
    if (state.result.kind === 'none') throw new Error('not counted');
    expect(state.result.figures.units[0]?.groups[0]?.struck).toEqual([]);
    const source = { ...aSheetSource(state), contest: contestOf(state) };
    const json = JSON.parse(resultJson(source, state.result.figures, 'en'));
    expect(json.figures.units[0].groups[0].struck).toBe(2);
    expect(table(made('unit', state, { unit: 'u1' }), '各组').rows).toEqual([
      ['A', '72.50', '4', '2', '100%', '4', null],
    ]);
  });
});
