import { renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import {
  type Head,
  type LinkedEntry,
  type LogEntry,
  NO_ENTRY_HASH,
  parseEntry,
} from '../../../shared/domain/log/entry.ts';
import type { FormerLog } from '../../../shared/domain/log/former-logs.ts';
import type { StoredEntry } from '../../../shared/domain/log/stored-entry.ts';
import { canonicalJson } from '../../../shared/kernel/canonical-json.ts';
import { asDiskFault } from './disk-fault.ts';
import { readFormerLogs, readStoredEntries } from './event-rows.ts';
import { type EventSettings, eventSettings, type PairingCard } from './event-settings.ts';
import { removeHostMark } from './host-mark.ts';
import { syncFolder } from './sync-folder.ts';

/** Setting that says that a host has the file open, so that a missing -wal can be noticed. */
export const IN_USE = 'inUse';

/**
 * An open event, held exclusively. Every write is on the disk when the call returns; one that the disk
 * refuses throws DiskFault, leaves nothing of itself visible, and may be tried again. Made by
 * openEventFile and createEventFile. While it is open, nothing else in this process may read the file:
 * closing any descriptor of it drops the lock. Copies are made by saveCopy.
 */
export class EventFile {
  readonly path: string;
  readonly #db: Database.Database;
  readonly #insert: Database.Statement<[number, Buffer, string, string, number, number, string, string]>;
  #head: Head | null;

  constructor(path: string, db: Database.Database, head: Head | null) {
    this.path = path;
    this.#db = db;
    this.#head = head;
    this.#insert = db.prepare(
      'INSERT INTO entries (n, bytes, hash, prev, wall, mono, boot, kind) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    );
  }

  /** The last durable entry; null while the log is empty. */
  get head(): Head | null {
    return this.#head;
  }

  /** Appends entries that follow one another and the head, all or none, in one durable transaction. */
  appendBatch(entries: readonly LinkedEntry[]): void {
    if (entries.length === 0) return;
    let head = this.#head;
    for (const { entry, hash } of entries) {
      if (entry.n !== (head?.n ?? -1) + 1 || entry.prev !== (head?.hash ?? NO_ENTRY_HASH)) {
        throw new Error(
          `entry ${entry.n} does not follow the head ${head === null ? 'of an empty log' : head.n}`,
        );
      }
      head = { n: entry.n, hash };
    }
    this.#write(() => {
      for (const { entry, text, hash } of entries) {
        this.#insert.run(
          entry.n,
          Buffer.from(text, 'utf8'),
          hash,
          entry.prev,
          entry.wall,
          entry.mono,
          entry.boot,
          entry.kind,
        );
      }
    });
    this.#head = head;
  }

  /** The stored entries as they are, for verification and for the mirror. */
  readStored(from = 0): Generator<StoredEntry, void, undefined> {
    return readStoredEntries(this.#db, from);
  }

  /** The closed logs that it carries as a superseding version. */
  readFormer(): readonly FormerLog[] {
    return readFormerLogs(this.#db);
  }

  /** The entries from position `from` on. Throws if one can't be read: the file was sound when it was opened. */
  *readEntries(from = 0): Generator<LogEntry, void, undefined> {
    for (const { n, text } of this.readStored(from)) {
      const parsed = text === null ? null : parseEntry(text);
      if (parsed === null || !parsed.ok) throw new Error(`entry ${n} can't be read back`);
      yield parsed.value;
    }
  }

  settings(): EventSettings {
    const rows = this.#db
      .prepare<[], { key: string; value: string }>('SELECT key, value FROM settings')
      .all();
    return eventSettings.parse(Object.fromEntries(rows.map(({ key, value }) => [key, JSON.parse(value)])));
  }

  changeSettings(change: Partial<EventSettings>): void {
    const put = this.#db.prepare(
      'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
    );
    this.#write(() => {
      for (const [key, value] of Object.entries(change)) put.run(key, canonicalJson(value));
    });
  }

  pairingCards(): readonly PairingCard[] {
    const rows = this.#db.prepare<[], { seat: string; secret: string; code: string; spent: number }>(
      'SELECT seat, secret, code, spent FROM pairing ORDER BY seat',
    );
    return rows.all().map((row) => ({ ...row, spent: row.spent === 1 }));
  }

  /** Adds cards; a seat that has one gets the new one instead. */
  putPairingCards(cards: readonly PairingCard[]): void {
    const put = this.#db.prepare(
      `INSERT INTO pairing (seat, secret, code, spent) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET secret = excluded.secret, code = excluded.code, spent = excluded.spent`,
    );
    this.#write(() => {
      for (const { seat, secret, code, spent } of cards) put.run(seat, secret, code, spent ? 1 : 0);
    });
  }

  /** Uses up a seat's card. False if the seat has none or it was used before. */
  spendPairingCard(seat: string): boolean {
    const spend = this.#db.prepare('UPDATE pairing SET spent = 1 WHERE seat = ? AND spent = 0');
    return this.#write(() => spend.run(seat).changes === 1);
  }

  removePairingCard(seat: string): void {
    const remove = this.#db.prepare('DELETE FROM pairing WHERE seat = ?');
    this.#write(() => remove.run(seat));
  }

  /**
   * Stores the next part of a file that the log will name by this hash, in a durable transaction of its own. Throws if
   * the part doesn't follow the ones before it, or the log names the file already.
   */
  putMediaPart(hash: string, part: number, bytes: Uint8Array): void {
    const put = this.#db.prepare('INSERT INTO media (hash, part, bytes) VALUES (?, ?, ?)');
    this.#write(() => put.run(hash, part, bytes));
  }

  /** Clears away the files that the log doesn't name. `attached` are the hashes of those that it does. */
  removeMediaBut(attached: readonly string[]): void {
    const others = 'FROM media WHERE hash NOT IN (SELECT value FROM json_each(?))';
    const kept = JSON.stringify(attached);
    if (this.#db.prepare(`SELECT 1 ${others} LIMIT 1`).get(kept) === undefined) return;
    const remove = this.#db.prepare(`DELETE ${others}`);
    this.#write(() => remove.run(kept));
  }

  /** The bytes of a file; null if there are none under this hash. They are not hashed anew. */
  readMedia(hash: string): Buffer | null {
    const parts = this.#db.prepare<[string], Buffer>('SELECT bytes FROM media WHERE hash = ? ORDER BY part');
    const bytes = parts.pluck().all(hash);
    return bytes.length === 0 ? null : Buffer.concat(bytes);
  }

  /** Moves everything from the -wal into the file itself, so that the file alone is whole. */
  checkpoint(): void {
    try {
      this.#db.pragma('wal_checkpoint(TRUNCATE)');
    } catch (fault) {
      throw asDiskFault(fault);
    }
  }

  /** Writes a whole, closed copy to another place, replacing what is there; appends may go on meanwhile. */
  async saveCopy(path: string): Promise<void> {
    const unfinished = `${path}.part`;
    rmSync(unfinished, { force: true });
    try {
      await this.#db.backup(unfinished);
      const copy = new Database(unfinished);
      copy.prepare('DELETE FROM settings WHERE key = ?').run(IN_USE);
      copy.close();
      renameSync(unfinished, path);
      syncFolder(dirname(path));
    } catch (fault) {
      throw asDiskFault(fault);
    } finally {
      rmSync(unfinished, { force: true });
    }
  }

  /** Leaves one whole file behind, without -wal. Safe to call twice. */
  close(): void {
    if (!this.#db.open) return;
    try {
      this.#write(() => this.#db.prepare('DELETE FROM settings WHERE key = ?').run(IN_USE));
      this.checkpoint();
    } finally {
      this.#db.close();
      removeHostMark(this.path);
    }
  }

  #write<Outcome>(act: () => Outcome): Outcome {
    try {
      this.#db.exec('BEGIN IMMEDIATE');
      const outcome = act();
      this.#db.exec('COMMIT');
      return outcome;
    } catch (fault) {
      this.#rollBack();
      throw asDiskFault(fault);
    }
  }

  #rollBack(): void {
    // Some faults of the disk make SQLite roll back by itself.
    if (this.#db.inTransaction) this.#db.exec('ROLLBACK');
  }
}
