import { utf8ToBytes } from '@noble/hashes/utils.js';
import { documentName } from '../../../shared/documents/document-name.ts';
import type { Sheet } from '../../../shared/documents/sheet.ts';
import type { FigureSource } from '../../../shared/documents/sheet-source.ts';
import { writeSheetXlsx } from '../../../shared/documents/write-xlsx.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { unreachable } from '../../../shared/kernel/unreachable.ts';
import { writeSheetCsv } from './write-csv.ts';

export type ExportFormat = 'csv' | 'xlsx' | 'json';

export type ExportedFile = {
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
};

export const contentTypes: { readonly [format in ExportFormat]: string } = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
};

/** A sheet for other programs: exactly what the page draws, and under what name it is saved. */
function sheetJson(sheet: Sheet, fileName: string, language: Language): string {
  return `${JSON.stringify({ format: 'leitai-sheet', version: 1, language, fileName, sheet }, null, 2)}\n`;
}

async function bytesOf(
  format: ExportFormat,
  sheet: Sheet,
  fileName: string,
  language: Language,
): Promise<Uint8Array> {
  switch (format) {
    case 'csv':
      return writeSheetCsv(sheet);
    case 'xlsx':
      return writeSheetXlsx(sheet);
    case 'json':
      return utf8ToBytes(sheetJson(sheet, fileName, language));
    default:
      return unreachable(format);
  }
}

/** A document of the event as a file. */
export async function sheetFile(
  format: ExportFormat,
  state: FigureSource['state'],
  sheet: Sheet,
  language: Language,
): Promise<ExportedFile> {
  const fileName = documentName(state, sheet, language);
  return {
    fileName: `${fileName}.${format}`,
    contentType: contentTypes[format],
    bytes: await bytesOf(format, sheet, fileName, language),
  };
}
