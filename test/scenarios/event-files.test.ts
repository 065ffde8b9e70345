import { execFileSync, fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parseHostMessage } from '../../electron/shell-link.ts';
import { fingerprint } from '../builders/fingerprint.ts';
import { type HostProgram, runningHostProgram, startHostProgram } from '../builders/host-program.ts';
import { hostedEvent, tryToHost } from '../builders/hosted-event.ts';
import { httpGet } from '../builders/http-request.ts';
import { openConsole, openPanel, returnToSeat } from '../builders/lan-pages.ts';
import { temporaryFolder } from '../builders/temporary-folder.ts';

const seconds = 1_000;
const hostProgram = join(import.meta.dirname, '../../electron/host/main.ts');

/** Arguments for the demo event in this folder. */
function demoArgs(folder: string, port = 0): readonly string[] {
  return [
    ...['--demo', 'fictional', '--event', join(folder, 'e.leitai'), '--data', join(folder, 'data')],
    ...['--address', '127.0.0.1', '--port', String(port)],
  ];
}

async function refused(
  args: readonly string[],
): Promise<{ readonly lines: string; readonly program: HostProgram }> {
  const program = startHostProgram(args);
  const { message } = await program.heard('failed');
  expect(await program.exited).toEqual({ code: 3, signal: null });
  expect(program.errors()).toContain(message);
  return { lines: message, program };
}

/** A program that isn't a host, on a free port of loopback. */
async function takenPort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

describe('one host for one event', { timeout: 120 * seconds }, () => {
  test('given an event that a host holds, when a second host is started on it, then it is refused with the first one’s process and place', async () => {
    const folder = temporaryFolder();
    const { program, place } = await runningHostProgram(demoArgs(folder));
    const { lines } = await refused(demoArgs(folder));
    expect(lines).toContain(`process ${program.pid} (${place.origin})`);
    const operator = await openConsole(place);
    await operator.must({ kind: 'RingBell' });
  });

  test('given a host that was killed, when the event is opened again, then nothing stands in the way', async () => {
    const folder = temporaryFolder();
    const { program, place } = await runningHostProgram(demoArgs(folder));
    const operator = await openConsole(place);
    await operator.next();
    program.signal('SIGKILL');
    await program.exited;
    const { place: again } = await runningHostProgram(demoArgs(folder));
    const { stage } = (await openConsole(again)).client.view;
    expect(stage).toEqual(operator.client.view.stage);
  });
});

describe('a file that isn’t right', { timeout: 120 * seconds }, () => {
  /** A closed event with some entries. */
  async function closedEvent(): Promise<{ readonly folder: string; readonly path: string }> {
    const { host, place, folder, path } = await hostedEvent();
    const operator = await openConsole(place);
    await operator.next();
    await operator.must({ kind: 'SendPrompt', text: '请注意' });
    await host.stop();
    return { folder, path };
  }

  /** The event in a folder where nothing else is, opened by a host that must leave it as it was. */
  async function opening(path: string, spoil: (copy: string) => void): Promise<string> {
    const folder = temporaryFolder();
    const place = join(folder, 'event');
    mkdirSync(place);
    copyFileSync(path, join(place, 'e.leitai'));
    spoil(join(place, 'e.leitai'));
    const before = fingerprint(place);
    const { lines } = await refused([
      '--event',
      join(place, 'e.leitai'),
      '--data',
      join(folder, 'data'),
      '--address',
      '127.0.0.1',
      '--port',
      '0',
    ]);
    expect(fingerprint(place)).toEqual(before);
    return lines;
  }

  test.each([
    ['a setting that isn’t JSON', "UPDATE settings SET value = 'xx' WHERE key = 'port'", 'the setting port'],
    ['no table of seat cards', 'DROP TABLE pairing', 'no such table: pairing'],
    ['a seat card without its secret', "UPDATE pairing SET secret = ''", 'seat card 1 of'],
  ])(
    'given %s, when the event is opened, then it is said and the file left as it was',
    async (_, sql, where) => {
      const { path } = await closedEvent();
      const lines = await opening(path, (copy) => {
        const db = new Database(copy);
        db.exec(sql);
        db.close();
        for (const suffix of ['-wal', '-shm']) rmSync(`${copy}${suffix}`, { force: true });
      });
      expect(lines).toContain("can't be read");
      expect(lines).toContain(where);
      expect(lines).not.toContain('    at ');
    },
  );

  test('given one flipped byte of an entry, when the event is opened, then the entry is named and the file left as it was', async () => {
    const { path } = await closedEvent();
    const lines = await opening(path, (copy) => {
      const bytes = readFileSync(copy);
      const at = bytes.indexOf('请注意');
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      writeFileSync(copy, bytes);
    });
    expect(lines).toMatch(/damaged/);
    expect(lines).toMatch(/entry 3/);
  });

  test('given a deleted entry, when the event is opened, then the place is named and the file left as it was', async () => {
    const { path } = await closedEvent();
    const lines = await opening(path, (copy) => {
      const db = new Database(copy);
      db.pragma('journal_mode = DELETE');
      db.exec('DROP TRIGGER IF EXISTS entries_are_final');
      for (const { name } of db
        .prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        .all())
        db.exec(`DROP TRIGGER "${name}"`);
      db.exec('DELETE FROM entries WHERE n = 2');
      db.close();
    });
    expect(lines).toMatch(/entry [23]/);
  });

  test.each([
    ['a text', (copy: string) => writeFileSync(copy, '擂台'), /not a SQLite file/],
    ['an empty file', (copy: string) => writeFileSync(copy, ''), /not a SQLite file/],
    [
      'another program’s database',
      (copy: string) => {
        writeFileSync(copy, '');
        const db = new Database(copy);
        db.exec('CREATE TABLE songs (title TEXT)');
        db.close();
      },
      /another program/,
    ],
  ] as const)(
    'given %s instead of an event, when it is opened, then it is called what it is and left as it was',
    async (_, spoil, words) => {
      const { path } = await closedEvent();
      expect(await opening(path, spoil)).toMatch(words);
    },
  );

  test('given a folder that isn’t there, when an event is to be made in it, then one line says so and nothing is made', async () => {
    const folder = temporaryFolder();
    const missing = join(folder, 'no', 'such');
    const { lines } = await refused([
      '--demo',
      '--event',
      join(missing, 'e.leitai'),
      '--data',
      join(folder, 'data'),
    ]);
    expect(lines).toContain(missing);
    expect(existsSync(join(folder, 'no'))).toBe(false);
  });
});

