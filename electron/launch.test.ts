import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { findElectronRuntime, obstacleToWindows } from './electron-runtime.ts';
import { argumentsForHost, isUnableToRun } from './launch.ts';

describe('finding the Electron runtime', () => {
  test('it is there only when both the note of its path and the executable are', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'leitai-electron-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    expect(findElectronRuntime(folder)).toBeNull();
    writeFileSync(path.join(folder, 'path.txt'), 'electron');
    expect(findElectronRuntime(folder)).toBeNull();
    mkdirSync(path.join(folder, 'dist'));
    writeFileSync(path.join(folder, 'dist', 'electron'), '');
    expect(findElectronRuntime(folder)).toBe(path.join(folder, 'dist', 'electron'));
  });
});

test.each([
  ['linux', {}, false, 'no-display'],
  ['linux', { DISPLAY: ':0' }, false, null],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, false, null],
  ['linux', { DISPLAY: ':0' }, true, 'root'],
  ['win32', {}, false, null],
  ['darwin', {}, true, null],
] as const)(
  'on %s with %j, root: %s, windows are hindered by: %s',
  (platform, environment, isRoot, obstacle) => {
    expect(obstacleToWindows(platform, environment, isRoot)).toBe(obstacle);
  },
);

test.each([
  ['closed by the operator', { code: 0, signal: null, afterMs: 500 }, false, false],
  ['its event cannot be opened', { code: 3, signal: null, afterMs: 500 }, false, false],
  ['the display refuses it', { code: 1, signal: null, afterMs: 300 }, false, true],
  ['the sandbox is forbidden', { code: null, signal: 'SIGTRAP', afterMs: 300 }, false, true],
  ['it crashed in mid-show', { code: null, signal: 'SIGSEGV', afterMs: 3_600_000 }, false, false],
  ['Ctrl-C', { code: null, signal: 'SIGINT', afterMs: 300 }, true, false],
] as const)('an Electron that ended as %s', (_why, end, wasInterrupted, isUnable) => {
  expect(isUnableToRun(end, wasInterrupted)).toBe(isUnable);
});

test('the host alone gets the event asked for, or else the demo', () => {
  expect(argumentsForHost([])).toEqual(['--demo']);
  expect(argumentsForHost(['--port', '0'])).toEqual(['--demo', '--port', '0']);
  expect(argumentsForHost(['--event', 'a.leitai'])).toEqual(['--event', 'a.leitai']);
});
