import { utf8ToBytes } from '@noble/hashes/utils.js';
import { documentName } from '../../../shared/documents/document-name.ts';
import { resultJson } from '../../../shared/documents/result-json.ts';
import { resultSheet } from '../../../shared/documents/result-sheet.ts';
import { resultWords } from '../../../shared/documents/result-words.ts';
import type { FigureSource } from '../../../shared/documents/sheet-source.ts';
import { type Rejection, rejection } from '../../../shared/domain/rejection.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { contentTypes, type ExportedFile, type ExportFormat, sheetFile } from './export-sheet.ts';

/**
 * The result as a file. Before the count there is nothing to export; a result that is counted but not released is
 * marked so in the file and in its name. As JSON it holds the exact figures, as CSV and XLSX the result sheet.
 */
export async function exportResult(
  format: ExportFormat,
  source: FigureSource,
  language: Language,
): Promise<Result<ExportedFile, Rejection>> {
  const { result } = source.state;
  if (result.kind === 'none') return err(rejection('result-not-counted'));
  if (format !== 'json')
    return ok(await sheetFile(format, source.state, resultSheet(source, result.figures, language), language));
  return ok({
    fileName: `${documentName(source.state, { name: resultWords[language].sheet }, language)}.json`,
    contentType: contentTypes.json,
    bytes: utf8ToBytes(resultJson(source, result.figures, language)),
  });
}
