import { utf8ToBytes } from '@noble/hashes/utils.js';
import { safeFileName } from '../../../shared/documents/file-name.ts';
import { resultJson } from '../../../shared/documents/result-json.ts';
import { type CountedResult, resultTable } from '../../../shared/documents/result-table.ts';
import { resultWords } from '../../../shared/documents/result-words.ts';
import { writeTableXlsx } from '../../../shared/documents/write-xlsx.ts';
import type { Head } from '../../../shared/domain/log/entry.ts';
import { type Rejection, rejection } from '../../../shared/domain/rejection.ts';
import type { EventState } from '../../../shared/domain/state.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { unreachable } from '../../../shared/kernel/unreachable.ts';
import { writeTableCsv } from './write-csv.ts';

export type ExportFormat = 'csv' | 'xlsx' | 'json';

export type ExportedFile = {
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
};

const contentTypes: { readonly [format in ExportFormat]: string } = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
};

async function bytesOf(format: ExportFormat, result: CountedResult, language: Language): Promise<Uint8Array> {
  switch (format) {
    case 'csv':
      return writeTableCsv(resultTable(result, language));
    case 'xlsx':
      return writeTableXlsx(resultTable(result, language));
    case 'json':
      return utf8ToBytes(resultJson(result, language));
    default:
      return unreachable(format);
  }
}

/**
 * The result as a file. Before the count there is nothing to export; a result that is counted but not released is
 * marked so in the file and in its name. `head` is the end of the log at this moment.
 */
export async function exportResult(
  format: ExportFormat,
  state: Pick<EventState, 'definition' | 'result'>,
  head: Head,
  language: Language,
): Promise<Result<ExportedFile, Rejection>> {
  const { definition, result } = state;
  if (result.kind === 'none') return err(rejection('result-not-counted'));
  const words = resultWords[language];
  const counted: CountedResult = { definition, figures: result.figures, status: result.kind, head };
  const marks = [
    ...(definition.isDemo ? [words.demoFile] : []),
    ...(result.kind === 'counted' ? [words.notReleased] : []),
  ];
  return ok({
    // The marks come before the title, so that a long title can't push them off the end.
    fileName: safeFileName(
      [...marks, definition.title[language], definition.sitting[language], words.sheet],
      format,
    ),
    contentType: contentTypes[format],
    bytes: await bytesOf(format, counted, language),
  });
}
