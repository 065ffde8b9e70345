import { describe, expect, test } from 'vitest';
import { aCriterion, aDefinition, aScheme } from '../../test/builders/definition.ts';
import { close, next, voidRound } from '../../test/builders/orders.ts';
import { given } from '../../test/builders/scenario.ts';
import { aSheetSource } from '../../test/builders/sheet-source.ts';
import type { Round, StoredBallot } from '../domain/round.ts';
import { isSecret } from '../domain/scoring/live-ballot.ts';
import { readScoringScheme } from '../domain/scoring/rules/check-scoring-scheme.ts';
import type { ScoringSchemeText } from '../domain/scoring/rules/scoring-scheme.ts';
import type { EventState } from '../domain/state.ts';
import { type SeatId, seatId, unitId } from '../kernel/brand.ts';
import { type Language, languages, sameText } from '../kernel/language.ts';
import { countedBallots, isOverfull } from './ballot-counts.ts';
import { changeLines } from './change-lines.ts';
import { makeSheet } from './make-sheet.ts';
import type { Sheet, SheetBlock } from './sheet.ts';
import { changeBlocks } from './sheet-frame.ts';
import { sheetLines } from './sheet-lines.ts';

type Given = {
  readonly votes?: { readonly [seat: string]: StoredBallot['values'] };
  readonly decisions?: { readonly [seat: string]: Round['decisions'][number]['decision'] };
};

function stored(seat: SeatId, values: StoredBallot['values'], signed = ''): StoredBallot {
  return {
    units: [unitId('u1')],
    seat,
    device: 1,
    n: 1,
    opening: 1,
    ballotNumber: 1,
    values,
    signed,
    source: 'paper',
  };
}

/** A counted event whose first unit had exactly these ballots and decisions; its figures say nothing. */
function counted(
  definition: ReturnType<typeof aDefinition>,
  { votes = {}, decisions = {} }: Given,
): EventState {
  const { state } = given(definition);
  const unit = definition.units[0]?.id ?? unitId('u1');
  const expected = definition.seats.map(({ id }) => id);
  const round: Round = {
    id: `${unit}.1` as Round['id'],
    unit,
    units: [unit],
    forms: definition.scheme.ballots.map(({ id }) => id),
    isSecret: isSecret(
      definition.scheme,
      definition.scheme.ballots.map(({ id }) => id),
    ),
    lowered: [],
    number: 1,
    opening: 1,
    state: 'counted',
    schemeHash: state.schemeHash,
    expected,
    ballots: Object.fromEntries(
      expected.map((seat) => [seat, votes[seat] ? stored(seat, votes[seat]) : null]),
    ),
    decisions: Object.entries(decisions).map(([seat, decision]) => ({
      seat: seatId(seat),
      decision,
      reason: 'r',
    })),
    returned: [],
    idle: [],
    movedTo: null,
    voidedAs: null,
  };
  const figure = {
    state: 'ranked',
    rank: 1,
    place: '1',
    isShared: false,
    isUndecided: false,
    total: '80.00',
    exactTotal: '80/1',
    groups: [],
    partedBy: [],
    fewestBallots: null,
    outputs: [],
  } as const;
  return {
    ...state,
    rounds: { [round.id]: round },
    roundOrder: [round.id],
    result: {
      kind: 'counted',
      count: 1,
      figures: {
        engine: 'leitai-3',
        awards: { prizes: [], annual: [], entrants: null },
        schemeHash: state.schemeHash,
        units: [{ ...figure, unit }],
      },
      formerly: null,
      coSigned: null,
      chairAsked: null,
      objection: null,
      seenBy: { operator: false, screens: [] },
    },
  };
}

function sheetFor(kind: Parameters<typeof makeSheet>[0], state: EventState, language: Language = 'zh-Hans') {
  return makeSheet(kind, aSheetSource(state), { unit: 'u1', seat: 'A1' }, language);
}

