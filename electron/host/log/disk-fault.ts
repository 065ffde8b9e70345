import Database from 'better-sqlite3';

/** The disk refused: full, failing, gone or write-protected. Nothing of the attempted write is visible. */
export class DiskFault extends Error {
  override readonly name = 'DiskFault';
  /** SQLite's code (SQLITE_FULL, SQLITE_IOERR_FSYNC …). */
  readonly code: string;

  constructor(code: string, cause: unknown) {
    super(`the event file can't be written (${code})`, { cause });
    this.code = code;
  }
}

const DISK_CODES = /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|CORRUPT|BUSY|PERM|NOTADB)/;

/** Turns SQLite's report of a failing disk into a DiskFault; anything else is our bug and stays as it is. */
export function asDiskFault(fault: unknown): unknown {
  return fault instanceof Database.SqliteError && DISK_CODES.test(fault.code)
    ? new DiskFault(fault.code, fault)
    : fault;
}
