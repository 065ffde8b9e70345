import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { logOpenedBody } from '../../shared/domain/log/entry.ts';
import { closedContest } from '../../test/builders/closed-contest.ts';
import { createdEvent, following, OPEN_OPTIONS } from '../../test/builders/event-file-builder.ts';
import { fingerprint } from '../../test/builders/fingerprint.ts';
import { buildLogOfForty, EVENT, LogWriter } from '../../test/builders/log-of-forty.ts';
import { temporaryFolder } from '../../test/builders/temporary-folder.ts';
import { createVersionFile } from './log/create-version-file.ts';
import { writeHead } from './log/heads.ts';
import { loadHostKey } from './log/host-key.ts';
import { createEventFile } from './log/open-event-file.ts';
import { versionPath } from './next-version.ts';

const program = join(import.meta.dirname, 'verify.ts');

/** Runs the program as a user does, and checks that it leaves the file's folder as it was. */
function verify(path: string, ...args: readonly string[]): { code: number | null; lines: readonly string[] } {
  const before = fingerprint(dirname(path));
  const { status, stdout } = spawnSync(
    process.execPath,
    [program, path, '--data', join(temporaryFolder(), 'none'), ...args],
    { encoding: 'utf8' },
  );
  expect(fingerprint(dirname(path))).toStrictEqual(before);
  return { code: status, lines: stdout.trim().split('\n') };
}

/** A closed event of forty entries in a file, signed by the key of the given data folder. */
function fileOfForty(data = temporaryFolder()): { path: string; head: { n: number; hash: string } } {
  const linked = buildLogOfForty(loadHostKey(data));
  const path = join(temporaryFolder(), 'event.leitai');
  const created = createEventFile(
    path,
    linked.slice(0, 1).map(({ entry }) => entry),
    OPEN_OPTIONS,
  );
  if (!created.ok) throw new Error(created.error.code);
  const { file } = created.value;
  file.appendBatch(linked.slice(1));
  const head = file.head!;
  file.close();
  return { path, head };
}

function tamper(path: string, sql: string): void {
  const db = new Database(path);
  db.exec('DROP TRIGGER entries_are_never_changed; DROP TRIGGER entries_are_never_deleted;');
  db.exec(sql);
  db.close();
}

