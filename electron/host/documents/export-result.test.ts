import { readXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { CountedFigures } from '../../../shared/documents/sheet-source.ts';
import { type Language, languages, sameText } from '../../../shared/kernel/language.ts';
import { pointsOf } from '../../../test/builders/definition.ts';
import { type CountedBallot, scoreUnits } from '../../../test/builders/figures.ts';
import { aFigureSource } from '../../../test/builders/sheet-source.ts';
import { unzip } from '../../../test/builders/unzip.ts';
import { demoDefinition } from '../demo-event.ts';
import { exportResult } from './export-result.ts';
import type { ExportedFile, ExportFormat } from './export-sheet.ts';

const definition = demoDefinition('fictional');
const head = { n: 214, hash: 'b'.repeat(64) };

/** Every unit but the last one scored by all 20 seats, in marks that differ from unit to unit and seat to seat. */
function ballotsOf(unit: number): readonly CountedBallot[] {
  return definition.seats.map((seat, judge) => ({
    seat: seat.id,
    group: seat.group,
    values: Object.fromEntries(
      pointsOf(definition.scheme).map(({ id, maximum }, n) => [
        id,
        `${Number(maximum) - ((unit * 7 + judge * 3 + n * 5) % 11) * 0.5}`,
      ]),
    ),
  }));
}

const last = definition.units.length - 1;
const scored = scoreUnits(
  definition.scheme,
  'a'.repeat(64),
  definition.units.map((unit, n) => ({
    unit: unit.id,
    isCalled: n < last,
    ballots: n < last ? ballotsOf(n) : [],
  })),
);
if (!scored.ok) throw new Error(JSON.stringify(scored.error));
const figures = scored.value;
const counted: CountedFigures = { kind: 'counted', figures };
const released: CountedFigures = { kind: 'released', figures };

type Wish = {
  readonly format: ExportFormat;
  readonly result?: CountedFigures;
  readonly language?: Language;
  readonly of?: typeof definition;
};

async function exported({
  format,
  result = released,
  language = 'zh-Hans',
  of = definition,
}: Wish): Promise<ExportedFile> {
  const file = await exportResult(format, aFigureSource(of, figures, result), language);
  if (!file.ok) throw new Error(file.error.code);
  return file.value;
}

function csvLines(file: ExportedFile): readonly (readonly string[])[] {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file.bytes);
  return Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { newline: '\r\n' }).data;
}

/** The table of the file: from the line that begins with the rank's heading to the next empty one. */
function tableOf(lines: readonly (readonly unknown[])[], heading = '名次') {
  const first = lines.findIndex((line) => line[0] === heading);
  return lines.slice(first + 1, first + 1 + definition.units.length);
}

const hostile = ['=1+1', '+1', '-1', '@SUM(A1)', '＝1+1', ' =1+1', '=HYPERLINK("http://evil","x")'];

/** The event with names that a spreadsheet would run. */
const hostileEvent = {
  ...definition,
  units: definition.units.map((unit, n) => ({ ...unit, name: sameText(hostile[n] ?? unit.name.en) })),
};

describe('what may be exported', () => {
  test.each(['csv', 'xlsx', 'json'] as const)('given no count yet, then a %s is refused', async (format) => {
    const refused = await exportResult(format, aFigureSource(definition, null), 'en');
    expect(refused).toEqual({ ok: false, error: { code: 'result-not-counted', path: '', params: {} } });
  });

  test('given a result that is counted but not released, then file and file name say so in every format', async () => {
    for (const format of ['csv', 'xlsx', 'json'] as const) {
      const file = await exported({ format, result: counted });
      expect(file.fileName).toBe(`演示 未放行 示例擂台·六比竞赛 第一场 成绩单.${format}`);
      expect((await exported({ format })).fileName).toBe(`演示 示例擂台·六比竞赛 第一场 成绩单.${format}`);
    }
    const held = '未放行：主持人尚未放行，不得公布';
    expect(csvLines(await exported({ format: 'csv', result: counted }))).toContainEqual([held]);
    expect(csvLines(await exported({ format: 'csv' }))).not.toContainEqual([held]);
    const workbook = await readXlsx((await exported({ format: 'xlsx', result: counted })).bytes);
    expect(workbook.sheets[0]?.rows.map((row) => row[0])).toContain(held);
    const json = JSON.parse(
      Buffer.from((await exported({ format: 'json', result: counted })).bytes).toString(),
    );
    expect(json).toMatchObject({ status: 'counted', marks: expect.arrayContaining([held]) });
  });
});

