import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { logOpenedBody } from '../../../shared/domain/log/entry.ts';
import { copyWhileOpen } from '../../../test/builders/copy-while-open.ts';
import {
  createdEvent,
  draft,
  following,
  OPEN_OPTIONS,
  openedEvent,
} from '../../../test/builders/event-file-builder.ts';
import { EVENT } from '../../../test/builders/log-of-forty.ts';
import { temporaryFolder } from '../../../test/builders/temporary-folder.ts';
import { demandDurability, findWeakness } from './durability.ts';
import { createEventFile } from './open-event-file.ts';

function newPath(): string {
  return join(temporaryFolder(), 'event.leitai');
}

describe('an event file', () => {
  test('given a new event, when it is created, then it has its first entries and nothing else lies beside it', () => {
    const path = newPath();
    const { file, entries, notices } = createdEvent(path);
    expect(entries).toMatchObject([{ n: 0, kind: 'LogOpened', body: logOpenedBody(EVENT, '0.1.0', '1') }]);
    expect(notices).toStrictEqual([]);
    expect(file.head).toMatchObject({ n: 0 });
    file.close();
    expect(readdirSync(join(path, '..'))).toStrictEqual(['event.leitai']);
  });

  test('given an event of that name, when one is created, then it is refused and stays', () => {
    const path = newPath();
    createdEvent(path).file.close();
    expect(createEventFile(path, [draft('LogOpened')], OPEN_OPTIONS)).toStrictEqual({
      ok: false,
      error: { code: 'exists' },
    });
    expect(openedEvent(path).entries).toHaveLength(1);
  });

  test('given batches were appended, when it is closed and reopened, then every entry comes back in order', () => {
    const path = newPath();
    const { file } = createdEvent(path);
    file.appendBatch(following(file, ['A', 'B']));
    file.appendBatch(following(file, ['C']));
    file.close();

    const reopened = openedEvent(path);
    expect(reopened.entries.map(({ n, kind }) => [n, kind])).toStrictEqual([
      [0, 'LogOpened'],
      [1, 'A'],
      [2, 'B'],
      [3, 'C'],
    ]);
    expect(reopened.file.head).toStrictEqual(file.head);
    expect([...reopened.file.readEntries(2)].map(({ kind }) => kind)).toStrictEqual(['B', 'C']);
    reopened.file.close();
  });

  test('given the host died, when it is reopened, then its -wal is taken in and noticed', () => {
    const path = newPath();
    const { file } = createdEvent(path);
    file.appendBatch(following(file, ['A', 'B']));
    const copy = newPath();
    copyWhileOpen(path, copy);
    copyWhileOpen(`${path}-wal`, `${copy}-wal`);
    file.close();

    const { entries, notices } = openedEvent(copy);
    expect(entries.map(({ kind }) => kind)).toStrictEqual(['LogOpened', 'A', 'B']);
    expect(notices).toMatchObject([{ code: 'recovered-wal' }]);
  });

  test('given entries that do not follow the head, when appended, then it is a fault and nothing is stored', () => {
    const { file } = createdEvent(newPath());
    const [first, second] = following(file, ['A', 'B']);
    expect(() => file.appendBatch([second!])).toThrow('does not follow');
    expect(() => file.appendBatch([first!, first!])).toThrow('does not follow');
    expect([...file.readEntries()]).toHaveLength(1);
    file.appendBatch([first!, second!]);
    expect(file.head).toMatchObject({ n: 2 });
    file.close();
  });

  test.each([
    "UPDATE entries SET kind = 'x'",
    'DELETE FROM entries',
    "INSERT OR REPLACE INTO entries SELECT 0, bytes, hash, prev, wall, mono, boot, 'x' FROM entries",
  ])('given someone opens it with SQLite, when they run %s, then a trigger refuses', (sql) => {
    const path = newPath();
    createdEvent(path).file.close();
    const db = new Database(path);
    expect(() => db.exec(sql)).toThrow(/never/);
    db.close();
  });

  test('given settings and cards, when changed, then they are read back after reopening', () => {
    const path = newPath();
    const { file } = createdEvent(path);
    expect(file.settings()).toStrictEqual({ port: null, address: null, origins: [], cardsPrinted: false });
    file.changeSettings({ port: 7311, origins: ['http://10.0.0.2:7311'], cardsPrinted: true });
    file.putPairingCards([
      { seat: 'A2', secret: 'ff', code: 'K', spent: false },
      { seat: 'A1', secret: 'ee', code: 'L', spent: false },
    ]);
    expect(file.spendPairingCard('A1')).toBe(true);
    expect(file.spendPairingCard('A1')).toBe(false);
    file.putPairingCards([{ seat: 'A2', secret: '00', code: 'M', spent: false }]);
    file.close();

    const reopened = openedEvent(path).file;
    expect(reopened.settings()).toStrictEqual({
      port: 7311,
      address: null,
      origins: ['http://10.0.0.2:7311'],
      cardsPrinted: true,
    });
    expect(reopened.pairingCards()).toStrictEqual([
      { seat: 'A1', secret: 'ee', code: 'L', spent: true },
      { seat: 'A2', secret: '00', code: 'M', spent: false },
    ]);
    reopened.removePairingCard('A2');
    expect(reopened.pairingCards().map(({ seat }) => seat)).toStrictEqual(['A1']);
    reopened.close();
  });

  test('given it is open and appended to, when a copy is saved, then the copy is whole and opens without notice', async () => {
    const path = newPath();
    const { file } = createdEvent(path);
    file.appendBatch(following(file, ['A']));
    const copy = newPath();
    const saving = file.saveCopy(copy);
    file.appendBatch(following(file, ['B']));
    await saving;
    file.appendBatch(following(file, ['C']));
    expect(readdirSync(join(copy, '..'))).toStrictEqual(['event.leitai']);

    const { entries, notices } = openedEvent(copy);
    expect(entries.slice(0, 2).map(({ kind }) => kind)).toStrictEqual(['LogOpened', 'A']);
    expect(notices).toStrictEqual([]);
    file.close();
  });

  test('given entries in the -wal, when checkpointed, then the file alone holds them', () => {
    const path = newPath();
    const { file } = createdEvent(path);
    file.appendBatch(following(file, ['A']));
    file.checkpoint();
    const copy = newPath();
    copyWhileOpen(path, copy);
    const { entries, notices } = openedEvent(copy);
    expect(entries).toHaveLength(2);
    expect(notices).toStrictEqual([{ code: 'missing-wal' }]);
    file.close();
    file.close();
    expect(existsSync(`${path}-wal`)).toBe(false);
  });
});

describe('durability', () => {
  test('given a connection on which it was demanded, when a write is committed, then nothing is weaker', () => {
    const db = new Database(newPath());
    demandDurability(db);
    db.exec('CREATE TABLE t (x)');
    expect(findWeakness(db)).toBeNull();
    db.close();
  });

  test('given a connection as better-sqlite3 opens it, when a write is committed in WAL mode, then the weakness is found', () => {
    const db = new Database(newPath());
    db.pragma('locking_mode = EXCLUSIVE');
    db.pragma('journal_mode = WAL');
    db.exec('CREATE TABLE t (x)');
    expect(findWeakness(db)).toBe('synchronous is 1 instead of 2');
    db.close();
  });

  test('given a connection without the exclusive lock, when asked, then the weakness is found', () => {
    const db = new Database(newPath());
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.exec('CREATE TABLE t (x)');
    expect(findWeakness(db)).toBe('locking_mode is normal instead of exclusive');
    db.close();
  });
});
