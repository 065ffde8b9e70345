import { readXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import type { Sheet } from '../../../shared/documents/sheet.ts';
import { writeSheetXlsx } from '../../../shared/documents/write-xlsx.ts';
import { unzip } from '../../../test/builders/unzip.ts';
import { writeSheetCsv } from './write-csv.ts';

const number = { kind: 'number' } as const;
const text = { kind: 'text' } as const;

const sheet: Sheet = {
  name: "Seat 1: [own] ballots / 2 of 'many' more",
  title: '=title',
  subtitle: '+subtitle',
  marks: ['@mark'],
  blocks: [
    { kind: 'heading', text: '-heading' },
    { kind: 'lines', lines: ['\tline', '\rline'] },
    { kind: 'facts', facts: [{ name: '=name', text: '@text' }] },
    {
      kind: 'table',
      columns: [
        { name: '=unit', content: text },
        { name: '-points', content: number },
      ],
      rows: [
        ['-1', '-1.50'],
        ['=1+1', '=1+1'],
        ['a', '-1.50+2'],
      ],
    },
    { kind: 'tree', lines: [{ depth: 2, text: '=sum', value: '-0.25', note: '+note' }] },
    { kind: 'form', rows: [{ name: '@name', hint: '=hint', boxes: 1 }] },
  ],
  signatures: ['=chair'],
  footers: [{ name: '=rule', text: '+text', line: '=rule: +text' }],
};

test('given text of every kind that a spreadsheet would run, then CSV leads it with an apostrophe; negative numbers in columns of numbers stay numbers', () => {
  const csv = Buffer.from(writeSheetCsv(sheet))
    .toString()
    .replace(/^\uFEFF/, '');
  const rows = Papa.parse<string[]>(csv, { newline: '\r\n' }).data;
  expect(rows.flat().filter((cell) => /^\s*[=+\-@\t\r]/.test(cell))).toEqual(['-1.50', '-0.25']);
  expect(rows).toContainEqual(["'-1", '-1.50']);
  expect(rows).toContainEqual(["'=1+1", "'=1+1"]);
  expect(rows).toContainEqual(['a', "'-1.50+2"]);
});

test('given the same sheet as XLSX, then no cell is a formula, the numbers are numbers, and the tab has a name that is allowed', async () => {
  const { sheets } = await readXlsx(await writeSheetXlsx(sheet), { readStyles: true });
  const [tab] = sheets;
  expect(tab?.name).toMatch(/^[^[\]:*?/\\]{1,31}$/);
  expect([...(tab?.cells?.values() ?? [])].filter((cell) => cell.formula !== undefined)).toEqual([]);
  const rows = tab?.rows ?? [];
  expect(rows.map((row) => row.slice(0, 2))).toContainEqual(['-1', -1.5]);
  expect(rows.map((row) => row.slice(0, 2))).toContainEqual(['=1+1', '=1+1']);
});

/** The first cells of each row of a sheet of one table, with how they are shown. */
async function readBack(...rows: readonly (string | null)[][]) {
  const columns = rows[0]?.map((_, at) => ({ name: `c${at}`, content: at === 0 ? text : number })) ?? [];
  const { sheets } = await readXlsx(
    await writeSheetXlsx({ ...sheet, blocks: [{ kind: 'table', columns, rows }] }),
    { readStyles: true },
  );
  const first = (sheets[0]?.rows ?? []).findIndex((row) => row[0] === 'c0') + 1;
  return rows.map((row, down) =>
    row.map((_, right) => {
      const cell = sheets[0]?.cells?.get(`${first + down},${right}`);
      return [cell?.value ?? null, cell?.style?.numFmt ?? null];
    }),
  );
}

test('given numbers with decimals of their own, then each is a number shown as it is written; what isn’t one, or has more digits than a spreadsheet keeps, is text', async () => {
  const cells = await readBack(
    ['12', '8.5', '9.25', '10'],
    ['007', '007', '1.50', '-0.125'],
    ['a', '123456789012.345', '1234567890123.456', '1234567890123456'],
    ['b', 'did not finish', '33.333333…', null],
  );
  expect(cells).toEqual([
    [
      ['12', null],
      [8.5, '0.0'],
      [9.25, '0.00'],
      [10, '0'],
    ],
    [
      ['007', null],
      ['007', null],
      [1.5, '0.00'],
      [-0.125, '0.000'],
    ],
    [
      ['a', null],
      [123456789012.345, '0.000'],
      ['1234567890123.456', null],
      ['1234567890123456', null],
    ],
    [
      ['b', null],
      ['did not finish', null],
      ['33.333333…', null],
      [null, null],
    ],
  ]);
});

test('given characters that XML has no form for, or that a spreadsheet reads as another, then the file can be read and the text stands as it was typed', async () => {
  const bytes = await writeSheetXlsx({
    ...sheet,
    title: 'title \uFFFE',
    name: 'tab\uFFFF',
    blocks: [{ kind: 'lines', lines: ['one\uFFFE two\uFFFF', 'a_x0041_b', '_x005F_'] }],
  });
  const parts = unzip(bytes);
  expect([...parts.values()].filter((part) => /[\uFFFE\uFFFF]/.test(part))).toEqual([]);
  const strings = parts.get('xl/sharedStrings.xml') ?? '';
  for (const part of ['one\uFFFD two\uFFFD', 'a_x005F_x0041_b', '_x005F_x005F_'])
    expect(strings).toContain(`>${part}</t>`);
});

test('given a reason with control and direction characters, then neither file holds them, and a mark stands in their place', async () => {
  const odd: Sheet = {
    ...sheet,
    blocks: [{ kind: 'lines', lines: ['a\u0000b\u001Bc\u202Ed', 'one\ttwo\nthree'] }],
  };
  const csv = Buffer.from(writeSheetCsv(odd)).toString();
  const strings = unzip(await writeSheetXlsx(odd)).get('xl/sharedStrings.xml') ?? '';
  for (const text of [csv, strings]) {
    expect(text).toContain('a\uFFFDb\uFFFDc\uFFFDd');
    expect(text).toContain('one\ttwo\nthree');
  }
});

test('given a text that wraps in its cell, then its row is as high as it needs', async () => {
  const rows = [
    ['a', '1', '2'],
    ['二十四个字要两行才写得下二十四个字要两行才写得下', '1', '2'],
    ['one\ntwo\nthree', '1', '2'],
    // 28 units in two lines of 21, were the word parted.
    ['版本（e561896ae575f9fa）取代', '1', '2'],
  ];
  const columns = ['c0', 'c1', 'c2'].map((name, at) => ({ name, content: at === 0 ? text : number }));
  const bytes = await writeSheetXlsx({ ...sheet, blocks: [{ kind: 'table', columns, rows }] });
  const xml = unzip(bytes).get('xl/worksheets/sheet1.xml') ?? '';
  const heights = [...xml.matchAll(/<row ([^>]*)>/g)].flatMap(
    ([, row = '']) => /ht="(\d+)"/.exec(row)?.[1] ?? [],
  );
  expect(heights).toEqual(['45', '45', '45']);
});
