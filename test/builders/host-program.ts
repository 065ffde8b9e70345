import { type ForkOptions, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { HostMessage, ShellMessage } from '../../electron/shell-link.ts';
import { parseHostMessage } from '../../electron/shell-link.ts';
import { type HostPlace, placeOf } from './lan-pages.ts';

const program = join(import.meta.dirname, '../../electron/host/main.ts');
const patienceMs = 40_000;

/** The host as a process of its own, with the channel over which the shell talks to it. */
export type HostProgram = {
  readonly pid: number;
  /** What it told the shell so far. */
  readonly told: readonly HostMessage[];
  readonly tell: (message: ShellMessage) => void;
  readonly signal: (name: NodeJS.Signals) => void;
  /** Waits for a message of the host to the shell. */
  readonly heard: <Kind extends HostMessage['kind']>(
    kind: Kind,
    isAsked?: (message: Extract<HostMessage, { kind: Kind }>) => boolean,
  ) => Promise<Extract<HostMessage, { kind: Kind }>>;
  readonly exited: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
  /** Standard output and errors so far. */
  readonly output: () => string;
  readonly errors: () => string;
};

/** Starts `main.ts` with these arguments; ended with the test. `through` starts it by way of another program. */
export function startHostProgram(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  through: Pick<ForkOptions, 'execPath' | 'execArgv'> = {},
): HostProgram {
  const child = fork(program, args, { silent: true, env: { ...process.env, ...environment }, ...through });
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name]?.on('data', (chunk: Buffer) => {
      texts[name] += chunk.toString();
    });
  const told: HostMessage[] = [];
  child.on('message', (value) => {
    const parsed = parseHostMessage(value);
    if (!parsed.ok) throw new Error(`the shell couldn't read ${JSON.stringify(value)}: ${parsed.error}`);
    told.push(parsed.value);
  });
  const exited = once(child, 'exit').then(([code, signal]) => ({ code, signal }));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await exited;
  });
  return {
    pid: child.pid ?? -1,
    told,
    tell: (message) => child.send(message),
    signal: (name) => child.kill(name),
    heard: async (kind, isAsked = () => true) => {
      const until = performance.now() + patienceMs;
      while (performance.now() < until) {
        const found = told.find(
          (message): message is Extract<HostMessage, { kind: typeof kind }> =>
            message.kind === kind && isAsked(message as Extract<HostMessage, { kind: typeof kind }>),
        );
        if (found) return found;
        if (child.exitCode !== null || child.signalCode !== null) break;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      throw new Error(`the host never told ${kind}:\n${texts.stdout}\n${texts.stderr}`);
    },
    exited,
    output: () => texts.stdout,
    errors: () => texts.stderr,
  };
}

/** The same, once its pages answer. */
export async function runningHostProgram(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  through: Pick<ForkOptions, 'execPath' | 'execArgv'> = {},
): Promise<{ readonly program: HostProgram; readonly place: HostPlace }> {
  const started = startHostProgram(args, environment, through);
  const { links } = await started.heard('ready');
  return { program: started, place: placeOf(links.console) };
}
