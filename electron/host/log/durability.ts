import type { Database } from 'better-sqlite3';

const FULL = 2;

/**
 * Must be the first thing done with a connection: EXCLUSIVE counts only if set before the first access
 * in WAL mode, and better-sqlite3 is built with NORMAL as the default for WAL, which loses
 * acknowledged commits in a power cut.
 */
export function demandDurability(db: Database): void {
  db.pragma('locking_mode = EXCLUSIVE');
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  if (process.platform === 'darwin') {
    db.pragma('fullfsync = 1');
    db.pragma('checkpoint_fullfsync = 1');
  }
}

/**
 * What is not as demanded, or null. To be asked after the first committed write: before it, a fresh
 * WAL file still reports FULL and then falls to NORMAL.
 */
export function findWeakness(db: Database): string | null {
  const expected: Record<string, unknown> = {
    locking_mode: 'exclusive',
    journal_mode: 'wal',
    synchronous: FULL,
  };
  if (process.platform === 'darwin') expected.fullfsync = 1;
  for (const [name, value] of Object.entries(expected)) {
    const actual = db.pragma(name, { simple: true });
    if (actual !== value) return `${name} is ${String(actual)} instead of ${String(value)}`;
  }
  return null;
}