function made(...args: Parameters<typeof sheetFor>): Sheet {
  const sheet = sheetFor(...args);
  if (!sheet.ok) throw new Error(sheet.error);
  return sheet.value;
}

function block<Kind extends SheetBlock['kind']>({ blocks }: Sheet, kind: Kind) {
  return blocks.find((each) => each.kind === kind) as Extract<SheetBlock, { kind: Kind }>;
}

const marks = { c1: '50', c2: '30' };

describe('the count sheet', () => {
  test('given absent, recused, left-out and void seats, then each stands where it belongs and the sums are those of the rows', () => {
    const definition = aDefinition({
      seats: { A: 6 },
      scheme: aScheme({ weights: [{ group: 'A', weight: 1 }] }),
    });
    const state = counted(definition, {
      votes: { A1: marks, A2: marks },
      decisions: { A3: 'absent', A4: 'recused', A5: 'excluded' },
    });
    expect(countedBallots(state)[0]?.groups[0]).toMatchObject({
      expected: 6,
      absent: 1,
      present: 5,
      recused: 1,
      issued: 4,
      returned: 2,
      valid: 2,
      void: 0,
      excluded: 1,
      notYet: 1,
    });
    const [row] = block(made('count', state), 'table').rows;
    expect(row).toEqual([
      '示例 u1',
      '1',
      'A',
      '6',
      '5',
      '4',
      '2',
      '2',
      '0',
      '0',
      '缺席 1；回避 1；不计 1；未收回 1',
    ]);
  });

  test('given a seat that was recused after it had voted, then its ballot is neither issued nor returned, and the vote stands', () => {
    const state = counted(aDefinition(), {
      votes: { A1: marks, A2: marks, B1: marks },
      decisions: { A2: 'recused' },
    });
    expect(countedBallots(state)[0]?.groups[0]).toMatchObject({
      expected: 2,
      issued: 1,
      returned: 1,
      valid: 1,
    });
    expect(block(made('count', state), 'table').rows[0]?.at(-1)).toBe('回避 1');
  });

  test('given more ballots returned than issued, then the vote is void, and row and sheet say so', () => {
    const state = counted(aDefinition(), {
      votes: { A1: marks, A2: marks, B1: marks },
      decisions: { A2: 'absent' },
    });
    expect(countedBallots(state)[0]?.groups.map(isOverfull)).toEqual([true, false]);
    const sheet = made('count', state);
    const { rows } = block(sheet, 'table');
    expect(rows[0]?.at(-1)).toBe('缺席 1；收回与有效、弃权、废票之和相差 1；收回多于发出，本次表决无效');
    expect(block(sheet, 'lines').lines[0]).toBe('收回多于发出，表决无效：示例 u1。');
  });
});

