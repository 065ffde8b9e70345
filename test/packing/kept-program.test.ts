import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startProgram } from './running-host.ts';

const builtHost = path.join(import.meta.dirname, '..', '..', 'dist', 'host', 'main.js');

/** Starts the built host, sees its console answer, and ends it in order. */
async function startOnce(folder: string): Promise<void> {
  const host = startProgram(
    [
      ...[builtHost, '--event', path.join(folder, 'a.leitai'), '--data', path.join(folder, 'data')],
      ...['--address', '127.0.0.1', '--port', '0'],
    ],
    process.env,
  );
  onTestFinished(() => void host.child.kill('SIGKILL'));
  expect((await fetch(await host.line(/^http:/))).status).toBe(200);
  host.child.kill('SIGTERM');
  expect(await host.exited).toEqual([0, null]);
}

/** What is kept of the compiled program, the largest file first. */
function keptFiles(folder: string): readonly string[] {
  const kept = path.join(folder, 'data', 'compiled');
  return readdirSync(kept, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort((a, b) => statSync(b).size - statSync(a).size);
}

test('given a program that was kept compiled and then garbled, when it is started, then it starts all the same and keeps it anew', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'leitai-kept-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  await startOnce(folder);
  const [program = ''] = keptFiles(folder);
  const kept = readFileSync(program);
  expect(kept.length).toBeGreaterThan(100_000);
  if (process.platform !== 'win32') expect(statSync(program).mode & 0o077).toBe(0);

  const garbled = Buffer.from(kept);
  garbled.fill(0x5a, Math.floor(kept.length / 2));
  writeFileSync(program, garbled);
  await startOnce(folder);
  expect(readFileSync(program).equals(garbled)).toBe(false);
}, 60_000);
