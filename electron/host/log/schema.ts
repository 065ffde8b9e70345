import { MEDIA_SCHEMA } from './media.ts';

/** Marks a SQLite file as an event of this program ("LEIT"). */
export const APPLICATION_ID = 0x4c454954;

/** Version of the tables below; a file with a higher one was written by a newer program. */
export const FILE_FORMAT = 1;

/**
 * `entries` only ever grows, and so do the `media` that it names; the other two tables hold what may change and isn't
 * part of the record.
 */
export const SCHEMA = `
  PRAGMA application_id = ${APPLICATION_ID};
  PRAGMA user_version = ${FILE_FORMAT};
  CREATE TABLE entries (
    n INTEGER PRIMARY KEY,
    bytes BLOB NOT NULL,
    hash TEXT NOT NULL,
    prev TEXT NOT NULL,
    wall INTEGER NOT NULL,
    mono INTEGER NOT NULL,
    boot TEXT NOT NULL,
    kind TEXT NOT NULL
  );
  CREATE TRIGGER entries_are_never_changed BEFORE UPDATE ON entries
    BEGIN SELECT RAISE(ABORT, 'log entries are never changed'); END;
  CREATE TRIGGER entries_are_never_deleted BEFORE DELETE ON entries
    BEGIN SELECT RAISE(ABORT, 'log entries are never deleted'); END;
  CREATE TRIGGER entries_only_follow BEFORE INSERT ON entries
    WHEN NEW.n IS NOT (SELECT COALESCE(MAX(n), -1) + 1 FROM entries)
    BEGIN SELECT RAISE(ABORT, 'log entries are never replaced or left out'); END;
  CREATE TABLE pairing (
    seat TEXT PRIMARY KEY,
    secret TEXT NOT NULL,
    code TEXT NOT NULL,
    spent INTEGER NOT NULL DEFAULT 0
  ) WITHOUT ROWID;
  CREATE TABLE settings (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) WITHOUT ROWID;
  ${MEDIA_SCHEMA}
`;
