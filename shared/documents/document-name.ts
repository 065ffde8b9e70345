import { versionNumber } from '../domain/event-version.ts';
import type { Language } from '../kernel/language.ts';
import { fileStem } from './file-name.ts';
import type { Sheet } from './sheet.ts';
import type { FigureSource } from './sheet-source.ts';
import { sheetWords } from './sheet-words.ts';

/**
 * What a document's file is called, without its ending: its marks, the event, what it is about and which document it
 * is. The same for every format, so that what belongs together stands together in a folder.
 */
export function documentName(
  { definition, result, versions = [] }: FigureSource['state'],
  { about, name }: Pick<Sheet, 'about' | 'name'>,
  language: Language,
): string {
  const { demoFile, notReleased, versionFile } = sheetWords[language];
  const version = versionNumber({ versions });
  return fileStem([
    ...(version > 1 ? [versionFile(`${version}`)] : []),
    ...(definition.isDemo ? [demoFile] : []),
    ...(result.kind === 'counted' ? [notReleased] : []),
    definition.title[language],
    definition.sitting[language],
    ...(about === undefined ? [] : [about]),
    name,
  ]);
}
