import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { UtilityPart } from '../../electron/shell/electron-parts.ts';
import { hostFailedExitCode } from '../../electron/shell/shell.ts';
import type { HostMessage } from '../../electron/shell-link.ts';
import { parseHostMessage } from '../../electron/shell-link.ts';
import { laptop, startMachine, wall } from './start-machine.ts';

const hostProgram = path.join(import.meta.dirname, '..', '..', 'electron', 'host', 'main.ts');
const limit = { timeout: 20_000, interval: 50 };

/** The shell's logic over real host processes, with Node's channel in place of Electron's. */
function startWithRealHosts(displays = [laptop, wall], foreignContent?: string, locale = 'en-US') {
  const folder = mkdtempSync(path.join(tmpdir(), 'leitai-shell-'));
  const eventFile = path.join(folder, 'a.leitai');
  if (foreignContent !== undefined) writeFileSync(eventFile, foreignContent);
  const children: ChildProcess[] = [];
  const heard: HostMessage[] = [];
  onTestFinished(() => {
    for (const child of children) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });
  const machine = startMachine({
    displays,
    locale,
    argv: ['--event', eventFile, '--address', '127.0.0.1'],
    userData: path.join(folder, 'user'),
    forkHost: (args) => {
      const child = fork(hostProgram, args, {
        stdio: 'ignore',
        execPath: process.execPath,
        execArgv: [],
        env: { ...process.env, LEITAI_CONSOLE_TOKEN: 'token-of-this-shell-run-000000000000' },
      });
      children.push(child);
      child.on('message', (value) => {
        const message = parseHostMessage(value);
        if (message.ok) heard.push(message.value);
      });
      return {
        get pid() {
          return child.pid;
        },
        postMessage: (message: unknown) => {
          // A channel that has just closed is reported by 'exit'.
          if (child.connected) child.send(Object(message), () => undefined);
        },
        on: (_event: 'message', listener: (message: unknown) => void) => child.on('message', listener),
        once: (_event: 'exit', listener: (code: number) => void) =>
          child.once('exit', (code) => listener(code ?? 1)),
      } satisfies UtilityPart;
    },
  });
  const isReady = (times: number) =>
    vi.waitFor(() => {
      expect(heard.filter(({ kind }) => kind === 'ready')).toHaveLength(times);
    }, limit);
  const status = () => heard.findLast((message) => message.kind === 'status');
  return { machine, children, status, isReady };
}

test('given a running event, when its host is killed, then another opens it at the same links, and the windows stay where they are', async () => {
  const { machine, children, isReady } = startWithRealHosts();
  await isReady(1);
  const [console, projector] = [machine.console(), machine.projector()];
  expect(console.loaded).toHaveLength(1);
  children[0]?.kill('SIGKILL');
  await isReady(2);
  expect(machine.console()).toBe(console);
  expect(machine.projector()).toBe(projector);
  expect(console.loaded).toHaveLength(1);
  expect(projector?.loaded).toHaveLength(1);
  expect(machine.complaints).toEqual([]);
}, 60_000);

test('given one display, when a second is plugged in and out, then the host covers held numbers accordingly', async () => {
  const { machine, status, isReady } = startWithRealHosts([laptop]);
  await isReady(1);
  await vi.waitFor(() => expect(status()).toMatchObject({ coversHeld: true }), limit);
  machine.screen.plugIn(wall);
  await vi.waitFor(() => expect(status()).toMatchObject({ coversHeld: false }), limit);
  machine.screen.unplug(wall);
  await vi.waitFor(() => expect(status()).toMatchObject({ coversHeld: true }), limit);
}, 60_000);

test('when quitting, then the host stops in order, and only then the program exits', async () => {
  const { machine, children, isReady } = startWithRealHosts();
  await isReady(1);
  machine.app.quit();
  expect(machine.app.exitCode).toBeNull();
  await vi.waitFor(() => expect(machine.app.exitCode).toBe(0), limit);
  expect(children.map(({ exitCode, signalCode }) => [exitCode, signalCode])).toEqual([[0, null]]);
  expect(machine.killed).toEqual([]);
}, 60_000);

test.each([
  ['zh-CN', /^无法打开活动: .*a\.leitai：不是活动文件：它不是 SQLite 文件。\n请核对是不是选对了文件。$/],
  ['zh-TW', /^無法打開活動: .*a\.leitai：不是活動檔案：它不是 SQLite 檔案。\n請核對是不是選對了檔案。$/],
  ['en-GB', /^The event cannot be opened: .*: not an event file: it is not a SQLite file\.\nCheck .*\.$/],
])(
  'given a file that is no event, on a system in %s, then the operator reads why in that language alone, and no second host is tried',
  async (locale, words) => {
    const { machine, children } = startWithRealHosts([laptop], 'a picture', locale);
    await vi.waitFor(() => expect(machine.app.exitCode).toBe(hostFailedExitCode), limit);
    expect(machine.dialog.errors).toEqual([expect.stringMatching(words)]);
    expect(machine.windows).toEqual([]);
    expect(children).toHaveLength(1);
  },
  60_000,
);
