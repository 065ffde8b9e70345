import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HostMessage, ShellMessage } from './shell-link.ts';

/**
 * Starts the host that was built into `dist`, once, with a new event that is thrown away, and looks at its console:
 * `dist/compiled` then holds what Node made of the program, and nobody waits for that at their first start. Resolves
 * with what went wrong, or null; without it the host still runs.
 */
export async function startOnce(dist: string): Promise<string | null> {
  const compiled = join(dist, 'compiled');
  rmSync(compiled, { recursive: true, force: true });
  mkdirSync(compiled, { mode: 0o700 });
  const folder = mkdtempSync(join(tmpdir(), 'leitai-build-'));
  const { NODE_COMPILE_CACHE: _elsewhere, ...env } = process.env;
  const host = fork(
    join(dist, 'host/main.js'),
    [
      ...['--event', join(folder, 'once.leitai'), '--data', join(folder, 'data')],
      ...['--bind', '127.0.0.1', '--address', '127.0.0.1', '--port', '0'],
    ],
    { env, execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'], timeout: 30_000, killSignal: 'SIGKILL' },
  );
  let complaint = '';
  host.stderr?.on('data', (data) => {
    complaint += String(data);
  });
  host.on('message', (message: HostMessage) => {
    if (message.kind !== 'ready') return;
    const stop = (): boolean => host.send({ kind: 'stop' } satisfies ShellMessage);
    void fetch(message.links.console)
      .then((page) => page.text())
      .then(stop, stop);
  });
  try {
    const [code, signal] = await once(host, 'exit');
    return code === 0 ? null : `${code ?? signal} ${complaint}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
