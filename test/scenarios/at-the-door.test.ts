import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Language, languages } from '../../shared/kernel/language.ts';
import { runningHostProgram, startHostProgram } from '../builders/host-program.ts';
import { openConsole } from '../builders/lan-pages.ts';
import { temporaryFolder } from '../builders/temporary-folder.ts';

const seconds = 1_000;
const unprivilegedStart = '/proc/sys/net/ipv4/ip_unprivileged_port_start';
const setpriv = '/usr/bin/setpriv';

type InEach = { readonly [language in Language]: RegExp };

/** Arguments for the demo event in this folder. */
function demoArgs(folder: string, port = 0): readonly string[] {
  return [
    ...['--demo', 'fictional', '--event', join(folder, 'e.leitai'), '--data', join(folder, 'data')],
    ...['--address', '127.0.0.1', '--port', String(port)],
  ];
}

/** Starts a host in each language in turn; each must refuse, in that language, to the terminal and the shell alike. */
async function refusedInEach(args: readonly string[], words: InEach): Promise<void> {
  for (const language of languages) {
    const program = startHostProgram([...args, '--lang', language]);
    const { message } = await program.heard('failed');
    expect(message).toMatch(words[language]);
    expect((await program.exited).code).toBeGreaterThan(0);
    expect(program.errors()).toBe(`${message}\n`);
    expect(program.output()).toBe('');
  }
}

describe('a host that can’t start says why and what to do, in the operator’s language', {
  timeout: 120 * seconds,
}, () => {
  test('given a folder in place of an event file, then it is called a folder', async () => {
    const folder = temporaryFolder();
    await refusedInEach(['--event', folder, '--data', join(folder, 'data')], {
      'zh-Hans': /：这是文件夹，不是活动文件。\n.*--event 文件夹\/我的活动\.leitai/,
      'zh-Hant': /：這是資料夾，不是活動檔案。\n.*--event 資料夾\/我的活動\.leitai/,
      en: /: this is a folder, not an event file\.\n.*--event FOLDER\/my-event\.leitai/,
    });
  });

  test('given a foreign file, then it is called one', async () => {
    const folder = temporaryFolder();
    const picture = join(folder, 'a.leitai');
    writeFileSync(picture, 'a picture');
    await refusedInEach(['--event', picture, '--data', join(folder, 'data')], {
      'zh-Hans': /：不是活动文件：它不是 SQLite 文件。\n请核对/,
      'zh-Hant': /：不是活動檔案：它不是 SQLite 檔案。\n請核對/,
      en: /: not an event file: it is not a SQLite file\.\nCheck/,
    });
  });

  test('given a folder that a sync program keeps, then the program is named', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'Dropbox'));
    await refusedInEach(['--demo', '--event', join(folder, 'Dropbox', 'a'), '--data', join(folder, 'data')], {
      'zh-Hans': /Dropbox 由 Dropbox 同步，文件可能被中途换掉。/,
      'zh-Hant': /Dropbox 由 Dropbox 同步，檔案可能被中途換掉。/,
      en: /Dropbox is kept in step by Dropbox/,
    });
  });

  test('given a damaged log, then its entries are named', async () => {
    const folder = temporaryFolder();
    const { program } = await runningHostProgram(demoArgs(folder));
    program.tell({ kind: 'stop' });
    await program.exited;
    const path = join(folder, 'e.leitai');
    const bytes = readFileSync(path);
    const at = bytes.indexOf('EventCreated');
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    await refusedInEach(demoArgs(folder), {
      'zh-Hans': /：活动记录有损坏。文件原样未动。\n {2}第 1 条（.*）：.*怎么办：/,
      'zh-Hant': /：活動記錄有損壞。檔案原樣未動。\n {2}第 1 條（.*）：.*怎麼辦：/,
      en: /: the log is damaged\. The file was left as it was\.\n {2}entry 1: .*What to do: /,
    });
  });

  test('given an event that another host has open, then that one is named; given its port taken by a program, then that one', async () => {
    const folder = temporaryFolder();
    const { program, place } = await runningHostProgram(demoArgs(folder));
    await refusedInEach(demoArgs(folder), {
      'zh-Hans': new RegExp(`已由进程 ${program.pid}（${place.origin}）打开。\n请在那里继续`),
      'zh-Hant': new RegExp(`已由行程 ${program.pid}（${place.origin}）開啟。\n請在那裡繼續`),
      en: new RegExp(`open already in process ${program.pid} \\(${place.origin}\\)\\.\nGo on there`),
    });
    await (await openConsole(place)).must({ kind: 'MarkCardsPrinted' });
    program.tell({ kind: 'stop' });
    await program.exited;
    const port = Number(new URL(place.origin).port);
    const server = createServer().listen(port, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const holder = basename(process.execPath);
    await refusedInEach(demoArgs(folder), {
      'zh-Hans': new RegExp(`端口 ${port} 被 ${holder}（进程 ${process.pid}）占用。`),
      'zh-Hant': new RegExp(`端口 ${port} 被 ${holder}（行程 ${process.pid}）佔用。`),
      en: new RegExp(`Port ${port} is taken by ${holder} \\(process ${process.pid}\\)\\.`),
    });
  });

  test('given an option that isn’t one, then it is named, with the usage below', async () => {
    await refusedInEach(['--evnt', 'a.leitai'], {
      'zh-Hans': /^没有 --evnt 这个选项。\nleitai host .*\n {2}--event 文件 /,
      'zh-Hant': /^沒有 --evnt 這個選項。\nleitai host .*\n {2}--event 檔案 /,
      en: /^There is no option --evnt\.\nleitai host .*\n {2}--event FILE /,
    });
  });

  test('given an address to listen on that this machine hasn’t got, then its own ones are named', async () => {
    const folder = temporaryFolder();
    await refusedInEach(
      ['--demo', '--event', join(folder, 'a'), '--data', join(folder, 'data'), '--bind', '192.0.2.99'],
      {
        'zh-Hans': /^不能在 192\.0\.2\.99 上监听.*\n这台电脑现/,
        'zh-Hant': /^不能在 192\.0\.2\.99 上監聽.*\n這台電腦現/,
        en: /^Can't listen on 192\.0\.2\.99.*\n(The addresses of this computer|This computer)/,
      },
    );
  });

  const mayForbid =
    existsSync(setpriv) && existsSync(unprivilegedStart) && Number(readFileSync(unprivilegedStart)) > 80;
  test.runIf(mayForbid)(
    'given a port that the system forbids, then it isn’t called taken, and the ports that work are named',
    async () => {
      const folder = temporaryFolder();
      // Without this, a test that runs as root may have any port.
      const dropped = ['--inh-caps=-net_bind_service', '--bounding-set=-net_bind_service'];
      const through =
        process.getuid?.() === 0 ? { execPath: setpriv, execArgv: [...dropped, process.execPath] } : {};
      const program = startHostProgram([...demoArgs(folder, 80), '--lang', 'zh-Hans'], {}, through);
      const first = readFileSync(unprivilegedStart, 'utf8').trim();
      expect(await program.heard('failed')).toEqual({
        kind: 'failed',
        code: 'port-forbidden',
        message: `端口 80：系统不让本用户使用。\n可用的是 ${first} 至 65535；不写 --port 则用 4180。`,
      });
      expect(await program.exited).toEqual({ code: 3, signal: null });
    },
  );
});

