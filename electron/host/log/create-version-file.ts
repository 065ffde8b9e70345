import type Database from 'better-sqlite3';
import type { EntryDraft, Head } from '../../../shared/domain/log/entry.ts';
import type { StoredEntry } from '../../../shared/domain/log/stored-entry.ts';
import { canonicalJson } from '../../../shared/kernel/canonical-json.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { EventFile } from './event-file.ts';
import { MEDIA_PART_BYTES } from './media.ts';
import { type CreateError, createEventFile, type OpenError, type OpenOptions } from './open-event-file.ts';
import { FORMER_SCHEMA } from './schema.ts';

/** A closed event that is held open here, and what of it goes into the file that supersedes it. */
export type ClosedEvent = {
  readonly file: EventFile;
  readonly version: number;
  /** Hashes of the files that its log names. */
  readonly attached: readonly string[];
};

/**
 * Makes the file of a superseding version: every log of the closed event as it is stored, its photos, cards and
 * address, and the new log's first entries. The closed event's file is only read. The new one appears under its name
 * only when it is whole, and is then verified like any other. Returns the end of the new log. Throws DiskFault.
 */
export function createVersionFile(
  path: string,
  drafts: readonly EntryDraft[],
  closed: ClosedEvent,
  options: OpenOptions,
): Result<Head, CreateError | OpenError> {
  const made = createEventFile(path, drafts, options, (db) => {
    db.exec(FORMER_SCHEMA);
    db.transaction(() => carryOver(db, closed))();
  });
  if (!made.ok) return made;
  const { head } = made.value.file;
  made.value.file.close();
  if (head === null) throw new Error('the new log is empty');
  return ok(head);
}

function carryOver(db: Database.Database, { file, version, attached }: ClosedEvent): void {
  for (const hash of attached) copyMedia(db, hash, file.readMedia(hash));
  for (const log of [...file.readFormer(), { version, rows: file.readStored() }])
    copyLog(db, log.version, log.rows);
  const setting = db.prepare('INSERT INTO settings (key, value) VALUES (?, ?)');
  for (const [key, value] of Object.entries(file.settings())) setting.run(key, canonicalJson(value));
  const card = db.prepare('INSERT INTO pairing (seat, secret, code, spent) VALUES (?, ?, ?, ?)');
  for (const { seat, secret, code, spent } of file.pairingCards())
    card.run(seat, secret, code, spent ? 1 : 0);
}

function copyMedia(db: Database.Database, hash: string, bytes: Buffer | null): void {
  if (bytes === null) return;
  const put = db.prepare('INSERT INTO media (hash, part, bytes) VALUES (?, ?, ?)');
  for (let part = 0; part * MEDIA_PART_BYTES < bytes.length; part += 1)
    put.run(hash, part, bytes.subarray(part * MEDIA_PART_BYTES, (part + 1) * MEDIA_PART_BYTES));
}

function copyLog(db: Database.Database, version: number, rows: Iterable<StoredEntry>): void {
  const put = db.prepare(
    `INSERT INTO former_entries (version, n, bytes, hash, prev, wall, mono, boot, kind)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const { n, text, columns } of rows) {
    if (text === null || columns === null) throw new Error(`entry ${n} can't be read back`);
    const { hash, prev, wall, mono, boot, kind } = columns;
    put.run(version, n, Buffer.from(text, 'utf8'), hash, prev, wall, mono, boot, kind);
  }
}
