import { describe, expect, test } from 'vitest';
import { anEventUnder, cast, lockOpen, onEach, ranked } from '../../test/builders/any-event.ts';
import { aRuleScheme } from '../../test/builders/contest.ts';
import { countedEvent, drawnPapers, steadyDraw } from '../../test/builders/counted-event.ts';
import { aDefinition, aScheme, aWeight } from '../../test/builders/definition.ts';
import {
  ballot,
  count,
  decideSeats,
  jump,
  lock,
  next,
  type Order,
  pair,
  paper,
  recuse,
  turn,
  withdrawUnit,
} from '../../test/builders/orders.ts';
import { given, type Scenario } from '../../test/builders/scenario.ts';
import { aSheetSource } from '../../test/builders/sheet-source.ts';
import { builtIn } from '../../test/cases/read-built-in.ts';
import { hashOfScheme } from '../domain/scoring/scheme-hash.ts';
import type { EventState } from '../domain/state.ts';
import type { Language } from '../kernel/language.ts';
import { changeLines } from './change-lines.ts';
import { makeSheet } from './make-sheet.ts';
import type { Sheet, SheetBlock } from './sheet.ts';

type Chosen = { readonly unit?: string; readonly seat?: string };

function made(
  kind: Parameters<typeof makeSheet>[0],
  { state }: { readonly state: EventState },
  { unit, seat }: Chosen = {},
  language: Language = 'zh-Hans',
): Sheet {
  const about = { unit: unit ?? null, seat: seat ?? null };
  const sheet = makeSheet(kind, aSheetSource(state), about, language);
  if (!sheet.ok) throw new Error(sheet.error);
  return sheet.value;
}

/** The rows below a heading; of the first table without one. */
function rows({ blocks }: Sheet, heading?: string) {
  const from = blocks.findIndex((block) => block.kind === 'heading' && block.text === heading);
  const found = blocks.slice(Math.max(0, from)).find((block) => block.kind === 'table');
  if ((heading !== undefined && from < 0) || found?.kind !== 'table') return [];
  return found.rows;
}

const linesOf = ({ blocks }: Sheet) =>
  blocks.flatMap((block: SheetBlock) => (block.kind === 'lines' ? block.lines : []));

const seats = ['A1', 'A2', 'B1'];

/** Two units; A2 is recused from the second, B1 votes on it on paper, and the second may leave after its vote. */
function voted(...last: readonly Order[]): Scenario {
  return given(
    aDefinition(),
    ...seats.map((seat) => pair(seat)),
    next,
    ...turn('u1', seats),
    recuse('A2', 'u2'),
    next,
    ballot('A1', 'u2', ['40', '20']),
    decideSeats('u2', ['B1'], 'paper'),
    paper('B1', 'u2', { c1: '42', c2: '22' }),
    next,
    lock('u2'),
    ...last,
    count(),
  );
}

describe('a recusal', () => {
  const run = voted();

  test('given a recused seat, then result, unit and count sheet say that the denominator is smaller, in every language', () => {
    const remark = (language: Language) =>
      rows(made('result', run, {}, language))
        .find(([, unit]) => unit === '示例 u2')
        ?.at(-1);
    expect(remark('zh-Hans')).toContain('A回避\u00a01');
    expect(remark('zh-Hant')).toContain('A迴避\u00a01');
    expect(remark('en')).toContain('A: recused 1');
    expect(rows(made('unit', run, { unit: 'u2' }), '各组')).toEqual([
      ['A', '60.00', '1', '0', '60%', '2', '回避 1'],
      ['B', '64.00', '1', '0', '40%', '1', null],
    ]);
    expect(rows(made('count', run), '各组得分')).toEqual([
      ['示例 u1', 'A', '80.00', '2', '0'],
      [null, 'B', '80.00', '1', '0'],
      ['示例 u2', 'A', '60.00', '1', '0'],
      [null, 'B', '64.00', '1', '0'],
    ]);
  });

  test('given one panel without groups, then the result says how many ballots each total is made of', () => {
    const definition = anEventUnder(builtIn('O5-pitch'), { units: ['u1', 'u2'], seats: 3 });
    const marks = { innovation: '20', market: '20', team: '10', show: '10', answer: '5' };
    const scheme = definition.scheme.ballots[0];
    const keys = scheme?.kind === 'points' ? scheme.criteria.map(({ id }) => id) : [];
    const paperOf = Object.fromEntries(keys.map((id, n) => [id, Object.values(marks)[n] ?? '1']));
    const pitch = countedEvent(
      definition,
      (round, seat) => (round.unit === 'u2' && seat === 'ALL2' ? null : paperOf),
      [],
    );
    expect(rows(made('result', pitch), '有效票数')).toEqual([
      ['示例 u1', '3'],
      ['示例 u2', '2'],
    ]);
  });

  test('ROUND-11: given a recused seat, then it is given no paper ballot on the unit, and its sheet says so', () => {
    const sheet = made('paper-ballot', run, { seat: 'A2' });
    const headings = sheet.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
    expect(headings).toEqual(['示例 u1 · 第 1 轮']);
    expect(linesOf(sheet)).toContain('本席回避、不发票的单位：示例 u2。');
    expect(linesOf(made('paper-ballot', run, { seat: 'A1' })).join()).not.toContain('回避');
  });
});

