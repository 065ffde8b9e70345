import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { checkChain, findBadOpening } from '../../../shared/domain/log/chain.ts';
import {
  type EntryDraft,
  type Head,
  type LinkedEntry,
  type LogEntry,
  linkEntry,
} from '../../../shared/domain/log/entry.ts';
import type { Finding } from '../../../shared/domain/log/finding.ts';
import {
  checkFormerLogs,
  type PlacedFormer,
  versionOrderOf,
} from '../../../shared/domain/log/former-logs.ts';
import type { PlacedEntry } from '../../../shared/domain/log/placement.ts';
import { reachesHeads } from '../../../shared/domain/log/sound-log.ts';
import { readEntry, type StoredEntry } from '../../../shared/domain/log/stored-entry.ts';
import { eventOf } from '../../../shared/domain/log/verify.ts';
import { parseJson } from '../../../shared/kernel/canonical-json.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { asDiskFault } from './disk-fault.ts';
import { demandDurability, findWeakness } from './durability.ts';
import { EventFile, IN_USE } from './event-file.ts';
import {
  type ExaminedFile,
  type ExamineError,
  examineEventFile,
  examineHeader,
  readSoundFile,
} from './examine-event-file.ts';
import { type Fork, findFork } from './find-fork.ts';
import { sha256 } from './hashing.ts';
import { findKnownHost, findOtherHost, writeHostMark } from './host-mark.ts';
import { MEDIA_SCHEMA } from './media.ts';
import { SCHEMA } from './schema.ts';
import { syncFile } from './sync-file.ts';
import { syncFolder } from './sync-folder.ts';
import { findUnsafeFolder, type UnsafeFolder } from './unsafe-folder.ts';

export type OpenError =
  | ExamineError
  | UnsafeFolder
  /** Another host has the event open; `pid` and `address` as far as they can be found out. */
  | { readonly code: 'locked'; readonly pid: number | null; readonly address: string | null }
  /** The chain doesn't hold; the findings name the entries. */
  | { readonly code: 'damaged'; readonly findings: readonly Finding[] }
  /** Intact in itself, but not what this machine noted of the event. */
  | ({ readonly code: 'fork' } & Fork)
  /** The file was taken away without the -wal that held its last entries. */
  | { readonly code: 'missing-wal'; readonly lastEntry: number; readonly knownHead: Head };

export type CreateError = UnsafeFolder | { readonly code: 'exists' };

/** What the operator should hear of, though the event opens. */
export type OpenNotice =
  /** The host that last had it open died; its -wal held this many bytes and was taken in. */
  | { readonly code: 'recovered-wal'; readonly bytes: number }
  /** It was last in use and its -wal is gone: entries may be missing that nobody here knows of. */
  | { readonly code: 'missing-wal' };

export type OpenOptions = {
  /** Where this host can be found; shown to a second host that is refused. */
  readonly address: string;
  /** Ends of a version's log noted elsewhere. Left empty, a cut-off tail goes unnoticed. */
  readonly knownHeads: (event: string | null, version: number) => readonly Head[];
  /** Wall clock, milliseconds since 1970 UTC. */
  readonly now: number;
  /** Where the file is copied to be examined; the system's temporary folder by default. */
  readonly temporaryFolder?: string;
  /** The system's list of mounts, replaced in tests. */
  readonly mounts?: string;
};

export type OpenedEvent = {
  readonly file: EventFile;
  /** All entries, verified but for their signatures. */
  readonly entries: readonly LogEntry[];
  /** The same with their hashes, for checkSignatures in the background. */
  readonly placed: readonly PlacedEntry[];
  /** The closed logs that it carries as a superseding version, verified likewise. */
  readonly former: readonly PlacedFormer[];
  readonly notices: readonly OpenNotice[];
};

/** A file whose bytes, copies and chain hold. */
type VerifiedFile = {
  readonly entries: readonly PlacedEntry[];
  readonly former: readonly PlacedFormer[];
  readonly inUse: boolean;
  readonly walBytes: number | null;
};

