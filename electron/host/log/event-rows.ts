import { isUtf8 } from 'node:buffer';
import type { Database } from 'better-sqlite3';
import type { FormerLog } from '../../../shared/domain/log/former-logs.ts';
import type { StoredEntry } from '../../../shared/domain/log/stored-entry.ts';

/** The columns below, in their order: rows as arrays are read in half the time. */
type EntryRow = [
  n: number,
  text: string | null,
  hash: unknown,
  prev: unknown,
  wall: unknown,
  mono: unknown,
  boot: unknown,
  kind: unknown,
];

/** What stands in decoded text for bytes that are not UTF-8; it may also be meant. */
const REPLACEMENT = '\ufffd';

// Decoded by SQLite: a buffer for each entry of a long log takes half as long again.
const COLUMNS =
  "n, iif(typeof(bytes) = 'blob', CAST(bytes AS TEXT), NULL) AS text, hash, prev, wall, mono, boot, kind";

/** Reads the stored entries one by one, in the order of their keys, believing nothing about them. */
export function* readStoredEntries(db: Database, from = 0): Generator<StoredEntry, void, undefined> {
  const rows = db.prepare<[number], EntryRow>(`SELECT ${COLUMNS} FROM entries WHERE n >= ? ORDER BY n`).raw();
  const bytesOf = db.prepare<[number], unknown>('SELECT bytes FROM entries WHERE n = ?').pluck();
  for (const row of rows.iterate(from)) yield storedEntry(row, () => bytesOf.get(row[0]));
}

/** The closed logs that a superseding file carries, in the order of versions; none in other files. */
export function readFormerLogs(db: Database): readonly FormerLog[] {
  if (!hasFormerLogs(db)) return [];
  const versions = db.prepare<[], number>('SELECT DISTINCT version FROM former_entries ORDER BY version');
  const rowsOf = db
    .prepare<[number], EntryRow>(`SELECT ${COLUMNS} FROM former_entries WHERE version = ? ORDER BY n`)
    .raw();
  const bytesOf = db
    .prepare<[number, number], unknown>('SELECT bytes FROM former_entries WHERE version = ? AND n = ?')
    .pluck();
  return versions
    .pluck()
    .all()
    .map((version) => {
      const rows: StoredEntry[] = [];
      for (const row of rowsOf.iterate(version))
        rows.push(storedEntry(row, () => bytesOf.get(version, row[0])));
      return { version, rows };
    });
}

export function hasFormerLogs(db: Database): boolean {
  const table = db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'former_entries'");
  return table.get() !== undefined;
}

function storedEntry(row: EntryRow, bytes: () => unknown): StoredEntry {
  const [n, text, hash, prev, wall, mono, boot, kind] = row;
  const isDoubtful = text?.includes(REPLACEMENT) ?? false;
  return { n, text: isDoubtful ? exactText(bytes()) : text, columns: { hash, prev, wall, mono, boot, kind } };
}

/** The bytes as text; null where they are not UTF-8. */
function exactText(bytes: unknown): string | null {
  return Buffer.isBuffer(bytes) && isUtf8(bytes) ? bytes.toString('utf8') : null;
}
