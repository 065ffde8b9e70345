import type { Cell, CellStyle, CellValue, WriteSheet } from 'hucre/xlsx';
import { writeXlsx } from 'hucre/xlsx';
import { formulaStart } from './cell-text.ts';
import type { ResultColumn, ResultTable } from './result-table.ts';

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

type SheetCell = { readonly value: CellValue; readonly style: CellStyle };

/** `@` keeps text a text also after someone edits the cell; only there, since Excel shows long `@` cells as ####. */
function textCell(text: string, style: CellStyle = {}): SheetCell {
  return { value: text, style: formulaStart.test(text) ? { ...style, numFmt: '@' } : style };
}

/** A number where the file's binary number gives back every digit, else the text itself. */
function numberCell(text: string, decimals: number, style: CellStyle): SheetCell {
  const value = Number(text);
  if (!Number.isFinite(value) || value.toFixed(decimals) !== text) return textCell(text, style);
  return { value, style: { ...style, numFmt: decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}` } };
}

function tableCell(column: ResultColumn | undefined, text: string | null): SheetCell {
  if (text === null) return { value: null, style: boxed };
  const style: CellStyle = { ...boxed, alignment: { vertical: 'center', wrapText: true } };
  return column?.content.kind === 'number'
    ? numberCell(text, column.content.decimals, boxed)
    : textCell(text, style);
}

function widthOf(column: ResultColumn, index: number, last: number): number {
  if (index === last) return 40;
  return column.content.kind === 'text' ? 24 : index === 0 ? 8 : 14;
}

function lines(table: ResultTable): readonly (readonly SheetCell[])[] {
  const head: CellStyle = { ...boxed, ...bold, alignment: { wrapText: true, vertical: 'center' } };
  return [
    [textCell(table.title, { font: { ...FONT, bold: true, size: 16 } })],
    [textCell(table.subtitle)],
    ...table.marks.map((mark) => [textCell(mark, { ...boxed, ...bold })]),
    [],
    table.columns.map((column) => textCell(column.name, head)),
    ...table.rows.map((row) => row.map((text, index) => tableCell(table.columns[index], text))),
    [],
    ...table.footers.map(({ line }) => [textCell(line, { alignment: { wrapText: true, vertical: 'top' } })]),
  ];
}

/** Rows that hold one line of text over the whole width: by number, with the lines they wrap to. */
function wideRows(table: ResultTable, width: number): ReadonlyMap<number, number> {
  const above = [table.title, table.subtitle, ...table.marks];
  const firstFooter = above.length + 2 + table.rows.length + 1;
  // A Chinese character is two units wide.
  const linesOf = (text: string) => Math.ceil(text.replace(/[^\x20-\x7E]/gu, '00').length / (width * 0.9));
  return new Map([
    ...above.map((_, row): [number, number] => [row, 1]),
    ...table.footers.map(({ line }, index): [number, number] => [firstFooter + index, linesOf(line)]),
  ]);
}

/**
 * The table as one XLSX sheet: marks above, versions below, numbers as numbers in the format they are published in.
 * No cell is a formula. The only module that knows the spreadsheet library.
 */
export async function writeTableXlsx(table: ResultTable): Promise<Uint8Array> {
  const cells = new Map<string, Partial<Cell>>();
  const rows = lines(table).map((line, row) =>
    line.map(({ value, style }, column) => {
      cells.set(`${row},${column}`, { style });
      return value;
    }),
  );
  const last = table.columns.length - 1;
  const widths = table.columns.map((column, index) => widthOf(column, index, last));
  const wide = [
    ...wideRows(
      table,
      widths.reduce((sum, width) => sum + width, 0),
    ),
  ];
  const sheet: WriteSheet = {
    name: table.sheet,
    columns: widths.map((width) => ({ width })),
    rows,
    cells,
    merges: wide.map(([row]) => ({ startRow: row, startCol: 0, endRow: row, endCol: last })),
    // A spreadsheet doesn't fit the height of merged cells to their text.
    rowDefs: new Map(wide.flatMap(([row, count]) => (count > 1 ? [[row, { height: 15 * count }]] : []))),
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
  return writeXlsx({ sheets: [sheet], properties: { title: table.title, creator: 'Leitai' } });
}
