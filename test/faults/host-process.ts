import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { consoleTokenVariable } from '../../electron/shell-link.ts';

const root = join(import.meta.dirname, '../..');
const builtHost = join(root, 'dist/host/main.js');

/** The program as it ships where it has been built, its source otherwise. */
export const hostProgram = existsSync(builtHost) ? builtHost : join(root, 'electron/host/main.ts');

/** The console's token, fixed so that a restarted host lets the same console in. */
export const consoleToken = '0123456789abcdef0123456789abcdef';

export type HostFolders = { readonly event: string; readonly data: string; readonly definition: string };

export type HostProcess = {
  readonly child: ChildProcess;
  readonly port: number;
  /** Ms from the start of the process to its links. */
  readonly startedInMs: number;
  /** SIGKILL; resolves once the process is gone. */
  readonly kill: () => Promise<void>;
  /** The orderly end. */
  readonly stop: () => Promise<void>;
};

/** Starts a process of the host without waiting for it. */
export function spawnHost(folders: HostFolders, port: number, program = hostProgram): ChildProcess {
  return spawn(
    process.execPath,
    [
      program,
      ...['--event', folders.event, '--data', folders.data, '--definition', folders.definition],
      ...['--address', '127.0.0.1', '--port', String(port)],
    ],
    {
      env: { ...process.env, [consoleTokenVariable]: consoleToken },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
}

export async function startHost(
  folders: HostFolders,
  port: number,
  program = hostProgram,
): Promise<HostProcess> {
  const from = performance.now();
  const child = spawnHost(folders, port, program);
  const exited = once(child, 'exit');
  const link = await firstLine(child);
  const end = (signal: NodeJS.Signals) => async () => {
    child.kill(signal);
    await exited;
  };
  return {
    child,
    port: Number(new URL(link).port),
    startedInMs: performance.now() - from,
    kill: end('SIGKILL'),
    stop: end('SIGTERM'),
  };
}

function firstLine(child: ChildProcess): Promise<string> {
  let complaint = '';
  let output = '';
  return new Promise((resolve, reject) => {
    child.stderr?.on('data', (data) => {
      complaint += String(data);
    });
    child.stdout?.on('data', (data) => {
      output += String(data);
      const end = output.indexOf('\n');
      if (end >= 0) resolve(output.slice(0, end));
    });
    child.once('exit', (code, signal) =>
      reject(new Error(`the host ended (${code ?? signal}) before it was ready: ${complaint}`)),
    );
  });
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