describe('a unit that left after its vote', () => {
  const run = voted(withdrawUnit('u2'));

  test('ROUND-15: given it, then no sheet counts its votes as the result’s', () => {
    expect(
      rows(made('count', run))
        .find(([unit]) => unit === '示例 u2')
        ?.at(-1),
    ).toBe('退出，票不计；回避 1');
    expect(rows(made('result', run)).find(([, unit]) => unit === '示例 u2')).toEqual([
      ...[null, '示例 u2', null],
      ...[null, null, null, null],
      '退出',
    ]);
    const sheet = made('unit', run, { unit: 'u2' });
    expect(linesOf(sheet)).toContain('该单位退出，所投的票不计，不列分数。');
    expect(sheet.blocks.some(({ kind }) => kind === 'bars')).toBe(false);
    expect(rows(made('seat', run, { seat: 'A1' }))[1]?.at(-1)).toBe('单位退出，票不计');
  });

  test('given it, then nobody is given a paper ballot on it any more', () => {
    const sheet = made('paper-ballot', run, { seat: 'A1' });
    expect(JSON.stringify(sheet.blocks)).not.toContain('示例 u2');
  });
});

describe('a panelist’s own sheet', () => {
  const run = voted();

  test('given a ballot that came on paper, then the row says why it has no check code', () => {
    const [onDevice, onPaper] = rows(made('seat', run, { seat: 'B1' }));
    expect(onDevice?.slice(-2)).toEqual([expect.stringMatching(/^\w{4}$/), null]);
    expect(onPaper?.slice(-2)).toEqual([null, '纸质票录入']);
    expect(linesOf(made('seat', run, { seat: 'A2' }))[0]).toContain('不参加计票');
  });
});

describe('rules that were changed', () => {
  const former = aScheme({ ties: [] });
  const own = {
    ...aScheme({ ties: [], weights: [aWeight('A', 10), aWeight('B', 90)] }),
    version: 2,
  };
  const run = given(
    aDefinition({ scheme: former }),
    ...seats.map((seat) => pair(seat)),
    next,
    next,
    ballot('A1', 'u1', ['50', '30']),
    ballot('A2', 'u1', ['50', '30']),
    ballot('B1', 'u1', ['10', '10']),
    next,
    lock('u1'),
    ...turn('u2', seats, ['30', '20']),
    {
      kind: 'ChangeScheme',
      scheme: own,
      schemeHash: hashOfScheme(own),
      orderedBy: '组委会主任',
      reason: '两组权数写错',
    },
    count(),
  );

  test('SCHEME-3: given another order by the former rules, then ranking and unit sheet carry both results as the result sheet does', () => {
    const heading = '规则改动前的结果';
    for (const kind of ['result', 'ranking'] as const) {
      expect(rows(made(kind, run)).map((row) => row.slice(0, 3))).toEqual([
        ['1', '示例 u2', '50.00'],
        ['2', '示例 u1', '26.00'],
      ]);
      expect(rows(made(kind, run), heading)).toEqual([
        ['1', '示例 u1', '56.00'],
        ['2', '示例 u2', '50.00'],
      ]);
    }
    expect(rows(made('unit', run, { unit: 'u2' }), heading)).toEqual([['2', '示例 u2', '50.00']]);
  });

  test('given the changelog, then it names both versions by their hash, and who ordered the change', () => {
    const line = (language: Language) => changeLines(run.state, language, () => '').at(-1);
    const [now, before] = [own, former].map((scheme) => hashOfScheme(scheme).slice(0, 16));
    expect(line('zh-Hans')).toMatchObject({
      what: `规则第 2 版（指纹 ${now}），取代第 1 版（指纹 ${before}）：改用新版规则`,
      reason: '组委会主任决定：两组权数写错',
    });
    expect(line('en')).toMatchObject({
      what: `rules version 2 (hash ${now}) in place of version 1 (hash ${before}): new version of the rules`,
      reason: 'ordered by 组委会主任: 两组权数写错',
    });
  });
});

