import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';

export type RunningProgram = {
  readonly child: ChildProcess;
  readonly exited: Promise<unknown[]>;
  /** All complete lines of standard output so far. */
  lines(): readonly string[];
  /** Resolves with the first line that matches; fails if the program ends, or 30 s pass, without it. */
  line(pattern: RegExp): Promise<string>;
};

/** Starts a built program, which keeps by itself what Node compiled of it. */
export function startProgram(args: readonly string[], environment: NodeJS.ProcessEnv): RunningProgram {
  const { NODE_COMPILE_CACHE: _compiled, ...env } = environment;
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = once(child, 'exit');
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const lines = () => output.split('\n').slice(0, -1);
  return {
    child,
    exited,
    lines,
    line: async (pattern) => {
      const until = performance.now() + 30_000;
      while (performance.now() < until) {
        const found = lines().find((line) => pattern.test(line));
        if (found !== undefined) return found;
        if (child.exitCode !== null || child.signalCode !== null) break;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`no line ${pattern} in:\n${output}\n${errors}`);
    },
  };
}
