import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { versionNumber } from '../../shared/domain/event-version.ts';
import { signatureRules } from '../../shared/domain/log/signature-rules.ts';
import { verifyLog } from '../../shared/domain/log/verify.ts';
import { closedContest, contestFile, signedBallot } from '../../test/builders/closed-contest.ts';
import { aFakeClock } from '../../test/builders/fake-clock.ts';
import { count, jump, lock, type Order, release, reopen } from '../../test/builders/orders.ts';
import { temporaryFolder } from '../../test/builders/temporary-folder.ts';
import { openSession, type SessionError } from './event-session.ts';
import { HeadKeeper } from './head-keeper.ts';
import { verifySignature } from './log/ed25519.ts';
import { examineEventFile } from './log/examine-event-file.ts';
import { sha256 } from './log/hashing.ts';
import { readHead, writeHead } from './log/heads.ts';
import { loadHostKey } from './log/host-key.ts';
import { versionPath } from './next-version.ts';
import { openingLines } from './words/opening-words.ts';

const wish = { orderedBy: '组委会主任', reason: '第二席的分录错' };
const bytes = Buffer.from('a photo of the signed protocol');
const photo = { bytes, hash: createHash('sha256').update(bytes).digest('hex') };

/** The file of the second version of a closed event, closed; and what was there before. */
async function secondVersion() {
  const first = await closedContest(undefined, photo);
  const { file } = first.session;
  const before = {
    state: first.stateNow(),
    head: file.head!,
    settings: file.settings(),
    cards: file.pairingCards(),
  };
  expect(first.nextVersion.make(wish)).toEqual({ kind: 'accepted', entry: null });
  first.close();
  const path = versionPath(file.path, 2);
  expect(first.goneOnWith).toEqual([path]);
  return { path, before, firstPath: file.path, data: join(dirname(path), 'data') };
}

function verified(path: string) {
  const examined = examineEventFile(path, undefined, 'log-and-media');
  if (!examined.ok) throw new Error(examined.error.code);
  const { rows, former, media } = examined.value;
  return verifyLog(
    rows,
    { heads: [], former, hostKeys: null, rules: signatureRules, media, sha256 },
    verifySignature,
  );
}

function refusalOf(path: string): SessionError {
  const data = join(dirname(path), 'data');
  const opened = openSession({ path, address: '', data, key: loadHostKey(data), clock: aFakeClock() }, () => {
    throw new Error('it was made anew');
  });
  if (!opened.ok) return opened.error;
  opened.value.file.close();
  throw new Error('it was opened');
}

function tamper(path: string, sql: string): void {
  const db = new Database(path);
  db.exec(`DROP TRIGGER former_entries_are_never_changed; DROP TRIGGER former_entries_are_never_deleted;
    DROP TRIGGER former_entries_come_first; ${sql}`);
  db.close();
}

describe('EVENT-4: the file of a superseding version', () => {
  test('given a closed event, when its next version is made, then it lies beside it, goes on from its state, and the closed file is as it was', async () => {
    const { path, before, firstPath, data } = await secondVersion();
    const untouched = readFileSync(firstPath);
    const second = contestFile(path, data);
    const state = second.stateNow();
    expect(state).toMatchObject({ phase: 'live', versions: [{ version: 2, ...wish }] });
    expect(state.versions[0]?.supersedes).toEqual({ event: state.definition.id, version: 1, ...before.head });
    expect({ ...state, phase: 'closed', versions: [], changes: [], lastEntry: 0 }).toEqual({
      ...before.state,
      changes: [],
      lastEntry: 0,
    });
    expect(second.session.file.settings()).toEqual(before.settings);
    expect(second.session.file.pairingCards()).toEqual(before.cards);
    expect(second.session.file.readMedia(photo.hash)).toEqual(photo.bytes);
    const [opening, opened] = [...second.session.file.readEntries()];
    expect(opening).toMatchObject({
      n: 0,
      kind: 'LogOpened',
      body: { version: 2, supersedes: { event: state.definition.id, version: 1, ...before.head }, ...wish },
    });
    expect(opened).toMatchObject({ n: 1, kind: 'VersionOpened', body: wish });
    second.close();
    expect(readFileSync(firstPath)).toEqual(untouched);
  });

  test('given an event that isn’t closed, or a file of that name, or a version known here without its file, then none is made', async () => {
    const open = contestFile(join(temporaryFolder(), 'event.leitai'));
    expect(open.nextVersion.view()).toBeNull();
    expect(open.nextVersion.make(wish)).toMatchObject({ refusal: { code: 'event-not-closed' } });
    const closed = await closedContest();
    const { file } = closed.session;
    const path = versionPath(file.path, 2);
    expect(closed.nextVersion.view()).toEqual({ file: 'event.v2.leitai', isThere: false, isNoted: false });
    expect(closed.nextVersion.open()).toMatchObject({ refusal: { code: 'version-nowhere' } });
    writeFileSync(path, 'something of somebody');
    expect(closed.nextVersion.make(wish)).toMatchObject({ refusal: { code: 'version-there' } });
    expect(readFileSync(path, 'utf8')).toBe('something of somebody');
    rmSync(path);
    const data = join(dirname(path), 'data');
    writeHead(data, closed.stateNow().definition.id, { n: 9, hash: 'a'.repeat(64) }, 2);
    expect(closed.nextVersion.view()).toMatchObject({ isThere: false, isNoted: true });
    expect(closed.nextVersion.make(wish)).toMatchObject({ refusal: { code: 'version-noted' } });
    expect(existsSync(path)).toBe(false);
    expect(closed.goneOnWith).toEqual([]);
  });

  test('given a version that was made, then its end is noted beside that of the closed log, and it can be opened from there again', async () => {
    const { path, before, data, firstPath } = await secondVersion();
    const event = before.state.definition.id;
    expect(readHead(data, event, 2)).toMatchObject({ n: 1 });
    expect(readHead(data, event)).toBeNull();
    const first = contestFile(firstPath, data);
    expect(first.nextVersion.view()).toEqual({ file: 'event.v2.leitai', isThere: true, isNoted: true });
    expect(first.nextVersion.open()).toEqual({ kind: 'accepted', entry: null });
    expect(first.goneOnWith).toEqual([path]);
  });
});

