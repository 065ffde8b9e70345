import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { FormerLog } from '../../../shared/domain/log/former-logs.ts';
import type { PlacedEntry } from '../../../shared/domain/log/placement.ts';
import { readSoundLog } from '../../../shared/domain/log/sound-log.ts';
import type { StoredEntry } from '../../../shared/domain/log/stored-entry.ts';
import { parseJson } from '../../../shared/kernel/canonical-json.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { IN_USE } from './event-file.ts';
import { readFormerLogs, readStoredEntries } from './event-rows.ts';
import { sha256 } from './hashing.ts';
import { hashStoredMedia } from './media.ts';
import { APPLICATION_ID, FILE_FORMAT } from './schema.ts';
import { findSpoiltTable, type SpoiltTable } from './spoilt-table.ts';

export type ExamineError =
  | { readonly code: 'not-found' }
  | { readonly code: 'is-folder' }
  | { readonly code: 'foreign'; readonly what: 'not-a-file' | 'not-sqlite' | 'other-program' }
  | { readonly code: 'newer-format'; readonly format: number }
  /** `entry` is the first one that can't be read; null if the damage is elsewhere. */
  | {
      readonly code: 'unreadable';
      readonly detail: string;
      readonly entry: number | null;
      /** The entries before it. */
      readonly rows: readonly StoredEntry[];
    }
  /** The entries read well, but what lies beside them doesn't. */
  | { readonly code: 'spoilt-table'; readonly table: SpoiltTable; readonly rows: readonly StoredEntry[] }
  | { readonly code: 'no-room'; readonly detail: string };

/** What a file holds, read from a copy of it. */
export type ExaminedFile = {
  readonly rows: readonly StoredEntry[];
  /** The closed logs that a superseding file carries. */
  readonly former: readonly FormerLog[];
  /** Whether the file says that a host has it open, or had until it died. */
  readonly inUse: boolean;
  /** Size of the -wal beside it in bytes; null if there is none. */
  readonly walBytes: number | null;
  /** For each hash that a file is stored under, the one that its bytes have; null where that wasn't asked. */
  readonly media: ReadonlyMap<string, string> | null;
};

/** What a file holds whose log was read in one pass. */
export type SoundFile = Pick<ExaminedFile, 'former' | 'inUse' | 'walBytes'> & {
  readonly entries: readonly PlacedEntry[];
};

const HEADER_BYTES = 100;
const COPY_ATTEMPTS = 20;
/** What is read for the log isn't read again for SQLite's own check. Given back at the end. */
const CACHE_KIB = 64 * 1024;

/** Tells by the first bytes whether a file is an event of a known format. Nothing is written anywhere. */
export function examineHeader(path: string): Result<null, ExamineError> {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return err({ code: 'not-found' });
  if (found.isDirectory()) return err({ code: 'is-folder' });
  if (!found.isFile()) return err({ code: 'foreign', what: 'not-a-file' });
  const header = Buffer.alloc(HEADER_BYTES);
  const descriptor = openSync(path, 'r');
  try {
    readSync(descriptor, header, 0, HEADER_BYTES, 0);
  } finally {
    closeSync(descriptor);
  }
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0')
    return err({ code: 'foreign', what: 'not-sqlite' });
  if (header.readUInt32BE(68) !== APPLICATION_ID) return err({ code: 'foreign', what: 'other-program' });
  const format = header.readUInt32BE(60);
  return format > FILE_FORMAT ? err({ code: 'newer-format', format }) : ok(null);
}

/**
 * Reads a file and its -wal from a temporary copy, so that the original is neither changed nor given
 * a -wal or -shm. Works beside a running host, from another process: in the host's own, closing the
 * copied file would drop the host's lock.
 */
export function examineEventFile(
  path: string,
  temporaryFolder = tmpdir(),
  reading: 'log' | 'log-and-media' = 'log',
): Result<ExaminedFile, ExamineError> {
  const header = examineHeader(path);
  if (!header.ok) return header;
  try {
    return onCopy(path, temporaryFolder, (copy, walBytes) => readCopy(copy, walBytes, reading));
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOSPC')
      return err({ code: 'no-room', detail: temporaryFolder });
    throw fault;
  }
}

/**
 * The same of a file that is as it was written, in half the time. Null where anything isn't so: examineEventFile then
 * tells what. What the log's first entry says, and where the log ends, isn't looked at.
 */