describe('the unit sheet', () => {
  test.each([1, 3, 9])('given %i criteria, then each has its bar', (count) => {
    const criteria = Array.from({ length: count }, (_, n) => aCriterion(`k${n}`, '10'));
    const scheme = aScheme({ criteria, weights: [{ group: 'A', weight: 1 }] });
    const definition = aDefinition({ seats: { A: 2 }, scheme });
    const values = (mark: string) => Object.fromEntries(criteria.map(({ id }) => [id, mark]));
    const sheet = made('unit', counted(definition, { votes: { A1: values('7'), A2: values('8.5') } }));
    expect(block(sheet, 'bars').bars).toEqual(
      criteria.map(({ id }) => ({ name: id, value: '7.75', maximum: '10' })),
    );
  });

  test('given a group with fewer ballots than may be published, then its means are left out and the sheet says so', () => {
    const scheme = aScheme({ publishFrom: 2 });
    const state = counted(aDefinition({ scheme }), {
      votes: { A1: marks, A2: marks, B1: { c1: '1', c2: '1' } },
    });
    const sheet = made('unit', state);
    const { rows, columns } = block(sheet, 'table');
    expect(columns.map(({ name }) => name)).toEqual(['项目', '满分', '全部有效票', 'A', 'B']);
    expect(rows.map((row) => row.slice(2))).toEqual([
      ['33.67', '50.00', null],
      ['20.33', '30.00', null],
      ['54.00', '80.00', null],
    ]);
    expect(JSON.stringify(sheet.blocks)).toContain('不足 2 票的组不列均分。');
  });

  test('given a ballot of grades, then bars and table count the ballots of each grade', () => {
    const scheme = readScoringScheme({
      format: 'leitai-scheme/1',
      id: 'grades',
      version: 1,
      name: 'grades',
      groups: [{ id: 'A' }],
      ballots: [
        {
          kind: 'grades',
          id: 'vote',
          grades: [
            { id: 'good', name: '满意', points: '100' },
            { id: 'bad', name: '不满意', points: '0' },
            { id: 'none', name: '弃权', points: null },
          ],
        },
      ],
      nodes: [{ kind: 'marks', id: 'total', ballot: 'vote' }],
      ranking: { by: 'total', on: 'exact' },
    } satisfies ScoringSchemeText);
    if (!scheme.ok) throw new Error(JSON.stringify(scheme.error));
    const definition = aDefinition({ seats: { A: 4 }, scheme: scheme.value });
    const vote = (grade: string) => ({ grade });
    const votes = { A1: vote('good'), A2: vote('good'), A3: vote('bad'), A4: vote('none') };
    const state = counted(definition, { votes });
    const sheet = made('unit', state);
    expect(block(sheet, 'bars').bars.map(({ name, value, maximum }) => [name, value, maximum])).toEqual([
      ['满意', '2', '4'],
      ['不满意', '1', '4'],
      ['弃权', '1', '4'],
    ]);
    expect(block(made('count', state), 'table').rows[0]?.slice(3, 10)).toEqual([
      '4',
      '4',
      '4',
      '4',
      '3',
      '1',
      '0',
    ]);
    expect(block(made('seat', state), 'table').rows[0]?.slice(0, 3)).toEqual(['示例 u1', '1', '满意']);
    expect(block(made('paper-ballot', state), 'form').rows.map(({ name }) => name)).toEqual([
      '满意',
      '不满意',
      '弃权',
    ]);
  });
});

describe('a secret ballot', () => {
  const scheme = aScheme();
  const [ballot] = scheme.ballots;
  if (!ballot) throw new Error('no ballot');
  const secret = { ...scheme, ballots: [{ ...ballot, secrecy: 'anonymous' as const }] };

  test('given one, then there is no sheet of a panelist, and a paper ballot names the group alone', () => {
    const state = counted(aDefinition({ scheme: secret }), { votes: { A1: marks } });
    expect(sheetFor('seat', state)).toEqual({ ok: false, error: 'ballot-secret' });
    const paper = made('paper-ballot', state);
    expect(block(paper, 'facts').facts).toEqual([{ name: '组', text: 'A' }]);
    expect(`${paper.title} ${paper.name} ${paper.subtitle}`).not.toMatch(/席/);
  });
});

