import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { launchBrowser } from '../browser/chromium.ts';

const root = join(import.meta.dirname, '../..');

let home: string;
let browser: Browser;
let started: ChildProcess | null = null;

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'leitai-home-'));
  browser = await launchBrowser();
});
afterEach(async () => {
  await browser.close();
  started?.kill('SIGKILL');
  rmSync(home, { recursive: true, force: true });
});

/** Starts the program as `npm start` does, for someone who never had it, on a machine without a display. */
function startAsNewUser(): ChildProcess {
  const { DISPLAY: _x11, WAYLAND_DISPLAY: _wayland, LEITAI_DATA: _data, ...environment } = process.env;
  // Other devices have no business with a test; everything else is as without options.
  return spawn(process.execPath, ['electron/launch.ts', '--bind', '127.0.0.1'], {
    cwd: root,
    env: { ...environment, HOME: home, XDG_DATA_HOME: join(home, 'data') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

test('a new user starts it, opens the first link, finds the real contest ready, and Ctrl-C ends it in order', async () => {
  started = startAsNewUser();
  let printed = '';
  started.stdout?.on('data', (chunk: Buffer) => {
    printed += String(chunk);
  });
  await expect.poll(() => printed, { timeout: 20_000 }).toMatch(/\/prompter\n/);
  const lines = printed.trim().split('\n');
  expect(lines[0]).toMatch(/^No window: /);
  const links = lines.filter((line) => line.startsWith('http'));
  expect(links.map((link) => new URL(link).pathname)).toEqual([
    '/console',
    '/projector',
    '/panel',
    '/prompter',
  ]);
  const [consoleLink = ''] = links;
  expect((await fetch(consoleLink)).status).toBe(200);
  for (const path of ['/console?', '/console/cards?', '/console/export/event.leitai?']) {
    const withoutToken = consoleLink.replace('/console?', path).replace(/token=.*/, 'token=0');
    expect((await fetch(withoutToken)).status, path).toBe(403);
  }

  const page = await (await browser.newContext({ locale: 'zh-TW' })).newPage();
  await page.goto(consoleLink);
  await page.getByText('開始：上「簽到與設備自檢」').waitFor();
  await page.getByText('温州擂台').first().waitFor();
  expect(await page.getByRole('complementary', { name: '議程' }).innerText()).not.toContain('龍港');

  await page.keyboard.press('n');
  await page.getByRole('heading', { name: '主機地址' }).waitFor();
  await page
    .getByText(`127.0.0.1:${new URL(consoleLink).port}/panel`)
    .first()
    .waitFor();

  const exited = once(started, 'exit');
  started.kill('SIGINT');
  expect(await exited).toEqual([0, null]);
  expect(printed).toContain('demo.leitai is closed.');
}, 60_000);
