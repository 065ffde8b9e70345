import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** A bare table, as durable as an event's log. */
export type BareTable = {
  /** Writes the text so many times in one durable transaction. Returns ms. */
  readonly write: (text: string, times: number) => number;
  readonly close: () => void;
};

export function openBareTable(): BareTable {
  const folder = mkdtempSync(join(tmpdir(), 'leitai-bench-'));
  const db = new Database(join(folder, 'bare.db'));
  for (const pragma of ['locking_mode=EXCLUSIVE', 'journal_mode=WAL', 'synchronous=FULL']) db.pragma(pragma);
  db.exec('CREATE TABLE entries (n INTEGER PRIMARY KEY, bytes BLOB)');
  const insert = db.prepare('INSERT INTO entries (bytes) VALUES (?)');
  const write = db.transaction((text: string, times: number) => {
    for (let time = 0; time < times; time += 1) insert.run(text);
  });
  return {
    write: (text, times) => {
      const from = performance.now();
      write(text, times);
      return performance.now() - from;
    },
    close: () => {
      db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