describe('the changelog', () => {
  test('given changes, then each line has entry, time, unit, seats by number and what was done, in every language', () => {
    const { state } = given(aDefinition());
    const change = {
      n: 12 as EventState['lastEntry'],
      wall: 0 as EventState['changes'][number]['wall'],
      what: 'paper-ballot',
      unit: unitId('u1'),
      toUnit: null,
      round: null,
      seats: [seatId('A2'), seatId('B1')],
      reason: '平板断线',
      seconded: 'M1',
    } as const;
    const changed: EventState = {
      ...state,
      changes: [change],
      screens: [{ id: 'M1', role: 'monitor', publicKey: '', name: '监督员' }],
    };
    expect(changeLines(changed, 'zh-Hans', () => '15:23:05')).toEqual([
      {
        n: '#12',
        time: '15:23:05',
        what: '示例 u1 第 2、3 席：录入纸质票',
        reason: '平板断线',
        seconded: '监督员',
      },
    ]);
    expect(changeLines(changed, 'en', () => '')[0]?.what).toBe('示例 u1 seat 2, 3: paper ballot entered');
  });

  test('given no line that anybody co-signed, then there is no empty column for it', () => {
    const line = { n: '#12', time: '15:23:05', what: 'w', reason: 'r', seconded: '' };
    const heads = (...lines: readonly (typeof line)[]) =>
      changeBlocks(lines, 'en').flatMap((block) =>
        block.kind === 'table' ? [block.columns.map(({ name }) => name), ...block.rows] : [],
      );
    expect(heads(line)).toEqual([
      ['Entry', 'Time', 'Correction', 'Reason'],
      ['#12', '15:23:05', 'w', 'r'],
    ]);
    expect(heads(line, { ...line, seconded: 'M1' }).map((row) => row[4])).toEqual([
      'Co-signed by',
      null,
      'M1',
    ]);
  });

  test('RESULT-12: given a round of the wrong unit, then every sheet says for which unit it was meant', () => {
    const { state } = given(aDefinition(), next, next, voidRound('u1', 'wrong-unit', 'u2'));
    expect(changeLines(state, 'zh-Hans', () => '')).toMatchObject([
      { what: '示例 u1 第 1 轮：评票作废，应为示例 u2', reason: 'the wrong page was open' },
    ]);
    expect(changeLines(state, 'zh-Hant', () => '')[0]?.what).toBe('示例 u1 第 1 輪：評票作廢，應為示例 u2');
    expect(changeLines(state, 'en', () => '')[0]?.what).toBe(
      '示例 u1 round 1: vote voided, meant for 示例 u2',
    );
  });

  test('EVENT-9: given an event that was closed without its monitor, then every sheet says so with the reason', () => {
    const definition = aDefinition({ scheme: aScheme({ isMonitorRequired: true }) });
    const { state } = given(definition, next, close, { kind: 'CloseEvent', reason: 'no device' });
    expect(changeLines(state, 'en', () => '')).toMatchObject([
      { what: 'Closed without the monitor’s signature', reason: 'no device' },
    ]);
  });
});

describe('a sheet as lines of a spreadsheet', () => {
  test('given bars and a tree, then their numbers are numbers, negative ones too', () => {
    const sheet: Sheet = {
      name: 'n',
      title: 't',
      subtitle: 's',
      marks: [],
      blocks: [
        { kind: 'bars', bars: [{ name: 'a', value: '7.25', maximum: '10' }] },
        { kind: 'tree', lines: [{ depth: 1, text: 'b', value: '-1.50', note: '' }] },
        { kind: 'page-break' },
      ],
      signatures: ['主持人'],
      footers: [],
    };
    const rows = sheetLines(sheet).flatMap((line) => (line.kind === 'row' ? [line.cells] : []));
    const [text, number] = [{ kind: 'text' }, { kind: 'number' }];
    expect(rows).toEqual([
      [
        { text: 'a', content: text },
        { text: '7.25', content: number },
        { text: '10', content: number },
      ],
      [
        { text: '  b', content: text },
        { text: '-1.50', content: number },
        { text: null, content: text },
      ],
    ]);
  });
});

describe('who signs', () => {
  test('given an event without roles of its own, then the usual four in the language of the sheet', () => {
    const state = counted(aDefinition(), { votes: { A1: marks } });
    expect(languages.map((language) => made('count', state, language).signatures)).toEqual([
      ['主持人', '监督员', '计票人', '记录员'],
      ['主持人', '監督員', '計票人', '記錄員'],
      ['Chair', 'Monitor', 'Teller', 'Recorder'],
    ]);
  });

  test('given roles of its own, then those', () => {
    const roles = [sameText('监票')];
    const state = counted(aDefinition({ signatures: roles }), { votes: { A1: marks } });
    expect(made('count', state).signatures).toEqual(['监票']);
  });
});