describe('the port', { timeout: 120 * seconds }, () => {
  test('given a port in use, when a new event is to have it, then it takes the next free one and says so', async () => {
    const port = await takenPort();
    const { host, place } = await hostedEvent({ port });
    expect(host.port).toBeGreaterThan(port);
    expect(host.portNote).toContain(String(port));
    const { network } = (await openConsole(place)).client.view;
    expect(network).toMatchObject({ port: host.port, portNote: host.portNote });
  });

  test.each(['printed cards', 'a paired device'])(
    'given an event with %s, when its port is in use, then it stops and names who holds it',
    async (what) => {
      const first = await hostedEvent();
      const operator = await openConsole(first.place);
      if (what === 'printed cards') await operator.must({ kind: 'MarkCardsPrinted' });
      else await openPanel(first.place, 'A1');
      await first.host.stop();
      const server = createServer();
      server.listen(first.host.port, '127.0.0.1');
      await once(server, 'listening');
      onTestFinished(() => void server.close());

      const { started } = await tryToHost({ folder: first.folder, port: null });

      expect(started).toMatchObject({
        ok: false,
        error: {
          code: 'port-taken',
          port: first.host.port,
          holder: { pid: process.pid, program: basename(process.execPath) },
        },
      });
      server.close();
      await once(server, 'close');
      expect((await hostedEvent({ folder: first.folder, port: null })).host.port).toBe(first.host.port);
    },
  );

  test('given an event whose cards are printed, when its port is in use, then the program says whose it is, what to do, and leaves the file as it was', async () => {
    const folder = temporaryFolder();
    const { program, place } = await runningHostProgram(demoArgs(folder));
    await (await openConsole(place)).must({ kind: 'MarkCardsPrinted' });
    program.tell({ kind: 'stop' });
    await program.exited;
    const port = Number(new URL(place.origin).port);
    const server = createServer();
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const { lines } = await refused(demoArgs(folder));
    expect(lines).toContain(`Port ${port} is taken by`);
    expect(lines).toContain(`(process ${process.pid})`);
    expect(readdirSync(folder).filter((name) => name.startsWith('e.leitai'))).toEqual(['e.leitai']);
  });

  test('given an event that nobody has been told of, when it is started with another port, then it moves there', async () => {
    const first = await hostedEvent();
    await first.host.stop();
    const port = await takenPort();
    const again = await hostedEvent({ folder: first.folder, port });
    expect(again.host.port).not.toBe(first.host.port);
  });
});

