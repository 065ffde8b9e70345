import { FORMER_MEDIA_SCHEMA, MEDIA_SCHEMA } from './media.ts';

/** Marks a SQLite file as an event of this program ("LEIT"). */
export const APPLICATION_ID = 0x4c454954;

/** Version of the tables below. */
const FIRST_FORMAT = 1;

/** Version of the tables of a superseding file, the highest there is; a higher one was written by a newer program. */
export const FILE_FORMAT = 2;

/**
 * `entries` only ever grows, and so do the `media` that it names; the other two tables hold what may change and isn't
 * part of the record.
 */
export const SCHEMA = `
  PRAGMA application_id = ${APPLICATION_ID};
  PRAGMA user_version = ${FIRST_FORMAT};
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

/**
 * What a superseding file has besides: the closed logs it goes on from, each row and copy as it was stored there. They
 * are put in before the file's own first entry, and never after it.
 */
export const FORMER_SCHEMA = `
  PRAGMA user_version = ${FILE_FORMAT};
  CREATE TABLE former_entries (
    version INTEGER NOT NULL,
    n INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    hash TEXT NOT NULL,
    prev TEXT NOT NULL,
    wall INTEGER NOT NULL,
    mono INTEGER NOT NULL,
    boot TEXT NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (version, n)
  );
  CREATE TRIGGER former_entries_are_never_changed BEFORE UPDATE ON former_entries
    BEGIN SELECT RAISE(ABORT, 'entries of a closed log are never changed'); END;
  CREATE TRIGGER former_entries_are_never_deleted BEFORE DELETE ON former_entries
    BEGIN SELECT RAISE(ABORT, 'entries of a closed log are never deleted'); END;
  CREATE TRIGGER former_entries_come_first BEFORE INSERT ON former_entries
    WHEN EXISTS (SELECT 1 FROM entries)
    BEGIN SELECT RAISE(ABORT, 'entries of a closed log are never added'); END;
  ${FORMER_MEDIA_SCHEMA}
`;