describe('the result as CSV', () => {
  test('begins with a byte order mark, so that Excel reads it as UTF-8', async () => {
    const { bytes, contentType } = await exported({ format: 'csv' });
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(contentType).toBe('text/csv; charset=utf-8');
  });

  test('given a released result, then every published figure reads back', async () => {
    const rows = tableOf(csvLines(await exported({ format: 'csv' })));
    expect(rows.map((row) => [row[0], row[2], row[3], row[6]])).toEqual(
      figures.units.map((unit) => [
        unit.rank === null ? '' : `${unit.rank}`,
        unit.total ?? '',
        unit.groups[0]?.mean ?? '',
        unit.groups[1]?.mean ?? '',
      ]),
    );
    expect(rows.at(-1)?.at(-1)).toBe('未上场');
    const text = csvLines(await exported({ format: 'csv' })).flat();
    expect(text).toContain(`#214，指纹 ${head.hash}`);
    expect(text).toContain('leitai-3，程序 0.1.0');
  });

  test('given names that are formulas, then each is led by an apostrophe', async () => {
    const rows = tableOf(csvLines(await exported({ format: 'csv', of: hostileEvent })));
    const names = rows.map((row) => row[1]);
    for (const name of hostile) expect(names).toContain(`'${name}`);
    expect(rows.flat().filter((cell) => /^\s*[=+\-@＝]/.test(cell as string))).toEqual([]);
  });
});

describe('the result as XLSX', () => {
  test('given a released result, then numbers are numbers in the published format, and the library reads them back', async () => {
    const { sheets } = await readXlsx((await exported({ format: 'xlsx' })).bytes, { readStyles: true });
    const rows = tableOf(sheets[0]?.rows ?? []);
    expect(rows.map((row) => [row[0], row[2]])).toEqual(
      figures.units.map((unit) => [unit.rank, unit.total === null ? null : Number(unit.total)]),
    );
    const header = (sheets[0]?.rows ?? []).findIndex((row) => row[0] === '名次');
    expect(sheets[0]?.cells?.get(`${header + 1},2`)?.style?.numFmt).toBe('0.00');
    expect(sheets[0]?.cells?.get(`${header + 1},0`)?.style?.numFmt).toBe('0');
  });

  test('given the archive read without the library, then the sheet has the exact digits of every total', async () => {
    const sheet = unzip((await exported({ format: 'xlsx' })).bytes).get('xl/worksheets/sheet1.xml') ?? '';
    const totals = figures.units.flatMap((unit) => unit.total ?? []);
    expect(totals).toHaveLength(12);
    const cells = [...sheet.matchAll(/<c r="C\d+" s="\d+"><v>([\d.]+)<\/v>/g)].map((match) => match[1]);
    expect(cells).toEqual(totals.map((total) => total.replace(/\.?0+$/, '')));
  });

  test('given names that are formulas, then no cell of the sheet is a formula and each name stands as typed', async () => {
    const parts = unzip((await exported({ format: 'xlsx', of: hostileEvent })).bytes);
    expect(parts.get('xl/worksheets/sheet1.xml')).not.toMatch(/<f[ >]/);
    const strings = parts.get('xl/sharedStrings.xml') ?? '';
    expect(strings).toContain('>=1+1</t>');
    expect(strings).toContain('@SUM(A1)');
    expect(parts.get('xl/styles.xml')).toContain('applyNumberFormat');
    const { sheets } = await readXlsx((await exported({ format: 'xlsx', of: hostileEvent })).bytes, {
      readStyles: true,
    });
    const cells = [...(sheets[0]?.cells?.values() ?? [])];
    expect(cells.find((cell) => cell.value === '=1+1')).toMatchObject({
      type: 'string',
      style: { numFmt: '@' },
    });
  });

  test.each(languages)(
    'given a name with markup in %s, then the archive stays well-formed and reads back',
    async (language) => {
      const name = 'A & B <c> "d" 𠮷 ]]>';
      const of = { ...definition, title: sameText(name) };
      const { bytes, fileName } = await exported({ format: 'xlsx', language, of });
      const { sheets } = await readXlsx(bytes);
      expect(sheets[0]?.rows[0]?.[0]).toContain(name);
      expect(fileName).toMatch(/A & B c d 𠮷/);
    },
  );
});

describe('the result as JSON', () => {
  test('carries the figures as text, exact and published, a summary of the event, and the head of the log', async () => {
    const { bytes, contentType } = await exported({ format: 'json', language: 'en' });
    const json = JSON.parse(Buffer.from(bytes).toString('utf8'));
    expect(contentType).toBe('application/json; charset=utf-8');
    expect(json).toMatchObject({
      format: 'leitai-result',
      version: 1,
      status: 'released',
      marks: ['Demo data, not an official result', 'No monitor'],
      event: {
        id: 'demo-fictional',
        isDemo: true,
        groups: [
          { id: 'A', seats: 8 },
          { id: 'B', seats: 12 },
        ],
      },
      figures: { engine: 'leitai-3', schemeHash: 'a'.repeat(64) },
      head,
    });
    expect(json.figures.units).toHaveLength(13);
    for (const [n, unit] of figures.units.entries()) {
      expect(json.figures.units[n]).toMatchObject({
        unit: unit.unit,
        rank: unit.rank,
        total: unit.total,
        exactTotal: unit.exactTotal,
        groups: unit.groups.map(({ exactMean, mean, ballots, struck }) => ({
          exactMean,
          mean,
          ballots,
          struck: struck.length,
        })),
      });
    }
  });

  test('names no seat: who gave an extreme stays in the event file', async () => {
    const text = Buffer.from((await exported({ format: 'json' })).bytes).toString('utf8');
    expect(figures.units[0]?.groups[0]?.struck.length).toBe(2);
    expect(text).not.toMatch(/"S(0[1-9]|1\d|20)"/);
  });
});
