import { readXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { Sheet, SheetBlock } from '../../shared/documents/sheet.ts';
import { languages, sameText } from '../../shared/kernel/language.ts';
import { type SheetKind, type SheetList, sheetKinds } from '../../shared/views/sheet-kinds.ts';
import { aDefinition, aScheme } from '../builders/definition.ts';
import { type HostedEvent, hostedEvent } from '../builders/hosted-event.ts';
import { httpGet } from '../builders/http-request.ts';
import { type ConsolePage, openConsole, openPanel } from '../builders/lan-pages.ts';

type Hall = { readonly hosted: HostedEvent; readonly operator: ConsolePage };

function askFor({ place }: HostedEvent, file: string, query = '') {
  return httpGet(place.origin, `/console/sheets/${file}?token=${place.token}&lang=zh-Hans${query}`);
}

async function sheetOf(hosted: HostedEvent, kind: SheetKind, query = ''): Promise<Sheet> {
  const answer = await askFor(hosted, `${kind}.json`, query);
  expect([kind, answer.status]).toEqual([kind, 200]);
  return (JSON.parse(answer.text) as { readonly sheet: Sheet }).sheet;
}

function block<Kind extends SheetBlock['kind']>({ blocks }: Sheet, kind: Kind) {
  const found = blocks.find((each) => each.kind === kind);
  if (!found) throw new Error(`no ${kind}`);
  return found as Extract<SheetBlock, { kind: Kind }>;
}

/** Seat B1 votes on neither unit and is absent; the rounds are locked and not counted. */
async function scoredEvent(definition = aDefinition()): Promise<Hall> {
  const hosted = await hostedEvent({ definition });
  const operator = await openConsole(hosted.place);
  const seats = await Promise.all(['A1', 'A2'].map((seat) => openPanel(hosted.place, seat)));
  await operator.next();
  for (const unit of ['u1', 'u2']) {
    await operator.next();
    for (const [n, seat] of seats.entries()) {
      await seat.client.seen((view) => view.ballot?.unit?.id === unit && view.ballot.state === 'open');
      await seat.submit({ c1: `${51 + n}.5`, c2: unit === 'u1' ? '37' : '21' });
    }
    const round = `${unit}.1`;
    await operator.must({
      kind: 'DecideMissing',
      round,
      seats: ['B1'],
      decision: 'absent',
      reason: '请假',
    });
    await operator.next();
    await operator.must({ kind: 'LockRound', round });
  }
  await operator.next();
  return { hosted, operator };
}

const alone = aDefinition({ scheme: aScheme({ emptyGroup: 'renormalise' }) });

async function countedEvent(definition = alone): Promise<Hall> {
  const hall = await scoredEvent(definition);
  await hall.operator.must({ kind: 'CountRounds', notCalled: [] });
  return hall;
}

const withMarks: readonly SheetKind[] = [
  'count',
  'result',
  'ranking',
  'unit',
  'tree',
  'seat',
  'after-count',
  'announcer',
];

describe('before the count', () => {
  test('given ballots that are stored, when any document with a mark is asked for, then it is refused with its code and not a mark leaves', async () => {
    const { hosted } = await scoredEvent();
    for (const kind of withMarks)
      for (const format of ['json', 'csv', 'xlsx']) {
        const answer = await askFor(hosted, `${kind}.${format}`, '&unit=u1&seat=A1');
        expect([kind, format, answer.status, answer.text]).toEqual([
          kind,
          format,
          409,
          `result-not-counted: ${kind}\n`,
        ]);
      }
    const others = sheetKinds.filter((kind) => !withMarks.includes(kind) && kind !== 'opening');
    const untouched = await hostedEvent({ definition: aDefinition() });
    for (const kind of others) {
      const { blocks } = await sheetOf(hosted, kind, '&unit=u1&seat=A1');
      const [own] = blocks.filter((each) => each.kind === 'form' || each.kind === 'lines');
      const [before] = (await sheetOf(untouched, kind, '&unit=u1&seat=A1')).blocks.filter(
        (each) => each.kind === own?.kind,
      );
      expect([kind, own]).toEqual([kind, before]);
    }
    const list = await httpGet(hosted.place.origin, `/console/sheets?token=${hosted.place.token}&lang=en`);
    const { documents } = JSON.parse(list.text) as SheetList;
    expect(documents.filter(({ refusal }) => refusal === null).map(({ kind }) => kind)).toEqual(others);
  });

  test('given a count that is undone, when a seat’s own sheet is asked for again, then it is refused again', async () => {
    const { hosted, operator } = await countedEvent();
    await sheetOf(hosted, 'seat', '&seat=A1');
    await operator.must({ kind: 'ReopenRound', round: 'u1.1', reason: '重投', isSecondPress: true });
    expect((await askFor(hosted, 'seat.json', '&seat=A1')).text).toBe('result-not-counted: seat\n');
  });

  test('given no token, or another machine’s name, then no document and no list is given', async () => {
    const { place } = await hostedEvent();
    for (const path of ['/console/paper', '/console/sheets', '/console/sheets/opening.json'])
      expect([path, (await httpGet(place.origin, path)).status]).toEqual([path, 403]);
  });

  test('given what is no document, then there is nothing', async () => {
    const { hosted } = await countedEvent();
    for (const file of [
      'result',
      'result.pdf',
      'result.json.csv',
      'constructor.json',
      '__proto__.csv',
      '.json',
    ])
      expect([file, (await askFor(hosted, file)).status]).toEqual([file, 404]);
  });
});

describe('the opening sheet', () => {
  test('given an event before its first round, then it proves zero rounds and ballots, seats by group, rule hash, version and clock', async () => {
    const hosted = await hostedEvent();
    await openPanel(hosted.place, 'A1');
    const sheet = await sheetOf(hosted, 'opening');
    expect(
      block(sheet, 'facts')
        .facts.slice(0, 2)
        .map(({ text }) => text),
    ).toEqual(['0', '0']);
    expect(block(sheet, 'table').rows).toEqual([
      ['A', '60', '2', '1'],
      ['B', '40', '1', '0'],
      ['合计', null, '3', '1'],
    ]);
    const { schemeHash } = hosted.host.state();
    const text = JSON.stringify(sheet);
    expect(sheet.footers[0]?.text).toContain(schemeHash);
    expect(sheet.footers[1]?.text).toMatch(/^leitai-3，程序 \d+\.\d+\.\d+$/);
    expect(text).toMatch(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d\d:\d\d/);
    expect(sheet.signatures).toEqual(['主持人', '监督员', '计票人', '记录员']);
  });

  test('given a round that has been opened, then zero can’t be proved any more', async () => {
    const hosted = await hostedEvent();
    const operator = await openConsole(hosted.place);
    await operator.next();
    await operator.must({ kind: 'OpenRound', unit: 'u1' });
    expect((await askFor(hosted, 'opening.csv')).text).toBe('opening-too-late: opening\n');
  });
});

describe('after the count', () => {
  test('given a seat that was absent, then the count sheet says where every ballot went, and the changelog why', async () => {
    const { hosted } = await countedEvent();
    const sheet = await sheetOf(hosted, 'count');
    const tables = sheet.blocks.filter((each) => each.kind === 'table');
    const [table, changes] = [tables[0], tables.at(-1)];
    expect(table?.rows.slice(0, 3)).toEqual([
      ['示例 u1', '1', 'A', '2', '2', '2', '2', '2', '0', '0', null],
      [null, null, 'B', '1', '0', '0', '0', '0', '0', '0', '缺席 1'],
      [null, null, '合计', '3', '2', '2', '2', '2', '0', '0', null],
    ]);
    expect(JSON.stringify(sheet.blocks)).toContain('各单位收回均不多于发出');
    expect(changes?.rows.map((row) => [row[2], row[3]])).toEqual([
      ['示例 u1 第 3 席：记缺席', '请假'],
      ['示例 u2 第 3 席：记缺席', '请假'],
    ]);
    expect(sheet.marks).toEqual(['演示数据，不是正式成绩', '未放行：主持人尚未放行，不得公布', '无监督员']);
  });

  test('given a unit, then its sheet has the mean of every criterion as a bar and in a table whose sums are of what it shows', async () => {
    const { hosted } = await countedEvent();
    const sheet = await sheetOf(hosted, 'unit', '&unit=u2');
    expect(block(sheet, 'bars').bars).toEqual([
      { name: 'c1', value: '52.00', maximum: '60' },
      { name: 'c2', value: '21.00', maximum: '40' },
    ]);
    expect(block(sheet, 'table').rows).toEqual([
      ['c1', '60', '52.00', '52.00', null],
      ['c2', '40', '21.00', '21.00', null],
      ['合计', null, '73.00', '73.00', null],
    ]);
    expect((await askFor(hosted, 'unit.json', '&unit=u9')).text).toBe('unknown-unit: unit\n');
  });

  test('given a seat, then its sheet has its own marks and nobody else’s, with the check code of its device', async () => {
    const { hosted } = await countedEvent();
    const sheet = await sheetOf(hosted, 'seat', '&seat=A2');
    const { rows } = block(sheet, 'table');
    expect(rows.map((row) => row.slice(0, 5))).toEqual([
      ['示例 u1', '1', '52.5', '37.0', '89.5'],
      ['示例 u2', '1', '52.5', '21.0', '73.5'],
    ]);
    expect(rows[0]?.[5]).toMatch(/^[2-9A-HJ-NP-Z]{4}$/);
    expect(JSON.stringify(sheet)).not.toContain('51.5');
    const absent = await sheetOf(hosted, 'seat', '&seat=B1');
    expect(block(absent, 'table').rows.map((row) => row.at(-1))).toEqual(['缺席', '缺席']);
    expect(sheet.signatures).toEqual(['第 2 席 评委']);
  });

  test('RESULT-10: given a look at a seat’s marks, or at held figures, then it stands in the log before they are given out; what is refused doesn’t', async () => {
    const { hosted } = await countedEvent();
    await sheetOf(hosted, 'count');
    await askFor(hosted, 'seat.json', '&seat=Z9');
    expect(hosted.host.state().looks).toEqual([]);
    const sheet = await sheetOf(hosted, 'seat', '&seat=A1');
    await sheetOf(hosted, 'unit', '&unit=u1');
    const looks = hosted.host.state().looks;
    expect(looks.map(({ by, what, unit, seat }) => [by, what, unit, seat])).toEqual([
      ['operator', 'seat', null, 'A1'],
      ['operator', 'unit', 'u1', null],
    ]);
    expect(sheet.footers[2]?.text).toContain(`#${looks[0]?.n}，`);
  });

  test('REVEAL-5: given a release place by place, then what shows more than the hall has is a look, and once all stand it is none', async () => {
    const { hosted, operator } = await countedEvent();
    await operator.next();
    await operator.must({ kind: 'ReleaseResult', reveal: 'step', isFewerThanThreeAccepted: true });
    const looks = () => hosted.host.state().looks.map(({ what }) => what);
    expect(operator.client.view.result?.rows.map(({ unit }) => unit.id)).toEqual(['u2']);
    await sheetOf(hosted, 'ranking');
    expect(looks()).toEqual(['result']);
    await operator.must({ kind: 'RevealAll', revealed: 0 });
    await sheetOf(hosted, 'ranking');
    expect(looks()).toEqual(['result']);
    expect(operator.client.view.result?.rows.map(({ unit }) => unit.id)).toEqual(['u1', 'u2']);
  });

  test('given the ranking and the announcer’s script, then places stand best first and are read last first', async () => {
    const { hosted } = await countedEvent();
    expect(block(await sheetOf(hosted, 'ranking'), 'table').rows.map((row) => row.slice(0, 3))).toEqual([
      ['1', '示例 u1', '89.00'],
      ['2', '示例 u2', '73.00'],
    ]);
    const { lines } = block(await sheetOf(hosted, 'announcer'), 'lines');
    expect(lines.slice(1, 3)).toEqual([
      '第二名，示例 u2。最后得分，七十三点零零分。〔73.00〕',
      '第一名，示例 u1。最后得分，八十九点零零分。〔89.00〕',
    ]);
  });

  test('given every document in every language and format, then each is there, and no sheet mixes languages of its own', async () => {
    const { hosted } = await countedEvent();
    const { origin, token } = hosted.place;
    for (const kind of sheetKinds.filter((each) => each !== 'opening'))
      for (const lang of languages)
        for (const format of ['json', 'csv', 'xlsx']) {
          const path = `/console/sheets/${kind}.${format}?token=${token}&lang=${lang}&unit=u1&seat=A1`;
          const answer = await httpGet(origin, path);
          expect([kind, lang, format, answer.status]).toEqual([kind, lang, format, 200]);
          expect(answer.headers['content-disposition']).toMatch(/^attachment; .*filename\*=UTF-8''/);
          if (lang !== 'en' || format !== 'json') continue;
          // Names in this event are Chinese in every language.
          const own = answer.text.replaceAll(/示例( u\d)?|请假|书记/g, '');
          expect([kind, own.match(/\p{Script=Han}+/u)]).toEqual([kind, null]);
        }
  });
});

describe('paper ballots', () => {
  test('given a seat, then there is a blank form for each unit with its ranges and a code line, whatever the seat has voted', async () => {
    const { hosted } = await countedEvent();
    const sheet = await sheetOf(hosted, 'paper-ballot', '&seat=A2');
    const forms = sheet.blocks.filter((each) => each.kind === 'form');
    expect(forms).toHaveLength(2);
    expect(forms[0]?.rows).toEqual([
      { name: 'c1', hint: '0 至 60，每档 0.5', boxes: 1 },
      { name: 'c2', hint: '0 至 40，每档 0.5', boxes: 1 },
    ]);
    const code = `${hosted.host.state().schemeHash.slice(0, 8).toUpperCase()}-u1.1-02`;
    expect(block(sheet, 'facts').facts).toContainEqual({ name: '编码', text: code });
    expect(JSON.stringify(sheet)).not.toContain('52.5');
  });

  test('given no seat, then all seats have theirs, each on a page of its own; given one that isn’t there, then it is refused', async () => {
    const hosted = await hostedEvent();
    const { blocks } = await sheetOf(hosted, 'paper-ballot', '&unit=u2');
    expect(blocks.filter((each) => each.kind === 'form')).toHaveLength(3);
    expect(blocks.filter((each) => each.kind === 'page-break')).toHaveLength(2);
    expect((await askFor(hosted, 'paper-ballot.csv', '&seat=Z9')).text).toBe('unknown-seat: paper-ballot\n');
  });
});

describe('cells', () => {
  test('given names that a spreadsheet would run, then CSV leads them with an apostrophe, XLSX has text, and numbers stay numbers', async () => {
    const hostile = ['=1+1', '@SUM(A1)'];
    const definition = {
      ...alone,
      units: alone.units.map((unit, n) => ({ ...unit, name: sameText(hostile[n] ?? '') })),
    };
    const { hosted } = await countedEvent(definition);
    const csv = (await askFor(hosted, 'ranking.csv')).text.replace(/^\uFEFF/, '');
    const lines = Papa.parse<string[]>(csv, { newline: '\r\n' }).data;
    expect(lines).toContainEqual(['1', "'=1+1", '89.00', '']);
    expect(lines.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    const xlsx = await askFor(hosted, 'ranking.xlsx');
    const { sheets } = await readXlsx(xlsx.bytes);
    expect(sheets[0]?.rows.map((row) => row.slice(0, 3))).toContainEqual([1, '=1+1', 89]);
  });
});