describe('the end', { timeout: 120 * seconds }, () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    'given a live event, when %s comes, then all is closed: exit 0, one whole file, its end noted',
    async (signal) => {
      const folder = temporaryFolder();
      const { program, place } = await runningHostProgram(demoArgs(folder));
      const operator = await openConsole(place);
      await operator.next();
      program.signal(signal);
      expect(await program.exited).toEqual({ code: 0, signal: null });
      expect(program.told.at(-1)).toEqual({ kind: 'stopped' });
      expect(program.output()).toContain('e.leitai is closed.');
      expect(program.errors()).toBe('');
      expect(readdirSync(folder).sort()).toEqual(['data', 'e.leitai']);
      expect(await operator.client.until(() => operator.client.closed ?? undefined)).toMatchObject({
        code: 1001,
      });
      const verified = spawnSync(
        process.execPath,
        ['electron/host/verify.ts', join(folder, 'e.leitai'), '--data', join(folder, 'data')],
        { encoding: 'utf8' },
      );
      expect(verified.stdout).toContain('result: nothing wrong was found');
      expect(verified.status).toBe(0);
      if (process.platform !== 'win32') expect(statSync(join(folder, 'e.leitai')).mode & 0o077).toBe(0);
    },
  );

  test('given a pipe whose reader is gone, when the host prints its links into it, then it runs all the same and closes in order', async () => {
    const folder = temporaryFolder();
    const pipe = join(folder, 'lines');
    execFileSync('mkfifo', [pipe]);
    const reader = openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK);
    const writer = openSync(pipe, constants.O_WRONLY);
    closeSync(reader);
    const child = fork(hostProgram, demoArgs(folder), { stdio: ['ignore', writer, writer, 'ipc'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    closeSync(writer);
    await new Promise<void>((ready) =>
      child.on('message', (message) => {
        if (parseHostMessage(message).ok && JSON.stringify(message).includes('"ready"')) ready();
      }),
    );
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(readdirSync(folder)).not.toContain('e.leitai-wal');
  });

  test('given an event that was closed, when it is opened again, then it shows its end and takes no order', async () => {
    const first = await hostedEvent();
    const operator = await openConsole(first.place);
    await operator.next();
    await operator.must({ kind: 'JumpTo', step: 'end' });
    await operator.must({ kind: 'CloseEvent' });
    await first.host.stop();
    const { place } = await hostedEvent({ folder: first.folder });
    const again = await openConsole(place);
    expect(again.client.view).toMatchObject({ stage: { phase: 'closed' }, next: { kind: 'ended' } });
    expect(await again.order({ kind: 'RingBell' })).toMatchObject({ refusal: { code: 'event-closed' } });
  });

  test('given an event opened read-only, when it is looked at, then everything shows and exports and nothing can be changed', async () => {
    const first = await hostedEvent();
    const seat = await openPanel(first.place, 'A1');
    await (await openConsole(first.place)).next();
    await first.host.stop();
    const { place, host } = await hostedEvent({ folder: first.folder, isReadOnly: true });
    const before = host.state().lastEntry;
    const operator = await openConsole(place);
    expect(operator.client.view).toMatchObject({ health: { isReadOnly: true }, stage: { step: 'rules' } });
    expect(await operator.order({ kind: 'RingBell' })).toMatchObject({
      refusal: { code: 'event-read-only' },
    });
    expect((await returnToSeat(place, seat.key)).client.view.seat?.id).toBe('A1');
    expect((await httpGet(place.origin, `/console/export/event.leitai?token=${place.token}`)).status).toBe(
      200,
    );
    expect(host.state().lastEntry).toBe(before);
  });
});

describe('the shell', { timeout: 120 * seconds }, () => {
  test('given a shell that starts the host, when it is ready, then it gets links that answer, and the token it gave', async () => {
    const folder = temporaryFolder();
    const token = 'a'.repeat(32);
    const { program, place } = await runningHostProgram(demoArgs(folder), { LEITAI_CONSOLE_TOKEN: token });
    const ready = await program.heard('ready');
    expect(place.token).toBe(token);
    expect(ready).toMatchObject({ eventFile: join(folder, 'e.leitai') });
    expect(ready.eventTitle).not.toBe('');
    expect((await httpGet(place.origin, `/console/cards?token=${token}`)).status).toBe(200);
    const lines = program.output().trim().split('\n');
    expect(lines).toEqual([
      ready.links.console,
      ready.links.projector,
      ready.links.panel,
      ready.links.prompter,
    ]);
  });

  test('given a running host, when the show goes live and displays change, then the shell is told each time', async () => {
    const { program, place } = await runningHostProgram(demoArgs(temporaryFolder()));
    expect(await program.heard('status')).toEqual({
      kind: 'status',
      isLive: false,
      heldNumbers: false,
      coversHeld: true,
    });
    const operator = await openConsole(place);
    program.tell({ kind: 'displays', count: 2, mirrored: false, wall: 'second' });
    await program.heard('status', ({ coversHeld }) => !coversHeld);
    await operator.client.seen(({ health }) => health.displays.kind === 'extended');
    await operator.next();
    await program.heard('status', ({ isLive }) => isLive);
    program.tell({ kind: 'displays', count: 1, mirrored: false, wall: 'none' });
    await operator.client.seen(({ health }) => health.displays.kind === 'one');
    program.tell({ kind: 'ping' });
    await program.heard('pong');
    program.tell({ kind: 'stop' });
    expect(await program.exited).toEqual({ code: 0, signal: null });
    expect(program.told.at(-1)).toEqual({ kind: 'stopped' });
  });

  test('given wrong options, when the host is started, then it says which one and what it takes', async () => {
    const program = startHostProgram(['--port', 'seven']);
    const { message } = await program.heard('failed');
    expect(message).toContain('--port takes a number');
    expect((await program.exited).code).toBe(64);
  });
});