/**
 * Opens an event for this host alone, after its bytes, copies and chain have been verified on a
 * temporary copy. A file that is refused is left exactly as it was. Throws DiskFault if the disk
 * fails, and Error if it can't be written durably.
 */
export function openEventFile(givenPath: string, options: OpenOptions): Result<OpenedEvent, OpenError> {
  const path = resolve(givenPath);
  if (!existsSync(path)) return err({ code: 'not-found' });
  // First of all: reading a file that this very process has open would drop its lock.
  const host = findKnownHost(path);
  if (host !== null) return err({ code: 'locked', ...host });
  const header = examineHeader(path);
  if (!header.ok) return header;
  const unsafe = findUnsafeFolder(path, options.mounts);
  if (unsafe !== null) return err(unsafe);

  const sound = readSoundEvent(path, options);
  const verified = sound === null ? findWhatIsWrong(path, options) : ok(sound);
  if (!verified.ok) return verified;
  const db = connect(path);
  if (db === null) return err({ code: 'locked', ...findOtherHost(path) });
  writeHostMark(path, options.address, options.now);

  const { entries: placed, former } = verified.value;
  const last = placed.at(-1);
  const head = last === undefined || last.hash === null ? null : { n: last.position, hash: last.hash };
  const file = new EventFile(path, db, head);
  return ok({
    file,
    placed,
    former,
    entries: placed.flatMap(({ entry }) => entry ?? []),
    notices: noticesOf(verified.value),
  });
}

/**
 * Makes a new event file with its first entries (`LogOpened` and what follows it) and opens it. The
 * file appears under its name only when it is whole. `furnish` puts in what has to be there before the first entry.
 */
