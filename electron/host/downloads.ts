import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changeLines } from '../../shared/documents/change-lines.ts';
import { documentName } from '../../shared/documents/document-name.ts';
import { safeFileName } from '../../shared/documents/file-name.ts';
import { makeSheet, sheetList } from '../../shared/documents/make-sheet.ts';
import type { SheetSource } from '../../shared/documents/sheet-source.ts';
import { sheetWords } from '../../shared/documents/sheet-words.ts';
import { stageWords } from '../../shared/documents/stage-words.ts';
import { contestOf } from '../../shared/domain/contest-of.ts';
import { versionNumber } from '../../shared/domain/event-version.ts';
import { nextStageOf } from '../../shared/domain/next-stage.ts';
import { nextStageText } from '../../shared/domain/next-stage-file.ts';
import type { EventState } from '../../shared/domain/state.ts';
import { type Language, languages } from '../../shared/kernel/language.ts';
import type { RoutePath } from '../../shared/protocol/registry.ts';
import {
  type SheetFormat,
  type SheetKind,
  type SheetList,
  sheetFormats,
  sheetKinds,
} from '../../shared/views/sheet-kinds.ts';
import type { AuthorityPort } from './authority.ts';
import type { HostClock } from './clock.ts';
import { exportResult } from './documents/export-result.ts';
import { contentTypes, sheetFile } from './documents/export-sheet.ts';
import { dayAndTime, localTime } from './documents/local-time.ts';
import { logLook } from './documents/log-look.ts';
import { programVersion } from './event-session.ts';
import type { Download, DownloadRefusal, DownloadWish } from './lan/web-server.ts';
import type { EventFile } from './log/event-file.ts';
import { sha256 } from './log/hashing.ts';
import type { ProtocolPhotos } from './protocol-photos.ts';

type Parts = {
  readonly authority: AuthorityPort;
  readonly clock: HostClock;
  readonly file: EventFile;
  readonly photos: Pick<ProtocolPhotos, 'find'>;
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
    const version = versionNumber(authority.state);
    const mark = version > 1 ? [sheetWords[language].versionFile(`${version}`)] : [];
    const fileName = safeFileName([...mark, title[language], sitting[language]], 'leitai');
    return { fileName, contentType: 'application/octet-stream', bytes: await readFile(path) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The hash of a superseding version's first entry; null for an event's first log. */
function openingHash({ authority, file }: Parts): string | null {
  if (versionNumber(authority.state) === 1) return null;
  const [first] = file.readStored();
  return first?.text ? sha256(first.text) : null;
}

function sheetSource(parts: Parts, language: Language, timeText = dayAndTime): SheetSource {
  const { authority, clock } = parts;
  const { state, head } = authority;
  return {
    state,
    head,
    opening: openingHash(parts),
    clock: { time: localTime(clock.wall()), boot: clock.boot, monotonicMs: clock.now() },
    program: programVersion(),
    changes: changeLines(state, language, timeText),
  };
}

/** An attached photo, under the name that it was attached by. */
function photoFile({ photos }: Parts, hash: string): Download | null {
  const photo = photos.find(hash);
  if (!photo) return null;
  return { fileName: photo.name, contentType: photo.type, bytes: photo.bytes };
}

// STAGE-4
/** Who goes on from this stage, once its figures are released. */
async function nextStageFile({ authority }: Parts, language: Language): Promise<Download | DownloadRefusal> {
  const nextStage = () => nextStageOf(authority.state, { n: authority.head.n, hash: authority.head.hash });
  // What isn't given out is no look.
  const tried = nextStage();
  if (!tried.ok) return { code: tried.error, message: `${tried.error}: next-stage` };
  const refused = await logLook(authority, 'result', { unit: null, seat: null });
  if (refused !== null) return { code: refused, message: `${refused}: next-stage` };
  const next = nextStage();
  if (!next.ok) return { code: next.error, message: `${next.error}: next-stage` };
  const { state } = authority;
  return {
    fileName: `${documentName(state, { name: stageWords[language].file }, language)}.json`,
    contentType: contentTypes.json,
    bytes: nextStageText(next.value),
  };
}

/** `count.xlsx` → kind and format; null for what is no document. */
function documentOf(file: string): { readonly kind: SheetKind; readonly format: SheetFormat } | null {
  const [name, ending, ...more] = file.split('.');
  const kind = sheetKinds.find((each) => each === name);
  const format = sheetFormats.find((each) => each === ending);
  return kind && format && more.length === 0 ? { kind, format } : null;
}

async function askedSheet(
  parts: Parts,
  { file, unit, seat }: DownloadWish,
  language: Language,
): Promise<Download | DownloadRefusal | null> {
  const wanted = documentOf(file);
  if (!wanted) return null;
  const { kind, format } = wanted;
  const chosen = { unit: unit || null, seat: seat || null };
  const make = (source: SheetSource) => makeSheet(kind, source, chosen, language);
  // What isn't given out is no look.
  const tried = make(sheetSource(parts, language));
  if (!tried.ok) return { code: tried.error, message: `${tried.error}: ${kind}` };
  const refused = await logLook(parts.authority, kind, chosen);
  if (refused !== null) return { code: refused, message: `${refused}: ${kind}` };
  const source = sheetSource(parts, language);
  const sheet = make(source);
  if (!sheet.ok) return { code: sheet.error, message: `${sheet.error}: ${kind}` };
  return sheetFile(format, source.state, sheet.value, language);
}

async function resultFile(
  parts: Parts,
  path: RoutePath,
  language: Language,
): Promise<Download | DownloadRefusal | null> {
  const format = sheetFormats.find((each) => path === `/console/export/result.${each}`);
  if (!format) return null;
  if (parts.authority.state.result.kind !== 'none') {
    const refused = await logLook(parts.authority, 'result', { unit: null, seat: null });
    if (refused !== null) return { code: refused, message: `${refused}: result` };
  }
  // Other programs read each time by itself.
  const source = sheetSource(parts, language, format === 'json' ? localTime : dayAndTime);
  const exported = await exportResult(format, { ...source, contest: contestOf(source.state) }, language);
  if (exported.ok) return exported.value;
  return { code: exported.error.code, message: `${exported.error.code}: count the rounds first` };
}

/**
 * Answers the console's download routes; null where there is no such document. Before the count no result and no sheet
 * with a mark can be downloaded. The copy of the event is the whole file, with every ballot: who runs the host has it
 * anyway.
 */
export async function answerDownload(
  parts: Parts,
  path: RoutePath,
  wish: DownloadWish,
): Promise<Download | DownloadRefusal | null> {
  const language = languageOf(wish.lang, parts.authority.state);
  switch (path) {
    case '/console/sheets/:file':
      return askedSheet(parts, wish, language);
    case '/console/protocol-photo/:file':
      return photoFile(parts, wish.file);
    case '/console/export/event.leitai':
      return eventCopy(parts, language);
    case '/console/export/next-stage.json':
      return nextStageFile(parts, language);
    default:
      return resultFile(parts, path, language);
  }
}

/** Which documents can be had now. */
export function listSheets(state: EventState, languageText: string): SheetList {
  return sheetList(state, languageOf(languageText, state));
}
