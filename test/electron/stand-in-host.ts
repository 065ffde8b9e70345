import type { HostMessage, ShellMessage } from '../../electron/shell-link.ts';
import { parseShellMessage } from '../../electron/shell-link.ts';
import { Emitter } from './stand-in-emitter.ts';

export class StandInHost extends Emitter {
  readonly pid: number;
  readonly args: readonly string[];
  readonly received: ShellMessage[] = [];
  isRunning = true;
  /** A hung host takes messages and answers none. */
  isHung = false;

  constructor(pid: number, args: readonly string[]) {
    super();
    this.pid = pid;
    this.args = args;
  }
  postMessage(value: unknown): void {
    const message = parseShellMessage(value);
    if (!message.ok) throw new Error(`the shell sent a message that doesn't parse: ${message.error}`);
    this.received.push(message.value);
    if (this.isHung || !this.isRunning) return;
    if (message.value.kind === 'ping') this.say({ kind: 'pong' });
    if (message.value.kind === 'stop') {
      this.say({ kind: 'stopped' });
      this.end(0);
    }
  }
  say(message: HostMessage): void {
    this.emit('message', message);
  }
  end(code: number): void {
    if (!this.isRunning) return;
    this.isRunning = false;
    this.emit('exit', code);
  }
  last(kind: ShellMessage['kind']): ShellMessage | undefined {
    return this.received.findLast((message) => message.kind === kind);
  }
}