export function createEventFile(
  givenPath: string,
  drafts: readonly EntryDraft[],
  options: OpenOptions,
  furnish: (db: Database.Database) => void = () => undefined,
): Result<OpenedEvent, CreateError | OpenError> {
  const path = resolve(givenPath);
  if (existsSync(path)) return err({ code: 'exists' });
  const unsafe = findUnsafeFolder(path, options.mounts);
  if (unsafe !== null) return err(unsafe);
  const unfinished = `${path}.part`;
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${unfinished}${suffix}`, { force: true });
  writeNewFile(unfinished, linkAll(drafts), furnish);
  renameSync(unfinished, path);
  syncFolder(dirname(path));
  return openEventFile(path, options);
}

/** Nearly every file is as it was written; null for any other. */
function readSoundEvent(path: string, options: OpenOptions): VerifiedFile | null {
  const file = readSoundFile(path, options.temporaryFolder);
  if (file === null) return null;
  const { entries } = file;
  const event = eventOf(entries);
  const headsOf = (of: number) => options.knownHeads(event, of);
  if (!reachesHeads(entries, headsOf(versionOrderOf(entries)?.version ?? 1))) return null;
  const former = checkFormerLogs(entries, file.former, { headsOf, sha256, parse: parseJson });
  if (findBadOpening(entries).length > 0 || former.findings.length > 0) return null;
  return { ...file, former: former.logs };
}

/** Goes through the file once more, for what is wrong with it and where. */
function findWhatIsWrong(path: string, options: OpenOptions): Result<VerifiedFile, OpenError> {
  const examined = examineEventFile(path, options.temporaryFolder);
  if (!examined.ok) return examined;
  const verified = verifyExamined(examined.value, options);
  return verified.ok ? ok({ ...examined.value, ...verified.value }) : verified;
}

function verifyExamined(
  examined: ExaminedFile,
  options: OpenOptions,
): Result<Pick<VerifiedFile, 'entries' | 'former'>, OpenError> {
  // Once over a long log is enough: the heads are looked up by the event and version that the first entry names.
  const { event, version } = namedBy(examined.rows[0]);
  const headsOf = (of: number) => options.knownHeads(event, of);
  // The chain covers the exact bytes. Whether they have the canonical form takes as long again, and is for `verify`.
  const chain = checkChain(examined.rows, headsOf(version), sha256, parseJson);
  const former = checkFormerLogs(chain.entries, examined.former, { headsOf, sha256, parse: parseJson });
  const findings = [...chain.findings, ...former.findings];
  if (findings.length === 0) return ok({ entries: chain.entries, former: former.logs });
  // EVENT-6
  const fork = findFork({ version, rows: examined.rows, former: examined.former }, headsOf);
  if (fork !== null) return err({ code: 'fork', ...fork });
  const lastEntry = examined.rows.at(-1)?.n ?? -1;
  const knownHead = headsOf(version).at(-1);
  if (knownHead !== undefined && knownHead.n > lastEntry && examined.walBytes === null) {
    const own = checkChain(examined.rows, [], sha256).findings;
    return err(
      own.length > 0 ? { code: 'damaged', findings: own } : { code: 'missing-wal', lastEntry, knownHead },
    );
  }
  return err({ code: 'damaged', findings });
}

/** The event and its version that a stored first entry names; the event is null if it can't be read. */
function namedBy(first: StoredEntry | undefined): { event: string | null; version: number } {
  if (first === undefined) return { event: null, version: 1 };
  const entries = [{ ...readEntry(first, sha256), position: 0 }];
  return { event: eventOf(entries), version: versionOrderOf(entries)?.version ?? 1 };
}

function noticesOf({ inUse, walBytes }: VerifiedFile): readonly OpenNotice[] {
  if (inUse && walBytes === null) return [{ code: 'missing-wal' }];
  return walBytes !== null && walBytes > 0 ? [{ code: 'recovered-wal', bytes: walBytes }] : [];
}

/** A durable, exclusive connection; null if another process holds the file. */
function connect(path: string): Database.Database | null {
  const db = new Database(path, { fileMustExist: true, timeout: 0 });
  try {
    demandDurability(db);
    // Files of earlier versions have no media.
    db.exec(MEDIA_SCHEMA);
    db.prepare(
      "INSERT INTO settings (key, value) VALUES (?, 'true') ON CONFLICT DO UPDATE SET value = excluded.value",
    ).run(IN_USE);
    // Into the file itself: a copy made without the -wal has to bear the mark.
    db.pragma('wal_checkpoint(TRUNCATE)');
    const weakness = findWeakness(db);
    if (weakness !== null) throw new Error(`the event file can't be written durably: ${weakness}`);
    return db;
  } catch (fault) {
    db.close();
    if (fault instanceof Database.SqliteError && /^SQLITE_(BUSY|LOCKED)/.test(fault.code)) return null;
    throw asDiskFault(fault);
  }
}

/** Synced once, as a whole: nobody relies on it before it has its name. */
function writeNewFile(
  path: string,
  entries: readonly LinkedEntry[],
  furnish: (db: Database.Database) => void,
): void {
  const db = new Database(path, { timeout: 0 });
  try {
    db.pragma('locking_mode = EXCLUSIVE');
    db.pragma('synchronous = OFF');
    db.pragma('journal_mode = WAL');
    db.exec(SCHEMA);
    furnish(db);
    new EventFile(path, db, null).appendBatch(entries);
    db.pragma('wal_checkpoint(TRUNCATE)');
  } catch (fault) {
    throw asDiskFault(fault);
  } finally {
    db.close();
  }
  syncFile(path);
}

function linkAll(drafts: readonly EntryDraft[]): readonly LinkedEntry[] {
  const linked: LinkedEntry[] = [];
  for (const draft of drafts) {
    const before = linked.at(-1);
    linked.push(
      linkEntry(before === undefined ? null : { n: before.entry.n, hash: before.hash }, draft, sha256),
    );
  }
  return linked;
}
