import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startProgram } from './running-host.ts';

const launcher = path.join(import.meta.dirname, '..', '..', 'electron', 'launch.ts');

test('given no display, when it is started, then one line says so, the host alone runs, and an interrupt stops it in order', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'leitai-start-'));
  const { DISPLAY: _x11, WAYLAND_DISPLAY: _wayland, ...environment } = process.env;
  const program = startProgram(
    [launcher, '--event', path.join(folder, 'a.leitai'), '--port', '0', '--data', path.join(folder, 'data')],
    environment,
  );
  onTestFinished(() => {
    program.child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });
  const link = await program.line(/^http:/);
  expect(program.lines().filter((line) => line.includes('window'))).toEqual([
    'No window: no display here. The host runs without one; open the links in a browser.',
  ]);
  expect(program.lines()[0]).toMatch(/^No window/);
  expect(new URL(link).pathname).toBe('/console');
  expect((await fetch(link)).status).toBe(200);
  program.child.kill('SIGINT');
  expect(await program.exited).toEqual([0, null]);
}, 60_000);
