import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { findElectronRuntime, obstacleToWindows } from '../../electron/electron-runtime.ts';

/**
 * Drives the built shell in the real Electron: `npm run test:electron`. Never passes by skipping: without a
 * runtime or a display it says so and fails.
 */
const root = path.join(import.meta.dirname, '..', '..');
const waitMs = 30_000;

function refuse(reason: string): never {
  console.error(`test:electron can't run: ${reason}`);
  process.exit(1);
}

const runtime =
  findElectronRuntime(path.join(root, 'node_modules', 'electron')) ??
  refuse("Electron's runtime isn't here; get it with: npx install-electron");
const obstacle = obstacleToWindows(process.platform, process.env, process.getuid?.() === 0);
if (obstacle !== null) refuse(obstacle);

const folder = mkdtempSync(path.join(tmpdir(), 'leitai-shell-'));
const args = [
  root,
  `--user-data-dir=${path.join(folder, 'user')}`,
  ...['--event', path.join(folder, 'shell.leitai'), '--port', '0'],
];

async function until<Value>(what: string, look: () => Promise<Value | null | undefined>): Promise<Value> {
  const end = performance.now() + waitMs;
  while (performance.now() < end) {
    const found = await look();
    if (found !== null && found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`not within ${waitMs} ms: ${what}`);
}

const pageAt = (app: ElectronApplication, pathname: string): Promise<Page> =>
  until(`a window at ${pathname}`, async () =>
    app.windows().find((page) => URL.canParse(page.url()) && new URL(page.url()).pathname === pathname),
  );

const hostPid = (app: ElectronApplication): Promise<number | undefined> =>
  app.evaluate(({ app: shell }) => shell.getAppMetrics().find(({ name }) => name === 'Leitai host')?.pid);

async function isRefused(page: Page, url: string): Promise<boolean> {
  const before = page.url();
  await page.evaluate((target) => {
    location.href = target;
  }, url);
  await page.waitForTimeout(500);
  return page.url() === before;
}

const app = await _electron.launch({ executablePath: runtime, args, cwd: root, timeout: waitMs });
let passed = 0;
async function check(name: string, body: () => Promise<void>): Promise<void> {
  await body();
  passed += 1;
  console.log(`ok ${name}`);
}

try {
  const consolePage = await pageAt(app, '/console');
  const displays = await app.evaluate(({ screen }) => ({
    count: screen.getAllDisplays().length,
    primary: screen.getPrimaryDisplay().bounds,
  }));

  await check('the console is on the first display, the projector only on a second', async () => {
    const windows = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => ({
        ...window.getBounds(),
        url: window.webContents.getURL(),
      })),
    );
    const bounds = windows.find(({ url }) => url.includes('/console'));
    assert(bounds !== undefined && bounds.x >= displays.primary.x);
    assert(bounds.x < displays.primary.x + displays.primary.width);
    if (displays.count === 1) assert.equal(windows.length, 1);
    else await pageAt(app, '/projector');
  });

  await check('pages have no Node and no bridge', async () => {
    const found = await consolePage.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'electron'].filter((name) => name in globalThis),
    );
    assert.deepEqual(found, []);
  });

  await check('navigation, new windows and permissions are denied', async () => {
    assert(await isRefused(consolePage, 'https://example.com/'));
    assert.equal(await consolePage.evaluate(() => window.open('/projector') === null), true);
    const state = await consolePage.evaluate(
      async () => (await navigator.permissions.query({ name: 'geolocation' })).state,
    );
    assert.equal(state, 'denied');
  });

  await check('a print page is saved as PDF from the menu', async () => {
    const file = path.join(folder, 'sheet.pdf');
    await consolePage.evaluate(() => window.open(`/console/paper${location.search}&kind=rule-card`));
    const sheet = await pageAt(app, '/console/paper');
    await sheet.locator('[data-pages]').waitFor({ timeout: waitMs });
    await sheet.bringToFront();
    await until('the menu offers it', () =>
      app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('save-sheet')?.enabled || null),
    );
    await app.evaluate(({ dialog, Menu }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
      Menu.getApplicationMenu()?.getMenuItemById('save-sheet')?.click();
    }, file);
    await until('the file', async () => existsSync(file) || null);
    assert.equal(readFileSync(file).subarray(0, 5).toString(), '%PDF-');
  });

  await check('a second instance hands over and exits', async () => {
    const second = spawn(runtime, args, { cwd: root, stdio: 'ignore' });
    assert.deepEqual(await once(second, 'exit'), [0, null]);
  });

  await check('a killed host is replaced, and the console is at the same URL', async () => {
    const before = await hostPid(app);
    assert(before !== undefined);
    const url = consolePage.url();
    process.kill(before, 'SIGKILL');
    await until('another host', async () => {
      const now = await hostPid(app);
      return now === before ? null : now;
    });
    await until('the same page answers', async () => {
      const answer = await fetch(url).catch(() => null);
      return answer?.status === 200 ? true : null;
    });
    assert.equal(consolePage.url(), url);
  });

  await check('quitting stops the host first', async () => {
    const pid = await hostPid(app);
    assert(pid !== undefined);
    const shell = app.process();
    const exited = shell.exitCode === null ? once(shell, 'exit') : Promise.resolve([shell.exitCode]);
    await app.evaluate(({ app: electron }) => electron.quit()).catch(() => undefined);
    assert.equal((await exited)[0], 0);
    assert.throws(() => process.kill(pid, 0));
  });
} finally {
  app.process().kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
console.log(`${passed} passed`);
