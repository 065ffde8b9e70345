import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Head } from '../../../shared/domain/log/entry.ts';
import { copyWhileOpen } from '../../../test/builders/copy-while-open.ts';
import {
  createdEvent,
  following,
  OPEN_OPTIONS,
  openedEvent,
} from '../../../test/builders/event-file-builder.ts';
import { fingerprint } from '../../../test/builders/fingerprint.ts';
import { temporaryFolder } from '../../../test/builders/temporary-folder.ts';
import { hostMarkPath } from './host-mark.ts';
import { type OpenError, type OpenOptions, openEventFile } from './open-event-file.ts';

function newPath(): string {
  return join(temporaryFolder(), 'event.leitai');
}

/** A closed event with five entries. */
function closedEvent(): { path: string; head: Head } {
  const path = newPath();
  const { file } = createdEvent(path);
  file.appendBatch(following(file, ['A', 'B', 'C', 'D']));
  const head = file.head!;
  file.close();
  return { path, head };
}

/** Opens a file that must be refused, and checks that neither it nor its folder was touched. */
function refusal(path: string, options: Partial<OpenOptions> = {}): OpenError {
  const before = fingerprint(dirname(path));
  const opened = openEventFile(path, { ...OPEN_OPTIONS, ...options });
  if (opened.ok) throw new Error('it was opened');
  expect(fingerprint(dirname(path))).toStrictEqual(before);
  return opened.error;
}

/** Changes the file with SQLite, as someone who knows it well would. */
function tamper(path: string, sql: string): void {
  const db = new Database(path);
  db.exec('DROP TRIGGER entries_are_never_changed; DROP TRIGGER entries_are_never_deleted;');
  db.exec(sql);
  db.close();
}

async function startHolder(path: string): Promise<{ process: ChildProcess; says: string }> {
  const holder = spawn(process.execPath, [
    join(import.meta.dirname, '../../../test/builders/host-that-holds.ts'),
    path,
  ]);
  onTestFinished(() => {
    holder.kill('SIGKILL');
  });
  let complaint = '';
  holder.stderr.on('data', (data) => {
    complaint += String(data);
  });
  const [data] = await Promise.race([once(holder.stdout, 'data'), once(holder, 'exit')]);
  const says = String(data).trim();
  if (!says.startsWith('holding') && !says.startsWith('{')) throw new Error(complaint);
  return { process: holder, says };
}

describe('what is refused, and left exactly as it was', () => {
  test('given no file, when opened, then it is not found', () => {
    expect(openEventFile(newPath(), OPEN_OPTIONS)).toStrictEqual({ ok: false, error: { code: 'not-found' } });
  });

  test.each([
    ['an empty file', ''],
    ['a text', 'not a database, but longer than a header '.repeat(9)],
  ])('given %s, when opened, then it is foreign', (_, content) => {
    const path = newPath();
    writeFileSync(path, content);
    expect(refusal(path)).toStrictEqual({ code: 'foreign', what: 'not-sqlite' });
  });

  test("given another program's SQLite file with a -wal, when opened, then it is foreign", () => {
    const path = newPath();
    const other = new Database(path);
    other.pragma('journal_mode = WAL');
    other.exec('CREATE TABLE t (x); INSERT INTO t VALUES (1)');
    const copy = newPath();
    copyWhileOpen(path, copy);
    copyWhileOpen(`${path}-wal`, `${copy}-wal`);
    other.close();
    expect(refusal(copy)).toStrictEqual({ code: 'foreign', what: 'other-program' });
  });

  test('given a file of a newer format, when opened, then its format is named', () => {
    const { path } = closedEvent();
    const db = new Database(path);
    db.pragma('user_version = 3');
    db.close();
    expect(refusal(path)).toStrictEqual({ code: 'newer-format', format: 3 });
  });

  test('given a file cut short, when opened, then it is unreadable', () => {
    const { path } = closedEvent();
    writeFileSync(path, readFileSync(path).subarray(0, 8_192));
    expect(refusal(path).code).toBe('unreadable');
  });

  test('given a page of the file is overwritten, when opened, then it is unreadable', () => {
    const { path } = closedEvent();
    const bytes = readFileSync(path);
    bytes.fill(0xa5, 4_096, 8_192);
    writeFileSync(path, bytes);
    expect(refusal(path).code).toBe('unreadable');
  });

  test('given a byte of an entry is flipped in the file, when opened, then the entry is named', () => {
    const { path } = closedEvent();
    const bytes = readFileSync(path);
    bytes[bytes.indexOf('"kind":"C"') + 8]! ^= 1;
    writeFileSync(path, bytes);
    expect(refusal(path)).toMatchObject({ code: 'damaged', findings: [{ code: 'altered', n: 3 }, { n: 3 }] });
  });

  test.each([
    ["UPDATE entries SET kind = 'x' WHERE n = 2", { code: 'column-differs', n: 2 }],
    ['DELETE FROM entries WHERE n = 2', { code: 'missing', n: 2 }],
    ["UPDATE entries SET bytes = 'text' WHERE n = 2", { code: 'bad-utf8', n: 2 }],
  ])('given someone ran %s, when opened, then the entry is named', (sql, finding) => {
    const { path } = closedEvent();
    tamper(path, sql);
    expect(refusal(path)).toMatchObject({
      code: 'damaged',
      findings: expect.arrayContaining([expect.objectContaining(finding)]),
    });
  });

  test('given the last entries were removed, when the head is known, then they are truncated', () => {
    const { path, head } = closedEvent();
    const withWal = newPath();
    copyFileSync(path, withWal);
    tamper(withWal, 'DELETE FROM entries WHERE n > 2');
    writeFileSync(`${withWal}-wal`, '');
    expect(refusal(withWal, { knownHeads: () => [head] })).toMatchObject({
      code: 'damaged',
      findings: [{ code: 'truncated', n: 3, through: 4 }],
    });
  });

  test('given the file was taken away without its -wal, when the head is known, then the -wal is missed', () => {
    const { path } = closedEvent();
    const { file } = openedEvent(path);
    file.appendBatch(following(file, ['E', 'F']));
    const copy = newPath();
    copyWhileOpen(path, copy);
    const head = file.head!;
    file.close();
    expect(refusal(copy, { knownHeads: () => [head] })).toStrictEqual({
      code: 'missing-wal',
      lastEntry: 4,
      knownHead: head,
    });
    expect(openedEvent(copy).notices).toStrictEqual([{ code: 'missing-wal' }]);
  });

  test('EVENT-6: given a known head says another hash, when opened, then it is a fork, and the entry is named', () => {
    const { path, head } = closedEvent();
    const asked: (string | null)[] = [];
    const knownHeads = (event: string | null) => {
      asked.push(event);
      return [{ n: head.n, hash: 'e'.repeat(64) }];
    };
    expect(refusal(path, { knownHeads })).toStrictEqual({
      code: 'fork',
      at: { version: 1, n: 4 },
      noted: 'e'.repeat(64),
      found: head.hash,
    });
    expect(new Set(asked)).toStrictEqual(new Set(['event-of-forty']));
  });

  test('given a folder on a network share, when an event is opened there, then the share is named', () => {
    const { path } = closedEvent();
    const mounts = `/dev/vda / ext4 rw 0 0\nserver:/events ${dirname(path)} nfs4 rw 0 0`;
    expect(refusal(path, { mounts })).toMatchObject({ code: 'network-share', share: 'server:/events' });
  });

  test('given a synced folder, when an event is opened there, then the service is named', () => {
    const { path } = closedEvent();
    const synced = join(dirname(path), '坚果云', basename(path));
    mkdirSync(dirname(synced));
    copyFileSync(path, synced);
    expect(refusal(synced)).toMatchObject({ code: 'synced-folder', service: '坚果云' });
  });
});