describe('the announcer’s script', () => {
  const script = (trim: { readonly high: number; readonly low: number }, language: Language) => {
    const scheme = aScheme({ trim: { ...trim, fromCount: 3 }, weights: [aWeight('A', 1)] });
    const run = given(
      aDefinition({ scheme, seats: { A: 3 }, units: ['u1'] }),
      ...['A1', 'A2', 'A3'].map((seat) => pair(seat)),
      next,
      ...turn('u1', ['A1', 'A2', 'A3']),
      count(),
    );
    return linesOf(made('announcer', run, {}, language))[1];
  };

  test('given only one end is struck, then nothing is said of the other', () => {
    expect(script({ high: 0, low: 1 }, 'zh-Hans')).toContain('各组去掉一个最低分，最后得分');
    expect(script({ high: 1, low: 0 }, 'zh-Hant')).toContain('各組去掉一個最高分，最後得分');
    expect(script({ high: 0, low: 1 }, 'en')).toContain('Without the lowest of each group.');
    expect(script({ high: 1, low: 1 }, 'zh-Hans')).toContain('各组去掉一个最高分，去掉一个最低分，');
  });

  test('given one panel without groups that strikes, then that is read out; places that are struck aren’t called marks', () => {
    const panel = aRuleScheme({
      ballots: [{ kind: 'total', id: 'mark', maximum: '100', step: '1' }],
      nodes: [
        {
          kind: 'marks',
          id: 'total',
          ballot: 'mark',
          trim: { high: 1, low: 1, fromCount: 4 },
          round: { decimals: 2 },
        },
      ],
      ranking: { by: 'total', on: 'rounded', ties: [] },
    });
    const read = (seats: number) => {
      const definition = anEventUnder(panel, { units: ['u1'], seats });
      return linesOf(
        made(
          'announcer',
          countedEvent(definition, () => ({ total: '80' })),
        ),
      )[1];
    };
    expect(read(4)).toBe(
      '第一名，示例 u1。去掉一个最高分，去掉一个最低分，最后得分，八十点零零分。〔80.00〕',
    );
    expect(read(3)).toBe('第一名，示例 u1。最后得分，八十点零零分。〔80.00〕');
    const sums = anEventUnder(builtIn('O10-rank-sum'), { units: ['u1', 'u2'], seats: 3 });
    expect(
      linesOf(
        made(
          'announcer',
          countedEvent(sums, () => ranked('u1', 'u2')),
        ),
      ).join(),
    ).not.toContain('去掉');
  });

  test('RULE-15: given a tie that is to be decided, then no place among it is read out', () => {
    const scheme = {
      ...aScheme({ ties: [] }),
      ranking: { ...aScheme({ ties: [] }).ranking, shared: 'forced' as const },
    };
    const run = given(
      aDefinition({ scheme }),
      ...seats.map((seat) => pair(seat)),
      next,
      ...turn('u1', seats),
      ...turn('u2', seats),
      count(),
    );
    const lines = linesOf(made('announcer', run));
    expect(lines.join()).not.toMatch(/第.名/);
    expect(lines).toContain('示例 u1：同分，待决定');
  });
});

describe('numbers that can be worked out from the sheet', () => {
  test('given grades, then the unit’s sheet says what each is worth, so that the mean follows from the counts', () => {
    const definition = anEventUnder(builtIn('O11-appraisal'), { units: ['u1', 'u2'], seats: 4 });
    const ballotOf = definition.scheme.ballots[0];
    const ids = ballotOf?.kind === 'grades' ? ballotOf.grades.map(({ id }) => id) : [];
    const seatsOf = definition.seats.map(({ id }) => id);
    const run = countedEvent(definition, (_, seat) => {
      const grade = ids[[1, 1, 2, ids.length - 1][seatsOf.indexOf(seat)] ?? 1] ?? '';
      return onEach('grade', { u1: grade, u2: ids[1] ?? '' });
    });
    const own = rows(made('unit', run, { unit: 'u1' }));
    const marks = own.flatMap(([, worth, number]) =>
      worth !== null && worth !== undefined && /^\d/.test(worth)
        ? [[Number(worth), Number(number)] as const]
        : [],
    );
    const counted = marks.reduce((sum, [, number]) => sum + number, 0);
    const mean = marks.reduce((sum, [worth, number]) => sum + worth * number, 0) / counted;
    expect(counted).toBe(3);
    const result = rows(made('result', run)).find(([, unit]) => unit === '示例 u1');
    expect(result?.[2]).toBe(mean.toFixed(2));
    expect(own.at(-2)?.[1]).toBe('不进分母');
  });

  test('given one group alone, then its means don’t stand beside the same ones of all', () => {
    const definition = anEventUnder(builtIn('O5-pitch'), { units: ['u1'], seats: 3 });
    const run = countedEvent(definition, drawnPapers(steadyDraw(5)));
    const table = made('unit', run, { unit: 'u1' }).blocks.find(({ kind }) => kind === 'table');
    expect(table?.kind === 'table' && table.columns.map(({ name }) => name)).toEqual([
      ...['项目', '满分', '全部有效票'],
    ]);
  });

  test('given a total that is called as the places are, then it has a name of its own, and isn’t read out', () => {
    const definition = anEventUnder(builtIn('O10-skating-system'), { units: ['u1', 'u2'], seats: 3 });
    const run = countedEvent(definition, () => ranked('u2', 'u1'));
    const table = made('result', run).blocks.find(({ kind }) => kind === 'table');
    expect(table?.kind === 'table' && table.columns.slice(0, 3).map(({ name }) => name)).toEqual([
      ...['名次', '单位', '名次（算出）'],
    ]);
    expect(linesOf(made('announcer', run))).toContain('第一名，示例 u2。');
  });

  test('given units that share a place, then the script announces as many places as it reads', () => {
    const run = given(
      aDefinition({ scheme: aScheme({ ties: [] }) }),
      ...seats.map((seat) => pair(seat)),
      next,
      ...turn('u1', seats),
      ...turn('u2', seats),
      count(),
    );
    expect(linesOf(made('announcer', run))[0]).toContain('共一个名次');
  });
});

