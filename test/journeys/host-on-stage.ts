import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EventDefinition } from '../../shared/domain/event-definition.ts';
import { hallName } from '../browser/chromium.ts';

const program = join(import.meta.dirname, '../../dist/host/main.js');
const patienceMs = 20_000;

/** What the program prints: one link a line, the console's first. */
export type Links = {
  readonly console: string;
  readonly projector: string;
  readonly panel: string;
  readonly prompter: string;
};

const oneName = ['--address', hallName, '--name', hallName, '--bind', '127.0.0.1'];

export type HostOptions = {
  /** The program's options about addresses; by default one name, on loopback. */
  readonly network?: readonly string[];
  /** The event to be held; by default the demo event of invented units. */
  readonly definition?: EventDefinition;
  readonly nodeOptions?: readonly string[];
};

/** The built host as a process of its own on one event file; it can be killed and started again. */
export class HostOnStage {
  readonly eventFile: string;
  readonly #nodeOptions: readonly string[];
  readonly #args: readonly string[];
  #child: ChildProcess | null = null;
  #output = '';
  #complaints = '';
  links: Links = { console: '', projector: '', panel: '', prompter: '' };

  constructor(folder: string, { network = oneName, nodeOptions = [], definition }: HostOptions = {}) {
    this.eventFile = join(folder, 'contest.leitai');
    this.#nodeOptions = nodeOptions;
    const held = definition ? ['--definition', join(folder, 'definition.json')] : ['--demo', 'fictional'];
    if (definition) writeFileSync(join(folder, 'definition.json'), JSON.stringify(definition));
    this.#args = ['--event', this.eventFile, ...held, '--data', join(folder, 'data'), ...network];
  }

  /** Everything printed so far by every start. */
  get output(): string {
    return this.#output;
  }

  get complaints(): string {
    return this.#complaints;
  }

  get port(): number {
    return Number(new URL(this.links.console).port);
  }

  /** Starts the program and waits for its links. The port is a free one, and the same after a restart. */
  async start(): Promise<void> {
    const port = this.links.console === '' ? 0 : this.port;
    const child = spawn(
      process.execPath,
      [...this.#nodeOptions, program, ...this.#args, '--port', String(port)],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    this.#child = child;
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => {
      printed += String(chunk);
      this.#output += String(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      this.#complaints += String(chunk);
    });
    const until = performance.now() + patienceMs;
    while (printed.split('\n').length < 5) {
      if (child.exitCode !== null || performance.now() > until)
        throw new Error(`the host printed no links:\n${printed}\n${this.#complaints}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const [console = '', projector = '', panel = '', prompter = ''] = printed.split('\n');
    this.links = { console, projector, panel, prompter };
  }

  /** As when the laptop's process dies: no orderly end. */
  kill(): Promise<void> {
    return this.#end('SIGKILL');
  }

  /** Ctrl-C. */
  stop(): Promise<void> {
    return this.#end('SIGINT');
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  }
}