/** A second version of one closed event made on each of two machines: its files, and where each keeps its notes. */
async function versionsOfTwoMachines() {
  const here = await closedContest();
  here.close();
  const there = join(temporaryFolder(), 'event.leitai');
  copyFileSync(here.session.file.path, there);
  for (const [path, reason] of [
    [here.session.file.path, '第二席的分录错'],
    [there, '总分加错'],
  ] as const) {
    const closed = contestFile(path);
    expect(closed.nextVersion.make({ ...wish, reason })).toEqual({ kind: 'accepted', entry: null });
    closed.close();
  }
  return { here: versionPath(here.session.file.path, 2), there: versionPath(there, 2) };
}

/** Runs the event of a file, so that its end is noted as a host does; `orders` go on with it. */
async function runOnce(path: string, ...orders: readonly Order[]): Promise<void> {
  const data = join(dirname(path), 'data');
  const contest = contestFile(path, data);
  await contest.order(...orders);
  const { placed, file } = contest.session;
  const event = contest.stateNow().definition.id;
  new HeadKeeper(
    data,
    { event, version: versionNumber(contest.stateNow()), first: placed[0]?.hash ?? null },
    () => file.head!,
    (where) => {
      throw new Error(where);
    },
  ).note();
  contest.close();
}

describe('EVENT-6: a forked version', () => {
  const corrected: readonly Order[] = [reopen('u1')];
  test.each([
    { length: 'as long', own: [], other: [] },
    { length: 'longer', own: [], other: corrected },
    { length: 'shorter', own: corrected, other: [] },
  ])(
    'given the other machine’s file is $length, when it is opened here, then it is refused as a fork, in words, and was left as it was',
    async ({ own, other }) => {
      const { here, there } = await versionsOfTwoMachines();
      await runOnce(here, ...own);
      await runOnce(there, ...other);
      const written = readFileSync(here);
      copyFileSync(there, here);
      const error = refusalOf(here);
      expect(error).toMatchObject({ code: 'fork', at: { version: 2 } });
      expect(readFileSync(here)).toEqual(readFileSync(there));
      expect(openingLines(here, error, 'en').join(' ')).toMatch(/two forks of one event.*npm run verify -- /);
      writeFileSync(here, written);
      expect(contestFile(here).stateNow().versions).toMatchObject([{ reason: '第二席的分录错' }]);
    },
  );

  test('given it lies where the version of this machine was, when the console goes on with it, then it is refused as a fork and the closed event stays', async () => {
    const { here, there } = await versionsOfTwoMachines();
    copyFileSync(there, here);
    const closed = contestFile(join(dirname(here), 'event.leitai'));
    expect(closed.nextVersion.open()).toMatchObject({ refusal: { code: 'version-fork' } });
    expect(closed.goneOnWith).toEqual([]);
  });

  test('given the carried log is another one than this machine noted, when opened, then that log is the fork', async () => {
    const { here } = await versionsOfTwoMachines();
    const data = join(dirname(here), 'data');
    const contest = contestFile(here);
    const event = contest.stateNow().definition.id;
    contest.close();
    writeHead(data, event, { n: 400, hash: 'b'.repeat(64) });
    expect(refusalOf(here)).toMatchObject({ code: 'fork', at: { version: 1, n: 400 }, found: null });
  });
});

