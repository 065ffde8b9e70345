import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { findElectronRuntime, obstacleToWindows } from './electron-runtime.ts';
import { launchWords, type NoWindow } from './launch-words.ts';
import { operatorLanguage } from './operator-language.ts';
import type { ShellMessage } from './shell-link.ts';

const root = path.join(import.meta.dirname, '..');
const electronPackage = path.join(root, 'node_modules', 'electron');
const downloadLimitMs = 60_000;
/** An Electron that ends this soon, and not because of its event, could not open its windows. */
const startLimitMs = 10_000;
const hostFailedExitCode = 3;
const interruptedExitCode = 130;
/** As the host counts it: one press of Ctrl-C may arrive as several signals. */
const samePressMs = 1_000;

const said = launchWords[operatorLanguage(process.argv.slice(2), process.env)];

export type ProgramEnd = {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly afterMs: number;
};

/** True if Electron was there but couldn't run: a display that refuses, a sandbox the system forbids. */
export function isUnableToRun(end: ProgramEnd, wasInterrupted: boolean): boolean {
  const isClean = end.code === 0 || end.code === hostFailedExitCode;
  return !wasInterrupted && !isClean && end.afterMs < startLimitMs;
}

/** What the host alone is started with: what was asked for, or else the demo. */
export function argumentsForHost(given: readonly string[]): string[] {
  return given.includes('--event') || given.includes('--demo') ? [...given] : ['--demo', ...given];
}

let current: ChildProcess | null = null;
let wasInterrupted = false;
let interruptedAt: number | null = null;

function forwardSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      wasInterrupted = true;
      interruptedAt ??= performance.now();
      // Pressed again while the stop hangs: the host ends at once when it gets the signal itself.
      if (performance.now() - interruptedAt >= samePressMs) current?.kill(signal);
      // A terminal's Ctrl-C reaches the host too; a second signal in mid-stop could end it before it has closed.
      else if (current?.connected) current.send({ kind: 'stop' } satisfies ShellMessage);
      else current?.kill(signal);
    });
  }
}

async function run(command: string, args: readonly string[], options: SpawnOptions): Promise<ProgramEnd> {
  const startedAt = performance.now();
  const child = spawn(command, args, options);
  current = child;
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      current = null;
      resolve({ code, signal, afterMs: performance.now() - startedAt });
    });
  });
}

/** Electron's executable, downloaded by Electron's own installer if it isn't there, within a minute. */
async function obtainElectron(): Promise<string | null> {
  const present = findElectronRuntime(electronPackage);
  if (present !== null) return present;
  const notice = setTimeout(() => console.log(said.downloading), 2_000);
  const installer = path.join(electronPackage, 'install.js');
  await run(process.execPath, [installer], {
    stdio: 'ignore',
    timeout: downloadLimitMs,
    killSignal: 'SIGKILL',
  });
  clearTimeout(notice);
  return findElectronRuntime(electronPackage);
}

function exitCode(end: ProgramEnd): number {
  return end.code ?? (wasInterrupted ? interruptedExitCode : 1);
}

async function runHostAlone(reason: NoWindow, given: readonly string[]): Promise<number> {
  console.log(said.noWindow(said.reasons[reason]));
  const host = path.join(root, 'dist', 'host', 'main.js');
  // By the channel the host notices when this process is gone, and stops in order.
  const stdio: SpawnOptions['stdio'] = ['inherit', 'inherit', 'inherit', 'ipc'];
  const end = await run(process.execPath, [host, ...argumentsForHost(given)], { stdio });
  if (end.signal !== null && !wasInterrupted) console.error(said.endedUnexpectedly);
  return exitCode(end);
}

/** Starts the built program: in Electron where that can be had, else the host alone. Resolves to the exit code. */
async function launch(given: readonly string[]): Promise<number> {
  const isRoot = process.getuid?.() === 0;
  const obstacle = obstacleToWindows(process.platform, process.env, isRoot);
  if (obstacle !== null) return runHostAlone(obstacle, given);
  const electron = await obtainElectron();
  if (wasInterrupted) return interruptedExitCode;
  if (electron === null) return runHostAlone('no-runtime', given);
  const end = await run(electron, [root, ...given], { stdio: 'inherit' });
  if (isUnableToRun(end, wasInterrupted)) return runHostAlone('runtime-fails', given);
  return exitCode(end);
}

if (import.meta.main) {
  forwardSignals();
  process.exitCode = await launch(process.argv.slice(2));
}
