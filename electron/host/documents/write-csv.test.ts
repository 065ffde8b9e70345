import { readXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import type { Sheet } from '../../../shared/documents/sheet.ts';
import { writeSheetXlsx } from '../../../shared/documents/write-xlsx.ts';
import { writeSheetCsv } from './write-csv.ts';

const number = { kind: 'number', decimals: 2 } as const;
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
