import { utf8ToBytes } from '@noble/hashes/utils.js';
import Papa from 'papaparse';
import { cellText, formulaStart, plainNumber } from '../../../shared/documents/cell-text.ts';
import type { Sheet } from '../../../shared/documents/sheet.ts';
import { type SheetCell, type SheetLine, sheetLines } from '../../../shared/documents/sheet-lines.ts';

// Without the mark Excel reads Chinese text by the system's own code page.
const BYTE_ORDER_MARK = '\uFEFF';

/** Text that a spreadsheet would run as a formula is led by an apostrophe. */
function escaped(text: string): string {
  const fit = cellText(text);
  return formulaStart.test(fit) ? `'${fit}` : fit;
}

/** A number stays one, with its sign; what merely stands in a column of numbers is text. */
function written({ text, content }: SheetCell): string {
  if (text === null) return '';
  return content.kind === 'number' && plainNumber.test(text) ? text : escaped(text);
}

function cellsOf(line: SheetLine): readonly string[] {
  switch (line.kind) {
    case 'gap':
      return [];
    case 'wide':
      return [escaped(line.text)];
    case 'pair':
    case 'footer':
      return [escaped(line.name), escaped(line.text)];
    case 'head':
      return line.columns.map(({ name }) => escaped(name));
    case 'row':
      return line.cells.map(written);
  }
}

/**
 * The sheet as CSV bytes: UTF-8 with a byte order mark, CRLF, marks above and versions below its tables. Stands with
 * the host because the types of papaparse bring Node's along, which shared/ must not see.
 */
export function writeSheetCsv(sheet: Sheet): Uint8Array {
  const text = Papa.unparse(
    sheetLines(sheet).map((line) => [...cellsOf(line)]),
    { newline: '\r\n' },
  );
  return utf8ToBytes(`${BYTE_ORDER_MARK}${text}\r\n`);
}
