import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { safeFileName } from '../../shared/documents/file-name.ts';
import type { EventState } from '../../shared/domain/state.ts';
import { type Language, languages } from '../../shared/kernel/language.ts';
import type { RoutePath } from '../../shared/protocol/registry.ts';
import type { AuthorityPort } from './authority.ts';
import { exportResult } from './documents/export-result.ts';
import type { Download, DownloadRefusal } from './lan/web-server.ts';
import type { EventFile } from './log/event-file.ts';

type Parts = {
  readonly authority: AuthorityPort;
  readonly file: EventFile;
  /** Notes the end of the log outside the event file, so that this machine can prove the copy's. */
  readonly noteHead: () => void;
};

function languageOf(text: string, state: EventState): Language {
  return languages.find((language) => language === text) ?? state.definition.wallLanguage;
}

/** A whole copy of the event file, made by SQLite's backup while the host goes on. */
async function eventCopy({ authority, file, noteHead }: Parts, language: Language): Promise<Download> {
  noteHead();
  const folder = await mkdtemp(join(tmpdir(), 'leitai-copy-'));
  try {
    const path = join(folder, 'event.leitai');
    await file.saveCopy(path);
    const { title, sitting } = authority.state.definition;
    const fileName = safeFileName([title[language], sitting[language]], 'leitai');
    return { fileName, contentType: 'application/octet-stream', bytes: await readFile(path) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Answers the console's download routes; before the count there is no result to download. */
export async function answerDownload(
  parts: Parts,
  path: RoutePath,
  languageText: string,
): Promise<Download | DownloadRefusal> {
  const { authority } = parts;
  const language = languageOf(languageText, authority.state);
  const format = /result\.(csv|xlsx|json)$/.exec(path)?.[1];
  if (format === undefined) return eventCopy(parts, language);
  const exported = await exportResult(
    format as 'csv' | 'xlsx' | 'json',
    authority.state,
    authority.head,
    language,
  );
  if (exported.ok) return exported.value;
  return { code: exported.error.code, message: `${exported.error.code}: count the rounds first` };
}
