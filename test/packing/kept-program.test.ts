import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startProgram } from './running-host.ts';

const root = path.join(import.meta.dirname, '..', '..');

type Program = {
  readonly main: string;
  readonly shipped: string;
  readonly own: string;
  readonly folder: string;
};

/** The built program in a folder of its own, with what the build keeps of it. */
function builtProgram(): Program {
  const folder = mkdtempSync(path.join(tmpdir(), 'leitai-kept-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const dist = path.join(folder, 'dist');
  for (const part of ['host', 'chunks', 'compiled'])
    cpSync(path.join(root, 'dist', part), path.join(dist, part), { recursive: true });
  symlinkSync(path.join(root, 'dist', 'renderer'), path.join(dist, 'renderer'), 'junction');
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  cpSync(path.join(root, 'package.json'), path.join(folder, 'package.json'));
  return {
    folder,
    main: path.join(dist, 'host', 'main.js'),
    shipped: path.join(dist, 'compiled'),
    own: path.join(folder, 'data', 'compiled'),
  };
}

/** Starts the built host, sees its console answer, and ends it in order. */
async function startOnce({ folder, main }: Program): Promise<void> {
  const host = startProgram(
    [
      ...[main, '--event', path.join(folder, 'a.leitai'), '--data', path.join(folder, 'data')],
      ...['--address', '127.0.0.1', '--port', '0'],
    ],
    process.env,
  );
  onTestFinished(() => void host.child.kill('SIGKILL'));
  expect((await fetch(await host.line(/^http:/))).status).toBe(200);
  host.child.kill('SIGTERM');
  expect(await host.exited).toEqual([0, null]);
}

/** The largest file of what is kept there: the program itself. */
function keptProgram(kept: string): string {
  const [largest = ''] = readdirSync(kept, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort((a, b) => statSync(b).size - statSync(a).size);
  expect(statSync(largest).size).toBeGreaterThan(100_000);
  if (process.platform !== 'win32') expect(statSync(largest).mode & 0o077).toBe(0);
  return largest;
}

const onUnix = process.platform === 'win32' ? test.skip : test;

describe('what Node made of the program', () => {
  test('given a fresh build in another folder, when it is started, then what came with it is used as it is, and nothing is kept elsewhere', async () => {
    const program = builtProgram();
    const kept = keptProgram(program.shipped);
    const before = statSync(kept, { bigint: true });
    await startOnce(program);
    // Whatever Node doesn't accept, it writes anew.
    expect(statSync(kept, { bigint: true })).toMatchObject({ ino: before.ino, mtimeNs: before.mtimeNs });
    expect(existsSync(program.own)).toBe(false);
  }, 60_000);

  test('given that it was garbled, when the program is started, then it starts all the same and keeps it anew', async () => {
    const program = builtProgram();
    const kept = keptProgram(program.shipped);
    const garbled = readFileSync(kept);
    garbled.fill(0x5a, Math.floor(garbled.length / 2));
    writeFileSync(kept, garbled);
    await startOnce(program);
    expect(readFileSync(kept).equals(garbled)).toBe(false);
  }, 60_000);

  test('given that it comes from another Node, when the program is started, then its own is kept beside it', async () => {
    const program = builtProgram();
    const [ofThisNode = ''] = readdirSync(program.shipped);
    const ofAnother = path.join(program.shipped, 'v1.2.3-other');
    cpSync(path.join(program.shipped, ofThisNode), ofAnother, { recursive: true });
    rmSync(path.join(program.shipped, ofThisNode), { recursive: true });
    const before = readFileSync(keptProgram(ofAnother));
    await startOnce(program);
    keptProgram(path.join(program.shipped, ofThisNode));
    expect(readFileSync(keptProgram(ofAnother)).equals(before)).toBe(true);
  }, 60_000);

  const spoilt: readonly (readonly [string, (shipped: string) => void])[] = [
    ['did not come with it', (shipped) => rmSync(shipped, { recursive: true })],
    ['could be written by others', (shipped) => chmodSync(shipped, 0o777)],
  ];
  onUnix.each(spoilt)(
    'given that it %s, when the program is started, then it is kept in the data folder',
    async (_, spoil) => {
      const program = builtProgram();
      spoil(program.shipped);
      await startOnce(program);
      keptProgram(program.own);
    },
    60_000,
  );
});
