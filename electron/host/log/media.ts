import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';

/** How much of a file lies in one row: a row is one transaction, and a ballot waits for no more than that. */
export const MEDIA_PART_BYTES = 256 * 1024;

/** Whether the log names a file's hash. It is looked up seldom: once for each row put in or taken out. */
const isAttached = (row: 'NEW' | 'OLD', table: 'entries' | 'former_entries' = 'entries') =>
  `EXISTS (SELECT 1 FROM ${table} WHERE kind = 'ProtocolAttached' AND instr(bytes, CAST(${row}.hash AS BLOB)) > 0)`;

/**
 * Files that the log names by their hash, in rows of MEDIA_PART_BYTES. Their bytes come before the entry that
 * attaches them; once it is there, they are as fixed as the log. Until then they may be cleared away.
 */
export const MEDIA_SCHEMA = `
  CREATE TABLE IF NOT EXISTS media (
    hash TEXT NOT NULL,
    part INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (hash, part)
  );
  CREATE TRIGGER IF NOT EXISTS media_are_never_changed BEFORE UPDATE ON media
    BEGIN SELECT RAISE(ABORT, 'media are never changed'); END;
  CREATE TRIGGER IF NOT EXISTS attached_media_are_never_deleted BEFORE DELETE ON media
    WHEN ${isAttached('OLD')}
    BEGIN SELECT RAISE(ABORT, 'attached media are never deleted'); END;
  CREATE TRIGGER IF NOT EXISTS media_only_follow BEFORE INSERT ON media
    WHEN NEW.part IS NOT (SELECT COALESCE(MAX(part), -1) + 1 FROM media WHERE hash = NEW.hash)
      OR ${isAttached('NEW')}
    BEGIN SELECT RAISE(ABORT, 'media are never replaced, left out or added to'); END;
`;

/** The same where a closed log that is carried names the file. */
export const FORMER_MEDIA_SCHEMA = `
  CREATE TRIGGER former_media_are_never_deleted BEFORE DELETE ON media
    WHEN ${isAttached('OLD', 'former_entries')}
    BEGIN SELECT RAISE(ABORT, 'attached media are never deleted'); END;
  CREATE TRIGGER former_media_are_never_added_to BEFORE INSERT ON media
    WHEN ${isAttached('NEW', 'former_entries')}
    BEGIN SELECT RAISE(ABORT, 'media are never replaced, left out or added to'); END;
`;

/** Files by the hash that they are stored under, with the one that their bytes have now; believes nothing. */
export function hashStoredMedia(db: Database): ReadonlyMap<string, string> {
  const table = db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'media'");
  // Files of earlier versions have none until they are next opened.
  if (table.get() === undefined) return new Map();
  const hashes = new Map<string, ReturnType<typeof createHash>>();
  const rows = db.prepare<[], { readonly hash: unknown; readonly bytes: unknown }>(
    'SELECT hash, bytes FROM media ORDER BY hash, part',
  );
  for (const { hash, bytes } of rows.iterate()) {
    const name = String(hash);
    const running = hashes.get(name) ?? createHash('sha256');
    running.update(Buffer.isBuffer(bytes) ? bytes : String(bytes));
    hashes.set(name, running);
  }
  return new Map([...hashes].map(([name, running]) => [name, running.digest('hex')]));
}