export function readSoundFile(path: string, temporaryFolder = tmpdir()): SoundFile | null {
  if (!examineHeader(path).ok) return null;
  try {
    return onCopy(path, temporaryFolder, readSoundCopy);
  } catch (fault) {
    // The disk's words for it come with the other way, too.
    if (fault instanceof Error && 'code' in fault) return null;
    throw fault;
  }
}

function onCopy<Outcome>(
  path: string,
  temporaryFolder: string,
  read: (copy: string, walBytes: number | null) => Outcome,
): Outcome {
  const folder = mkdtempSync(join(temporaryFolder, 'leitai-examine-'));
  try {
    const copy = join(folder, 'event.leitai');
    const walBytes = copyWithWal(path, copy);
    return read(copy, walBytes);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Copies both files as of one moment. Returns the size of the -wal, null if there is none. */
function copyWithWal(path: string, copy: string): number | null {
  for (let attempt = 1; ; attempt += 1) {
    const before = fingerprint(path);
    rmSync(`${copy}-wal`, { force: true });
    if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copy}-wal`, constants.COPYFILE_FICLONE);
    copyFileSync(path, copy, constants.COPYFILE_FICLONE);
    if (fingerprint(path) === before || attempt === COPY_ATTEMPTS) break;
  }
  return existsSync(`${copy}-wal`) ? statSync(`${copy}-wal`).size : null;
}

/** Changes whenever a running host has written to the file or its -wal. */
function fingerprint(path: string): string {
  return [path, `${path}-wal`]
    .map((file) => statSync(file, { bigint: true, throwIfNoEntry: false }))
    .map((stat) => (stat === undefined ? 'none' : `${stat.ino} ${stat.size} ${stat.mtimeNs}`))
    .join(', ');
}

function readCopy(
  copy: string,
  walBytes: number | null,
  reading: 'log' | 'log-and-media',
): Result<ExaminedFile, ExamineError> {
  const rows: StoredEntry[] = [];
  let db: Database.Database | null = null;
  let isWhole = false;
  try {
    db = new Database(copy, { fileMustExist: true });
    prepareCopy(db);
    const inUse = isInUse(db);
    for (const row of readStoredEntries(db)) rows.push(row);
    isWhole = true;
    const former = readFormerLogs(db);
    const flaw = db.pragma('quick_check(1)', { simple: true });
    if (flaw !== 'ok') return err({ code: 'unreadable', detail: String(flaw), entry: null, rows });
    const spoilt = findSpoiltTable(db);
    if (spoilt !== null) return err({ code: 'spoilt-table', table: spoilt, rows });
    const media = reading === 'log-and-media' ? hashStoredMedia(db) : null;
    return ok({ rows, former, inUse, walBytes, media });
  } catch (fault) {
    if (!(fault instanceof Database.SqliteError)) throw fault;
    if (fault.code === 'SQLITE_FULL') return err({ code: 'no-room', detail: fault.message });
    return err({
      code: 'unreadable',
      detail: fault.message,
      entry: rows.length === 0 || isWhole ? null : (rows.at(-1)?.n ?? 0) + 1,
      rows,
    });
  } finally {
    db?.close();
  }
}

function readSoundCopy(copy: string, walBytes: number | null): SoundFile | null {
  const db = new Database(copy, { fileMustExist: true });
  try {
    prepareCopy(db);
    const inUse = isInUse(db);
    // The chain covers the exact bytes. Whether they have the canonical form takes as long again, and is for `verify`.
    const entries = readSoundLog(readStoredEntries(db), sha256, parseJson);
    if (entries === null) return null;
    const former = readFormerLogs(db);
    if (db.pragma('quick_check(1)', { simple: true }) !== 'ok' || findSpoiltTable(db) !== null) return null;
    return { entries, former, inUse, walBytes };
  } finally {
    db.close();
  }
}

function prepareCopy(db: Database.Database): void {
  db.pragma('locking_mode = EXCLUSIVE');
  // Closing takes the -wal in: no need to have a copy on the disk that is thrown away.
  db.pragma('synchronous = OFF');
  db.pragma(`cache_size = -${CACHE_KIB}`);
}

function isInUse(db: Database.Database): boolean {
  return db.prepare('SELECT value FROM settings WHERE key = ?').get(IN_USE) !== undefined;
}
