import type { Cell, CellStyle, CellValue, WriteSheet } from 'hucre/xlsx';
import { writeXlsx } from 'hucre/xlsx';
import { cellText, formulaStart, plainNumber } from './cell-text.ts';
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

/** Spreadsheets read `_x0041_` as the character of that number, unless its first sign is written as one itself. */
function inCell(text: string): string {
  return cellText(text).replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_');
}

/** `@` keeps text a text also after someone edits the cell; only there, since Excel shows long `@` cells as ####. */
function textCell(text: string, style: CellStyle = {}): XlsxCell {
  return { value: inCell(text), style: formulaStart.test(text) ? { ...style, numFmt: '@' } : style };
}

/** Of more digits spreadsheets show the last as noughts. */
const mostDigits = 15;

/** The number, shown with the decimals that it is written with; null for what isn't one, or would lose a digit. */
function numberCell(text: string, style: CellStyle): XlsxCell | null {
  const digits = text.replace(/\D/g, '').replace(/^0+/, '').length;
  if (!plainNumber.test(text) || digits > mostDigits) return null;
  const decimals = text.split('.')[1]?.length ?? 0;
  return {
    value: Number(text),
    style: { ...style, numFmt: decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}` },
  };
}

function tableCell({ text, content }: SheetText): XlsxCell {
  if (text === null) return { value: null, style: boxed };
  const number = content.kind === 'number' ? numberCell(text, boxed) : null;
  return number ?? textCell(text, { ...boxed, alignment: { vertical: 'center', wrapText: true } });
}

/** What belongs to a name; a number stands where a text would. */
function pairCell(text: string): XlsxCell {
  if (text === '') return { value: null, style: {} };
  return numberCell(text, { alignment: { horizontal: 'left', vertical: 'top' } }) ?? textCell(text, wrapped);
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
      return [textCell(line.name, { ...bold, ...wrapped }), pairCell(line.text)];
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
  const names = lines.flatMap((line) => (line.kind === 'pair' ? [Math.min(24, unitsOf(line.name) + 2)] : []));
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
      ...(index === 0 ? names : []),
      ...tables.flatMap((table) => (table[index] ? [widthOf(table[index], index, count - 1)] : [])),
    ),
  );
}

/** How wide a text is; a Chinese character is two units. */
function unitsOf(text: string): number {
  return text.replace(/[^\x20-\x7E]/gu, '00').length;
}

/** How many lines one paragraph needs: it breaks at spaces and between Chinese characters, and within a word only where that is longer than a line. */
function linesOfParagraph(paragraph: string, room: number): number {
  let [lines, used] = [1, 0];
  for (const word of paragraph.match(/[\x21-\x7E]+|[^\x21-\x7E]/gu) ?? []) {
    const units = unitsOf(word);
    const startsLine = used > 0 && used + units > room;
    const end = (startsLine ? 0 : used) + units;
    const further = Math.max(0, Math.ceil(end / room) - 1);
    lines += (startsLine ? 1 : 0) + further;
    used = end - further * room;
  }
  return lines;
}

/** How many lines a text needs in a cell of this width. */
function linesOf(text: string, width: number): number {
  return text.split(/\r\n|[\r\n]/).reduce((sum, part) => sum + linesOfParagraph(part, width * 0.9), 0);
}

type Row = {
  /** The column from which its text goes over all that follow; null for one whose cells stand apart. */
  readonly from: number | null;
  /** How many lines its longest text wraps to. */
  readonly lines: number;
};

function highest(texts: readonly (string | null)[], widths: readonly number[]): number {
  return Math.max(1, ...texts.map((text, at) => linesOf(text ?? '', widths[at] ?? 8)));
}

function rowOf(line: SheetLine, widths: readonly number[]): Row {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const [first = 8] = widths;
  const standingApart = (texts: readonly (string | null)[]): Row => ({
    from: null,
    lines: highest(texts, widths),
  });
  switch (line.kind) {
    case 'wide':
      return { from: 0, lines: line.look === 'text' ? linesOf(line.text, whole) : 1 };
    case 'footer':
      return { from: 0, lines: linesOf(line.line, whole) };
    case 'pair':
      return { from: 1, lines: highest([line.name, line.text], [first, whole - first]) };
    case 'head':
      return standingApart(line.columns.map(({ name }) => name));
    case 'row':
      return standingApart(line.cells.map(({ text }) => text));
    case 'gap':
      return { from: null, lines: 1 };
  }
}

/** What a spreadsheet takes as the name of a tab: at most 31 characters, some not at all, no quote at either end. */
function tabName({ about, name }: Sheet): string {
  const fit = cellText([about, name].filter(Boolean).join(' '))
    .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const characters = [...fit];
  while (characters.join('').length > 31) characters.pop();
  return characters.join('').replace(/^'+|'+$/g, '') || 'Leitai';
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
  const shapes = lines.map((line) => rowOf(line, widths));
  const written: WriteSheet = {
    name: tabName(sheet),
    columns: widths.map((width) => ({ width })),
    rows,
    cells,
    merges: shapes.flatMap(({ from }, row) =>
      from !== null && from < widths.length - 1
        ? [{ startRow: row, startCol: from, endRow: row, endCol: widths.length - 1 }]
        : [],
    ),
    // A spreadsheet doesn't fit the height of merged cells to their text, and not each fits that of others on opening.
    rowDefs: new Map(
      shapes.flatMap(({ lines: count }, row) => (count > 1 ? [[row, { height: 15 * count }]] : [])),
    ),
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
  return writeXlsx({ sheets: [written], properties: { title: cellText(sheet.title), creator: 'Leitai' } });
}
