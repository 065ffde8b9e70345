import { utf8ToBytes } from '@noble/hashes/utils.js';
import { safeFileName } from '../../../shared/documents/file-name.ts';
import type { Sheet } from '../../../shared/documents/sheet.ts';
import type { FigureSource } from '../../../shared/documents/sheet-source.ts';
import { sheetWords } from '../../../shared/documents/sheet-words.ts';
import { writeSheetXlsx } from '../../../shared/documents/write-xlsx.ts';
import { versionNumber } from '../../../shared/domain/event-version.ts';
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

/** The name of a document's file, with its marks before the title, so that a long title can't push them off the end. */
export function documentName(
  { definition, result, versions = [] }: FigureSource['state'],
  words: readonly string[],
  format: ExportFormat,
  language: Language,
): string {
  const { demoFile, notReleased, versionFile } = sheetWords[language];
  const version = versionNumber({ versions });
  const marks = [
    ...(version > 1 ? [versionFile(`${version}`)] : []),
    ...(definition.isDemo ? [demoFile] : []),
    ...(result.kind === 'counted' ? [notReleased] : []),
  ];
  return safeFileName([...marks, definition.title[language], definition.sitting[language], ...words], format);
}

/** A sheet for other programs: exactly what the page draws. */
export function sheetJson(sheet: Sheet, language: Language): string {
  return `${JSON.stringify({ format: 'leitai-sheet', version: 1, language, sheet }, null, 2)}\n`;
}

export async function sheetBytes(
  format: ExportFormat,
  sheet: Sheet,
  language: Language,
): Promise<Uint8Array> {
  switch (format) {
    case 'csv':
      return writeSheetCsv(sheet);
    case 'xlsx':
      return writeSheetXlsx(sheet);
    case 'json':
      return utf8ToBytes(sheetJson(sheet, language));
    default:
      return unreachable(format);
  }
}