describe('npm run verify', () => {
  test('given a sealed event, when verified, then it says so and ends with 0', () => {
    const { path, head } = fileOfForty();
    const { code, lines } = verify(path);
    expect(code).toBe(0);
    expect(lines).toContain('entries: 40');
    expect(lines).toContain(`head: 39:${head.hash}`);
    expect(lines).toContainEqual(expect.stringContaining('sealed: the log is closed'));
  });

  test('given the data folder of the host that ran it, when verified, then its key is recognised', () => {
    const data = temporaryFolder();
    const { path } = fileOfForty(data);
    expect(verify(path, '--data', data).lines).toContainEqual(expect.stringContaining("this machine's key"));
    expect(verify(path).lines).toContainEqual(expect.stringContaining('not the key of this machine'));
  });

  test('given an open event, when no head is known, then its tail is not provable and it ends with 3', () => {
    const path = join(temporaryFolder(), 'event.leitai');
    const { file } = createdEvent(path);
    file.appendBatch(following(file, ['A']));
    file.close();
    const { code, lines } = verify(path);
    expect(code).toBe(3);
    expect(lines).toContainEqual(expect.stringContaining('unsealed: tail not provable'));
  });

  test('given an open event, when its head is given, then it is proven up to there and ends with 0', () => {
    const path = join(temporaryFolder(), 'event.leitai');
    const { file } = createdEvent(path);
    file.appendBatch(following(file, ['A']));
    const head = file.head!;
    file.close();
    expect(verify(path, '--head', `1:${head.hash}`)).toMatchObject({ code: 0 });
    expect(verify(path, '--head', `1:${'0'.repeat(64)}`)).toMatchObject({ code: 1 });
    const data = temporaryFolder();
    writeHead(data, EVENT, { n: 5, hash: '1'.repeat(64) });
    const { code, lines } = verify(path, '--data', data);
    expect(code).toBe(1);
    expect(lines[0]).toMatch(/^entries 2 to 5: truncated: .+ What to do: /);
  });

  test.each([
    [
      "UPDATE entries SET bytes = CAST(replace(CAST(bytes AS TEXT), 'round-', 'round+') AS BLOB) WHERE n = 20",
      /^entry 20: altered/,
    ],
    ['DELETE FROM entries WHERE n = 20', /^entry 20: missing/],
    [
      'UPDATE entries SET n = 100 WHERE n = 20; UPDATE entries SET n = 20 WHERE n = 21; UPDATE entries SET n = 21 WHERE n = 100',
      /^entry 20: swapped/,
    ],
    ['UPDATE entries SET wall = 1 WHERE n = 20', /^entry 20: column-differs/],
  ])(
    'given someone ran %s, when verified, then the entry stands in the first line and it ends with 1',
    (sql, line) => {
      const { path } = fileOfForty();
      tamper(path, sql);
      const { code, lines } = verify(path);
      expect(code).toBe(1);
      expect(lines[0]).toMatch(line);
    },
  );

  test.each([
    ['DELETE FROM entries WHERE n > 20', /^entries 21 to 39: truncated/],
    ['DELETE FROM entries WHERE n = 39', /^entry 39: truncated/],
  ])(
    'given someone ran %s, when a head is given, then the first line says so and it ends with 1',
    (sql, line) => {
      const { path, head } = fileOfForty();
      tamper(path, sql);
      expect(verify(path).code).toBe(3);
      const { code, lines } = verify(path, '--head', `39:${head.hash}`);
      expect(code).toBe(1);
      expect(lines[0]).toMatch(line);
    },
  );

  test('given a file that is no event, when verified, then it ends with 2', () => {
    const path = join(temporaryFolder(), 'event.leitai');
    writeFileSync(path, 'text');
    expect(verify(path)).toMatchObject({
      code: 2,
      lines: [expect.stringContaining('not an event file'), 'Check that it is the right file.'],
    });
    expect(verify(`${path}.none`).code).toBe(2);
  });

  test('given a running host that has just appended, when verified beside it, then its last entry is seen', async () => {
    const path = join(temporaryFolder(), 'event.leitai');
    createdEvent(path).file.close();
    const holder = spawn(process.execPath, [
      join(import.meta.dirname, '../../test/builders/host-that-holds.ts'),
      path,
    ]);
    onTestFinished(() => {
      holder.kill('SIGKILL');
    });
    await once(holder.stdout, 'data');
    const { lines } = verify(path);
    expect(lines).toContain('entries: 2');
    expect(lines).toContainEqual('result: nothing wrong was found');
  });

  test.each([
    ['zh-Hans', /^第 20 条（altered）：.*。怎么办：.*。$/, '末尾：39:', '结果：发现 2 处问题'],
    ['zh-Hant', /^第 20 條（altered）：.*。怎麼辦：.*。$/, '末尾：39:', '結果：發現 2 處問題'],
    ['en', /^entry 20: altered: .* What to do: .*\.$/, 'head: 39:', 'result: 2 findings'],
  ])(
    'given an altered entry, when verified in %s, then every line is in that language',
    (language, finding, head, result) => {
      const { path } = fileOfForty();
      tamper(
        path,
        "UPDATE entries SET bytes = CAST(replace(CAST(bytes AS TEXT), 'round-', 'round+') AS BLOB) WHERE n = 20",
      );
      const { code, lines } = verify(path, '--lang', language);
      expect(code).toBe(1);
      expect(lines[0]).toMatch(finding);
      expect(lines).toContainEqual(expect.stringMatching(`^${head}`));
      expect(lines.at(-1)).toBe(result);
      for (const line of lines.slice(1)) expect(/\p{Script=Han}/u.test(line)).toBe(language !== 'en');
    },
  );

  describe('of a superseding version', () => {
    /** The second version of a closed event alone in its folder, with the ends of both logs. */
    async function secondVersion() {
      const folder = temporaryFolder();
      const data = join(folder, 'data');
      mkdirSync(join(folder, 'first'));
      const firstPath = join(folder, 'first', 'event.leitai');
      const first = await closedContest(firstPath, null, data);
      const head = first.session.file.head!;
      first.nextVersion.make({ orderedBy: 'the chair', reason: 'a typo' });
      first.close();
      mkdirSync(join(folder, 'second'));
      const path = join(folder, 'second', 'event.v2.leitai');
      renameSync(versionPath(firstPath, 2), path);
      return { path, data, firstPath, head, at: `${head.n}:${head.hash}` };
    }

    test('given it is sound, when verified, then it says which version it is, of what, and that the old chain is intact', async () => {
      const { path, data, at, head, firstPath } = await secondVersion();
      const { code, lines } = verify(path);
      expect(code).toBe(3);
      expect(lines).toContain(
        `version: 2, supersedes version 1 (head ${at}); ordered by: the chair; reason: a typo`,
      );
      expect(lines).toContain(
        `the log of version 1 is in the file, intact and sealed: ${head.n + 1} entries`,
      );
      expect(lines).toContain('result: nothing wrong was found');
      expect(verify(path, '--data', data).lines).toContainEqual(
        expect.stringContaining('unsealed: nothing is missing up to entry 1;'),
      );
      expect(verify(firstPath, '--data', data).lines).toContainEqual(
        expect.stringContaining('this machine ran version 2'),
      );
    });

    test('given two versions of one closed log, when both files are verified, then it says that they fork, and where', async () => {
      const data = temporaryFolder();
      const firstPath = join(temporaryFolder(), 'event.leitai');
      const first = await closedContest(firstPath, null, data);
      const versions = temporaryFolder();
      const copies = ['one', 'other'].map((name) => {
        // Another machine has noted no version of this event.
        rmSync(join(data, 'heads'), { recursive: true, force: true });
        expect(first.nextVersion.make({ orderedBy: name, reason: 'a typo' })).toMatchObject({
          kind: 'accepted',
        });
        const copy = join(versions, `${name}.v2.leitai`);
        renameSync(versionPath(firstPath, 2), copy);
        return copy;
      });
      const [one = '', other = ''] = copies;
      first.session.file.close();
      const { code, lines } = verify(one, other);
      expect(code).toBe(1);
      const opened = lines.flatMap(
        (line) => /^hash of this version's first entry: (.+)$/.exec(line)?.[1] ?? [],
      );
      expect(new Set(opened).size).toBe(2);
      expect(lines).toContain(
        `comparison: the files fork at entry 0 of version 2: from there each has its own log (first: ${opened[0]}; second: ${opened[1]})`,
      );
      expect(verify(one, one).lines).toContain('comparison: both files hold the same log');
      const former = verify(firstPath, one);
      expect(former.code).toBe(3);
      expect(former.lines).toContain(
        'comparison: the second file is the other one gone on, from entry 0 of version 2',
      );
    });

    test('given the head that was written down under the first version, when verified, then it proves that one’s log', async () => {
      const { path, at, head } = await secondVersion();
      expect(verify(path, '--head', at)).toMatchObject({ code: 3 });
      const { code, lines } = verify(path, '--head', `${head.n}:${'0'.repeat(64)}`);
      expect(code).toBe(1);
      expect(lines[0]).toMatch(/^entries 2 to \d+: truncated/);
    });

    test('EVENT-9, given a first version that was closed without its monitor, when verified, then that is reported', () => {
      const key = loadHostKey(temporaryFolder());
      const log = new LogWriter();
      log.append('LogOpened', logOpenedBody(EVENT, '0.1.0', '1'));
      log.append('EventCreated', { definition: { scheme: { isMonitorRequired: true } } });
      log.append('EventClosed', { reason: 'the monitor had left' });
      log.appendCheckpoint(key);
      const folder = temporaryFolder();
      const [first, ...rest] = log.linked;
      const created = createEventFile(join(folder, 'event.leitai'), [first!.entry], OPEN_OPTIONS);
      if (!created.ok) throw new Error(created.error.code);
      const { file } = created.value;
      file.appendBatch(rest);
      const order = {
        version: 2,
        supersedes: { event: EVENT, version: 1, ...file.head! },
        orderedBy: 'the chair',
        reason: 'a typo',
      };
      const path = versionPath(file.path, 2);
      const opening = logOpenedBody(EVENT, '0.1.0', '1', order) as never;
      const drafts = [opening, order].map((body, index) => ({
        ...first!.entry,
        kind: index === 0 ? 'LogOpened' : 'VersionOpened',
        body,
      }));
      expect(createVersionFile(path, drafts, { file, version: 1, attached: [] }, OPEN_OPTIONS)).toMatchObject(
        { ok: true },
      );
      file.close();
      expect(verify(path).lines[0]).toBe(
        "note: entry 1/2 closed the event without the monitor's signature, for this reason: the monitor had left",
      );
    });

    test.each([
      ['en', /^log of version 1, entry 7: altered: /, 'the log of version 1 is not intact: see above'],
      ['zh-Hans', /^第 1 版的记录，第 7 条（altered）：/, '第 1 版的记录不完好，见上'],
      ['zh-Hant', /^第 1 版的記錄，第 7 條（altered）：/, '第 1 版的記錄不完好，見上'],
    ])(
      'given a carried entry was changed, when verified in %s, then its version and number are named',
      async (language, finding, report) => {
        const { path } = await secondVersion();
        const db = new Database(path);
        db.exec(`DROP TRIGGER former_entries_are_never_changed;
          UPDATE former_entries SET bytes = CAST(replace(CAST(bytes AS TEXT), '"wall":', '"wall":1') AS BLOB) WHERE n = 7`);
        db.close();
        const { code, lines } = verify(path, '--lang', language);
        expect(code).toBe(1);
        expect(lines[0]).toMatch(finding);
        expect(lines).toContain(report);
      },
    );
  });

  test('given a folder, when verified, then it is called one', () => {
    expect(verify(`${temporaryFolder()}/.`)).toMatchObject({
      code: 2,
      lines: [expect.stringContaining('this is a folder'), expect.any(String)],
    });
  });

  test('given a malformed head, when run, then the usage is shown', () => {
    expect(spawnSync(process.execPath, [program, 'x', '--head', '12'], { encoding: 'utf8' })).toMatchObject({
      status: 64,
      stderr: expect.stringContaining('usage: verify FILE [FILE]'),
    });
  });
});
