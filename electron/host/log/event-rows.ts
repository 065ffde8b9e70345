import { isUtf8 } from 'node:buffer';
import type { Database } from 'better-sqlite3';
import type { StoredEntry } from '../../../shared/domain/log/stored-entry.ts';

type EntryRow = {
  readonly n: number;
  readonly text: string | null;
  readonly hash: unknown;
  readonly prev: unknown;
  readonly wall: unknown;
  readonly mono: unknown;
  readonly boot: unknown;
  readonly kind: unknown;
};

/** What stands in decoded text for bytes that are not UTF-8; it may also be meant. */
const REPLACEMENT = '\ufffd';

/** Reads the stored entries one by one, in the order of their keys, believing nothing about them. */
export function* readStoredEntries(db: Database, from = 0): Generator<StoredEntry, void, undefined> {
  // Decoded by SQLite: a buffer for each entry of a long log takes half as long again.
  const rows = db.prepare<[number], EntryRow>(
    `SELECT n, iif(typeof(bytes) = 'blob', CAST(bytes AS TEXT), NULL) AS text, hash, prev, wall, mono, boot, kind
     FROM entries WHERE n >= ? ORDER BY n`,
  );
  const bytesOf = db.prepare<[number], unknown>('SELECT bytes FROM entries WHERE n = ?').pluck();
  for (const { n, text, hash, prev, wall, mono, boot, kind } of rows.iterate(from)) {
    const isDoubtful = text?.includes(REPLACEMENT) ?? false;
    yield {
      n,
      text: isDoubtful ? exactText(bytesOf.get(n)) : text,
      columns: { hash, prev, wall, mono, boot, kind },
    };
  }
}

/** The bytes as text; null where they are not UTF-8. */
function exactText(bytes: unknown): string | null {
  return Buffer.isBuffer(bytes) && isUtf8(bytes) ? bytes.toString('utf8') : null;
}
