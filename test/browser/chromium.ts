import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { hallName } from './hall-name.ts';

const root = join(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);

export { hallName };

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
  `--host-resolver-rules=MAP ${hallName} 127.0.0.1`,
];

const fontsBeside = (executable: string): string => join(dirname(executable), 'fonts');

/** A machine without any font configuration would crash every page: there the npm package's own font serves. */
const environment = (executable: string): NodeJS.ProcessEnv => {
  const folder = fontsBeside(executable);
  if (process.platform !== 'linux' || existsSync('/etc/fonts/fonts.conf') || !existsSync(folder)) {
    return process.env;
  }
  const file = join(folder, 'beside.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig><dir>${folder}</dir>` +
      `<dir>/usr/share/fonts</dir><cachedir>${join(folder, 'cache')}</cachedir></fontconfig>\n`,
  );
  return { ...process.env, FONTCONFIG_FILE: file };
};

const start = (executable: string): Promise<Browser> =>
  chromium.launch({ executablePath: executable, args: flags, timeout: 30_000, env: environment(executable) });

/** Whether the executable shows a page here, and not only exists: a missing library shows at once. */
const showsPage = async (executable: string): Promise<boolean> => {
  const { status } = spawnSync(executable, ['--version', '--no-sandbox'], {
    timeout: 20_000,
    stdio: 'ignore',
  });
  if (status !== 0) return false;
  try {
    const browser = await start(executable);
    try {
      const page = await browser.newPage();
      await page.setContent('<p>ready</p>', { timeout: 15_000 });
      return (await page.innerText('p')) === 'ready';
    } finally {
      await browser.close();
    }
  } catch {
    return false;
  }
};

/**
 * The executable inside the npm package, unpacked once per version. The package unpacks into the
 * temporary folder, where a half-written or older copy would be taken for a good one: so it gets a
 * temporary folder of its own, which then moves into place.
 */
const fromNpm = (): string | undefined => {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const home = dirname(dirname(require.resolve('@sparticuz/chromium')));
  const { version } = require(join(home, 'package.json')) as { version: string };
  const unpacked = join(root, 'node_modules/.cache/leitai-chromium', version);
  const executable = join(unpacked, 'chromium');
  if (!existsSync(executable)) {
    mkdirSync(dirname(unpacked), { recursive: true });
    const fresh = mkdtempSync(`${unpacked}-`);
    const program = `await (await import('@sparticuz/chromium')).default.executablePath()`;
    const { status } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      cwd: root,
      env: { ...process.env, TMPDIR: fresh, TEMP: fresh, TMP: fresh },
      timeout: 120_000,
      stdio: 'ignore',
    });
    if (status === 0 && !existsSync(unpacked)) renameSync(fresh, unpacked);
    rmSync(fresh, { recursive: true, force: true });
  }
  return executable;
};

const fromVariable = (): string | undefined => process.env.LEITAI_CHROMIUM;

const fromPlaywright = (): string | undefined => chromium.executablePath();

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile();

const fromSystem = (): string | undefined => {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...elsewhere].find(isFile);
};

const run = (program: string, args: readonly string[], seconds: number): void => {
  const { status } = spawnSync(program, args, {
    timeout: seconds * 1000,
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  console.log(`chromium: ${program} ${args.join(' ')}: ${status === 0 ? 'done' : 'failed'}`);
};

const installedByPlaywright = (): string | undefined => {
  const cli = join(dirname(require.resolve('playwright-core/package.json')), 'cli.js');
  run(process.execPath, [cli, 'install', 'chromium', 'chromium-headless-shell'], 180);
  return fromPlaywright();
};

const isRoot = (): boolean => process.getuid?.() === 0;

const installedByApt = (): string | undefined => {
  if (!isRoot() || !existsSync('/usr/bin/apt-get')) return undefined;
  run('apt-get', ['update', '-qq'], 120);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], 600);
  return fromSystem();
};

export interface Source {
  readonly name: string;
  readonly find: () => string | undefined;
}

/** In the order in which they are tried; the last two install one. */
export const sources: readonly Source[] = [
  { name: 'npm package @sparticuz/chromium', find: fromNpm },
  { name: 'variable LEITAI_CHROMIUM', find: fromVariable },
  { name: "Playwright's own", find: fromPlaywright },
  { name: "the system's", find: fromSystem },
  { name: 'installed by Playwright', find: installedByPlaywright },
  { name: 'installed by apt-get', find: installedByApt },
];

/**
 * Path of the first Chromium that shows a page here.
 * Rejects, naming every place looked at, if there is none: browser tests never pass by skipping.
 */
export const findChromium = async (from: readonly Source[] = sources): Promise<string> => {
  const refused: string[] = [];
  for (const { name, find } of from) {
    const executable = find();
    const exists = executable !== undefined && isFile(executable);
    if (exists && (await showsPage(executable))) return executable;
    refused.push(`  ${name}: ${exists ? `${executable} doesn't show a page` : `none ${executable ?? ''}`}`);
  }
  throw new Error(
    `No Chromium shows a page on this machine, and the browser tests need one.\n${refused.join('\n')}\n` +
      'Install one (Debian: apt-get install -y chromium) or set LEITAI_CHROMIUM to its path.',
  );
};

let found: string | undefined;

/** A headless browser that reaches the hall's name on loopback and nothing in the background. */
export const launchBrowser = async (): Promise<Browser> => {
  found ??= await findChromium();
  return start(found);
};