describe('one host at a time', () => {
  test('given this process has the event open, when opened again, then it is refused and stays locked for others', async () => {
    const { path } = closedEvent();
    const { file } = openedEvent(path, { address: 'http://10.0.0.2:7311' });
    expect(refusal(path)).toStrictEqual({
      code: 'locked',
      pid: process.pid,
      address: 'http://10.0.0.2:7311',
    });
    expect((await startHolder(path)).says).toBe(
      JSON.stringify({ code: 'locked', pid: process.pid, address: 'http://10.0.0.2:7311' }),
    );
    file.appendBatch(following(file, ['E']));
    file.close();
    expect(existsSync(hostMarkPath(path))).toBe(false);
  });

  test('given another process has the event open, when opened, then it is refused and the process is named', async () => {
    const { path } = closedEvent();
    const holder = await startHolder(path);
    expect(refusal(path)).toStrictEqual({
      code: 'locked',
      pid: holder.process.pid,
      address: 'http://127.0.0.1:7311',
    });
  });

  test('given its mark was removed, when opened, then SQLite still keeps the second host out', async () => {
    const { path } = closedEvent();
    const holder = await startHolder(path);
    rmSync(hostMarkPath(path));
    expect(refusal(path)).toMatchObject({
      code: 'locked',
      pid: process.platform === 'linux' ? holder.process.pid : null,
    });
  });

  test('given the mark of a dead host bears the number of this process, when opened, then it opens', () => {
    const { path } = closedEvent();
    writeFileSync(
      hostMarkPath(path),
      JSON.stringify({ pid: process.pid, started: 1, boot: '', address: 'x' }),
    );
    openedEvent(path).file.close();
  });

  test('given the other process was killed, when opened, then its entries are there', async () => {
    const { path } = closedEvent();
    const holder = await startHolder(path);
    holder.process.kill('SIGKILL');
    await once(holder.process, 'exit');
    const { entries, notices, file } = openedEvent(path);
    expect(entries.at(-1)?.kind).toBe('FromTheHolder');
    expect(notices).toMatchObject([{ code: 'recovered-wal' }]);
    file.close();
    expect(readdirSync(dirname(path))).toStrictEqual(['event.leitai']);
  });
});

test('given twenty thousand entries, when opened, then the whole chain is verified within a generous limit', () => {
  const path = newPath();
  const { file } = createdEvent(path);
  const kinds = Array.from({ length: 500 }, (_, index) => `Kind${index}`);
  for (let batch = 0; batch < 40; batch += 1) file.appendBatch(following(file, kinds));
  const copy = newPath();
  copyWhileOpen(path, copy);
  copyWhileOpen(`${path}-wal`, `${copy}-wal`);
  file.close();

  const started = performance.now();
  expect(openedEvent(copy).entries).toHaveLength(20_001);
  expect(performance.now() - started).toBeLessThan(5_000);
});