describe('a host that has started', { timeout: 120 * seconds }, () => {
  test.each([
    ['zh_CN.UTF-8', 'e.leitai 已关闭。'],
    ['zh_TW.UTF-8', 'e.leitai 已關閉。'],
    ['de_DE.UTF-8', 'e.leitai is closed.'],
  ])(
    'given a terminal in %s, then the links come first, one a line and the console’s first of all, and words only after them',
    async (LC_ALL, closed) => {
      const folder = temporaryFolder();
      const { program } = await runningHostProgram(demoArgs(folder), { LC_ALL });
      const { links } = await program.heard('ready');
      program.signal('SIGTERM');
      await program.exited;
      expect(program.output().trim().split('\n')).toEqual([
        links.console,
        links.projector,
        links.panel,
        links.prompter,
        closed,
      ]);
    },
  );

  test('given an address that this machine hasn’t got, then it runs, says so with the ones it has, and the console says so too', async () => {
    const folder = temporaryFolder();
    const args = demoArgs(folder).with(-3, '192.0.2.99');
    const { program, place } = await runningHostProgram([...args, '--bind', '127.0.0.1', '--lang', 'en']);
    expect(program.output()).toContain('Note: 192.0.2.99 is not an address of this computer');
    const { network } = (await openConsole(place)).client.view;
    expect(network?.lostAddress).toBe('192.0.2.99');
  });

  test('given a stop that hangs, when Ctrl-C comes again, then the host ends at once with one line and code 130; one press that arrives twice is one', async () => {
    const folder = temporaryFolder();
    const preload = join(dirname(import.meta.dirname), 'builders/server-that-never-closes.ts');
    const { program } = await runningHostProgram(demoArgs(folder), {}, { execArgv: ['--import', preload] });
    program.signal('SIGINT');
    program.signal('SIGINT');
    const hangs = Symbol('hangs');
    const pause = new Promise((resolve) => setTimeout(() => resolve(hangs), 1.5 * seconds));
    expect(await Promise.race([program.exited, pause])).toBe(hangs);
    program.signal('SIGINT');
    expect(await program.exited).toEqual({ code: 130, signal: null });
    expect(program.errors()).toMatch(/^Ended before it had closed: .*\n$/);
    const { program: again } = await runningHostProgram(demoArgs(folder));
    again.signal('SIGTERM');
    expect((await again.exited).code).toBe(0);
  });
});
