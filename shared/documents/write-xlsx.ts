import type { Cell, CellStyle, CellValue, WriteSheet } from 'hucre/xlsx';
import { writeXlsx } from 'hucre/xlsx';
import { formulaStart } from './cell-text.ts';
import type { Sheet, SheetColumn } from './sheet.ts';
import { type SheetLine, type SheetCell as SheetText, sheetLines } from './sheet-lines.ts';

const FONT = { name: 'Calibri', size: 11 };
const bold: CellStyle = { font: { ...FONT, bold: true } };
const boxed: CellStyle = {
  border: {
    top: { style: 'thin' },
    bottom: { style: 'thin' },
    left: { style: 'thin' },
    right: { style: 'thin' },
  },
};
const wrapped: CellStyle = { alignment: { wrapText: true, vertical: 'top' } };

type XlsxCell = { readonly value: CellValue; readonly style: CellStyle };

/** `@` keeps text a text also after someone edits the cell; only there, since Excel shows long `@` cells as ####. */
function textCell(text: string, style: CellStyle = {}): XlsxCell {
  return { value: text, style: formulaStart.test(text) ? { ...style, numFmt: '@' } : style };
}

/** A number where the file's binary number gives back every digit, else the text itself. */
function numberCell(text: string, decimals: number, style: CellStyle): XlsxCell {
  const value = Number(text);
  if (!Number.isFinite(value) || value.toFixed(decimals) !== text) return textCell(text, style);
  return { value, style: { ...style, numFmt: decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}` } };
}

function tableCell({ text, content }: SheetText): XlsxCell {
  if (text === null) return { value: null, style: boxed };
  const style: CellStyle = { ...boxed, alignment: { vertical: 'center', wrapText: true } };
  return content.kind === 'number' ? numberCell(text, content.decimals, boxed) : textCell(text, style);
}

const looks: { readonly [look in Extract<SheetLine, { kind: 'wide' }>['look']]: CellStyle } = {
  title: { font: { ...FONT, bold: true, size: 16 } },
  subtitle: {},
  mark: { ...boxed, ...bold },
  heading: bold,
  text: wrapped,
};

function cellsOf(line: SheetLine): readonly XlsxCell[] {
  switch (line.kind) {
    case 'gap':
      return [];
    case 'wide':
      return [textCell(line.text, looks[line.look])];
    case 'pair':
      return [textCell(line.name, bold), textCell(line.text, wrapped)];
    case 'footer':
      return [textCell(line.line, wrapped)];
    case 'head': {
      const style: CellStyle = { ...boxed, ...bold, alignment: { wrapText: true, vertical: 'center' } };
      return line.columns.map(({ name }) => textCell(name, style));
    }
    case 'row':
      return line.cells.map(tableCell);
  }
}

function widthOf(content: SheetColumn['content'], index: number, last: number): number {
  if (index === last) return 40;
  return content.kind === 'text' ? 24 : index === 0 ? 8 : 14;
}

/** Each column as wide as the widest thing that any table has in it; the last one holds remarks. */
function columnWidths(lines: readonly SheetLine[]): readonly number[] {
  const tables = lines.flatMap((line) =>
    line.kind === 'head'
      ? [line.columns.map(({ content }) => content)]
      : line.kind === 'row'
        ? [line.cells.map(({ content }) => content)]
        : [],
  );
  const count = Math.max(2, ...tables.map((table) => table.length));
  return Array.from({ length: count }, (_, index) =>
    Math.max(
      8,
      ...tables.flatMap((table) => (table[index] ? [widthOf(table[index], index, count - 1)] : [])),
    ),
  );
}

/** How many lines a text needs; a Chinese character is two units wide. */
function linesOf(text: string, width: number): number {
  return Math.ceil(text.replace(/[^\x20-\x7E]/gu, '00').length / (width * 0.9));
}

type Merge = { readonly row: number; readonly from: number; readonly lines: number };

/** Rows whose text goes over several columns, with the lines it wraps to. */
function merges(lines: readonly SheetLine[], widths: readonly number[]): readonly Merge[] {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const behindName = whole - (widths[0] ?? 0);
  return lines.flatMap((line, row): readonly Merge[] => {
    switch (line.kind) {
      case 'wide':
        return [{ row, from: 0, lines: line.look === 'text' ? linesOf(line.text, whole) : 1 }];
      case 'footer':
        return [{ row, from: 0, lines: linesOf(line.line, whole) }];
      case 'pair':
        return [{ row, from: 1, lines: linesOf(line.text, behindName) }];
      default:
        return [];
    }
  });
}

/** What a spreadsheet takes as the name of a tab: at most 31 characters, some not at all, no quote at either end. */
function tabName(name: string): string {
  const fit = name
    .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return (
    [...fit]
      .slice(0, 31)
      .join('')
      .replace(/^'+|'+$/g, '') || 'Leitai'
  );
}

/**
 * The sheet as one XLSX sheet: marks above, versions below, numbers as numbers in the format they are published in.
 * No cell is a formula. The only module that knows the spreadsheet library.
 */
export async function writeSheetXlsx(sheet: Sheet): Promise<Uint8Array> {
  const lines = sheetLines(sheet);
  const cells = new Map<string, Partial<Cell>>();
  const rows = lines.map((line, row) =>
    cellsOf(line).map(({ value, style }, column) => {
      cells.set(`${row},${column}`, { style });
      return value;
    }),
  );
  const widths = columnWidths(lines);
  const merged = merges(lines, widths);
  const written: WriteSheet = {
    name: tabName(sheet.name),
    columns: widths.map((width) => ({ width })),
    rows,
    cells,
    merges: merged
      .filter(({ from }) => from < widths.length - 1)
      .map(({ row, from }) => ({ startRow: row, startCol: from, endRow: row, endCol: widths.length - 1 })),
    // A spreadsheet doesn't fit the height of merged cells to their text.
    rowDefs: new Map(
      merged.flatMap(({ row, lines: count }) => (count > 1 ? [[row, { height: 15 * count }]] : [])),
    ),
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
  return writeXlsx({ sheets: [written], properties: { title: sheet.title, creator: 'Leitai' } });
}