describe('a total of which the groups make a part', () => {
  test('given it, then their shares are of that part, and the sheet says that the total is made of its parts', () => {
    const { groups, ballots } = aScheme();
    const scheme = aRuleScheme({
      groups: groups.map(({ id, weight }) => ({ id, weight })),
      ballots: [...ballots],
      nodes: [
        { kind: 'groups', id: 'today', name: '决赛得分', ballot: 'marks' },
        { kind: 'measure', id: 'before', name: '初赛得分', measure: 'carried' },
        {
          kind: 'weighted',
          id: 'total',
          parts: [
            { node: 'today', weight: 50 },
            { node: 'before', weight: 50 },
          ],
          round: { decimals: 2 },
        },
      ],
      ranking: { by: 'total', on: 'rounded', ties: [] },
    });
    const definition = anEventUnder(scheme, { units: ['u1'], seats: 1 });
    const measured: Order = {
      kind: 'RecordMeasure',
      unit: 'u1',
      measure: 'carried',
      value: '90',
      reason: '',
    };
    const run = countedEvent(definition, (_, seat) => ({ c1: seat === 'A1' ? '50' : '40', c2: '30' }), [
      measured,
    ]);
    const sheet = made('result', run);
    const table = sheet.blocks.find(({ kind }) => kind === 'table');
    const names = table?.kind === 'table' ? table.columns.map(({ name }) => name) : [];
    expect(names).toEqual(
      expect.arrayContaining(['A 均分（占决赛得分\u00a060%）', '决赛得分（50%）', '初赛得分（50%）']),
    );
    // 0.5 × (0.6 × 80 + 0.4 × 70) + 0.5 × 90
    expect(rows(sheet)[0]?.[2]).toBe('83.00');
    expect(JSON.stringify(sheet.blocks)).toContain('总分由分项算出');
    expect(rows(made('unit', run, { unit: 'u1' }), '各组').map((row) => row.slice(0, 5))).toEqual([
      ['A', '80.00', '1', '0', '60%'],
      ['B', '70.00', '1', '0', '40%'],
    ]);
  });
});

describe('the opening sheet', () => {
  test('given more units than one reads in a sentence, then they stand in a table, each once', () => {
    const units = Array.from({ length: 30 }, (_, n) => `u${n + 1}`);
    const sheet = made('opening', given(aDefinition({ units })));
    const tables = sheet.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
    expect(tables[1]?.rows).toEqual(units.map((unit) => [unit, `示例 ${unit}`]));
    expect(JSON.stringify(sheet.blocks)).toContain('30 家，见下表');
    const few = made('opening', given(aDefinition()));
    expect(JSON.stringify(few.blocks)).toContain('2 家：示例 u1、示例 u2');
  });
});

describe('a secret ballot', () => {
  test('SECRET-2: given a group waited for with fewer ballots that came after all, then the count sheet says both', () => {
    const definition = anEventUnder(builtIn('O12-election'), { units: ['u1', 'u2'], seats: 3 });
    const vote = onEach('vote', { u1: 'yes', u2: 'no' });
    const run = given(
      definition,
      ...definition.seats.map(({ id }) => pair(id)),
      next,
      next,
      cast('ALL1', vote),
      cast('ALL2', vote),
      (state) => ({
        kind: 'LowerExpected',
        round: state.roundOrder[0] ?? '',
        group: 'ALL',
        by: 1,
        reason: '一张票卡未领',
      }),
      cast('ALL3', vote),
      next,
      lockOpen,
      jump('comment'),
      count(),
    );
    expect(rows(made('count', run))[0]?.slice(-8)).toEqual([
      ...['3', '3', '3', '3', '3', '0', '0'],
      '应收减 1：一张票卡未领；其后仍交来 1',
    ]);
  });
});
