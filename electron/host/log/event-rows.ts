import { isUtf8 } from 'node:buffer';
import type { Database } from 'better-sqlite3';
import type { StoredEntry } from '../../../shared/domain/log/stored-entry.ts';

type EntryRow = {
  readonly n: number;
  readonly bytes: unknown;
  readonly hash: unknown;
  readonly prev: unknown;
  readonly wall: unknown;
  readonly mono: unknown;
  readonly boot: unknown;
  readonly kind: unknown;
};

/** Reads the stored entries one by one, in the order of their keys, believing nothing about them. */
export function* readStoredEntries(db: Database, from = 0): Generator<StoredEntry, void, undefined> {
  const rows = db.prepare<[number], EntryRow>(
    'SELECT n, bytes, hash, prev, wall, mono, boot, kind FROM entries WHERE n >= ? ORDER BY n',
  );
  for (const { n, bytes, hash, prev, wall, mono, boot, kind } of rows.iterate(from)) {
    const text = Buffer.isBuffer(bytes) && isUtf8(bytes) ? bytes.toString('utf8') : null;
    yield { n, text, columns: { hash, prev, wall, mono, boot, kind } };
  }
}
