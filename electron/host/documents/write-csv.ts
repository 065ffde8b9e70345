import { utf8ToBytes } from '@noble/hashes/utils.js';
import Papa from 'papaparse';
import { formulaStart } from '../../../shared/documents/cell-text.ts';
import type { ResultTable } from '../../../shared/documents/result-table.ts';

// Without the mark Excel reads Chinese text by the system's own code page.
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * The table as CSV bytes: UTF-8 with a byte order mark, CRLF, marks above and versions below the table. Text that a
 * spreadsheet would run as a formula is led by an apostrophe. Stands with the host because the types of papaparse
 * bring Node's along, which shared/ must not see.
 */
export function writeTableCsv(table: ResultTable): Uint8Array {
  const lines: readonly (readonly (string | null)[])[] = [
    [table.title],
    [table.subtitle],
    ...table.marks.map((mark) => [mark]),
    [],
    table.columns.map((column) => column.name),
    ...table.rows,
    [],
    ...table.footers.map(({ name, text }) => [name, text]),
  ];
  const text = Papa.unparse(
    lines.map((line) => [...line]),
    { escapeFormulae: formulaStart, newline: '\r\n' },
  );
  return utf8ToBytes(`${BYTE_ORDER_MARK}${text}\r\n`);
}