describe('EVENT-6: what a superseding file carries', () => {
  test('given the second version corrected and closed, when the third is made, then each log is carried, verified and replayed', async () => {
    const { path, data } = await secondVersion();
    const second = contestFile(path, data);
    await second.order(
      reopen('u1'),
      signedBallot('A1', ['10', '10']),
      lock('u1'),
      count(),
      jump('release'),
      release('all'),
      { kind: 'CloseEvent' },
    );
    const state = second.stateNow();
    const secondHead = second.session.file.head!;
    expect(second.nextVersion.make({ ...wish, reason: 'again' })).toMatchObject({ kind: 'accepted' });
    second.close();
    const reopened = contestFile(path, data);
    expect(reopened.stateNow()).toEqual(state);
    reopened.close();
    expect(verified(path)).toMatchObject({
      findings: [],
      status: { kind: 'sealed' },
      version: { order: { version: 2 }, former: [{ version: 1, isIntact: true }] },
    });
    const thirdPath = versionPath(path, 3);
    expect(thirdPath).toBe(join(dirname(path), 'event.v3.leitai'));
    const third = contestFile(thirdPath, data);
    expect(third.stateNow().versions).toMatchObject([{ version: 2 }, { version: 3, reason: 'again' }]);
    expect(third.stateNow().result).toEqual(state.result);
    expect(third.session.file.readFormer().map(({ version, rows }) => [version, rows.length])).toEqual([
      [1, third.stateNow().versions[0]!.supersedes.n + 1],
      [2, secondHead.n + 1],
    ]);
    third.close();
    const report = verified(thirdPath);
    expect(report.findings).toEqual([]);
    expect(report.version?.former).toMatchObject([
      { version: 1, isIntact: true },
      { version: 2, isIntact: true, head: secondHead },
    ]);
  });

  test.each([
    [
      'a byte of a carried entry',
      'UPDATE former_entries SET bytes = CAST(replace(CAST(bytes AS TEXT), \'"c1":"50"\', \'"c1":"60"\') AS BLOB) WHERE version = 1 AND kind = \'BallotStored\' AND n = 10',
      [{ code: 'altered', n: 10, version: 1 }],
    ],
    [
      'a copy beside it',
      'UPDATE former_entries SET wall = 1 WHERE n = 7',
      [{ code: 'column-differs', n: 7 }],
    ],
    ['its place', 'DELETE FROM former_entries WHERE n = 7', [{ code: 'missing', n: 7, version: 1 }]],
    ['its end', 'DELETE FROM former_entries WHERE n > 12', [{ code: 'truncated', n: 13, version: 1 }]],
    ['all of it', 'DELETE FROM former_entries', [{ code: 'truncated', n: 0, version: 1 }]],
    [
      'a log of a version that nothing supersedes',
      'INSERT INTO former_entries SELECT 7, n, bytes, hash, prev, wall, mono, boot, kind FROM former_entries',
      [{ code: 'former-stray', n: 0, version: 7 }],
    ],
  ])(
    'given someone changed %s, then the file is refused as it is, and verify names it',
    async (_, sql, named) => {
      const { path } = await secondVersion();
      tamper(path, sql);
      const before = readFileSync(path);
      expect(refusalOf(path)).toMatchObject({ code: 'damaged', findings: named });
      expect(verified(path).findings[0]).toMatchObject(named[0]!);
      expect(verified(path).version?.former[0]?.isIntact ?? true).toBe(
        named.some((found) => 'version' in found && found.version === 7),
      );
      expect(readFileSync(path)).toEqual(before);
    },
  );

  test('given a carried log written anew to its end, then the head in line 0 gives it away', async () => {
    const { path } = await secondVersion();
    tamper(
      path,
      "UPDATE former_entries SET bytes = CAST(replace(CAST(bytes AS TEXT), 'EventClosed', 'EventClosee') AS BLOB) WHERE kind = 'EventClosed'; UPDATE former_entries SET kind = 'EventClosee' WHERE kind = 'EventClosed'",
    );
    expect(verified(path).findings.map(({ version }) => version)).toContain(1);
    expect(refusalOf(path)).toMatchObject({ code: 'damaged' });
  });

  test('given a superseding file, then SQLite itself lets no carried entry be changed, deleted or added', async () => {
    const { path } = await secondVersion();
    const db = new Database(path);
    for (const sql of [
      'UPDATE former_entries SET wall = 1',
      'DELETE FROM former_entries',
      "INSERT INTO former_entries VALUES (1, 9999, x'00', '', '', 0, 0, '', '')",
      `DELETE FROM media WHERE hash = '${photo.hash}'`,
    ])
      expect(() => db.exec(sql)).toThrow(/never/);
    db.close();
  });
});
