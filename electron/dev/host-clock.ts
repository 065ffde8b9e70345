import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** How far each clock of the host is ahead of the machine's, in ms. */
export type Ahead = { readonly monoMs: number; readonly wallMs: number; readonly uptimeMs: number };

const preload = pathToFileURL(join(import.meta.dirname, 'moved-clock.js')).href;

/** The host takes a step of more than 10 s between two looks, one a second, for time it couldn't count. */
const stepMs = 7_000;
const stepEveryMs = 1_100;

/** Moves the clocks of every host that is started with its environment. */
export class HostClock {
  readonly #server: Server;
  readonly #hosts = new Set<Socket>();
  #ahead: Ahead = { monoMs: 0, wallMs: 0, uptimeMs: 0 };
  #forwardMs = 0;
  #stepping: NodeJS.Timeout | null = null;

  constructor() {
    this.#server = createServer((host) => {
      this.#hosts.add(host);
      host.on('error', () => undefined);
      host.on('close', () => this.#hosts.delete(host));
      this.#tell();
    });
  }

  async start(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  /** For a host that starts now: its clocks go on where the last one's were. */
  environment(): { readonly [name: string]: string } {
    const { monoMs, wallMs, uptimeMs } = this.#ahead;
    const { port } = this.#server.address() as AddressInfo;
    const options = [process.env.NODE_OPTIONS ?? '', `--import ${preload}`].join(' ').trim();
    return { NODE_OPTIONS: options, LEITAI_DEV_CLOCK: [port, monoMs, wallMs, uptimeMs].join(' ') };
  }

  get state() {
    return { ...this.#ahead, forwardMs: this.#forwardMs, hosts: this.#hosts.size };
  }

  /** As if the machine had slept so long: its monotonic clock stood still. */
  sleep(ms: number): void {
    this.#move({ monoMs: 0, wallMs: ms, uptimeMs: ms });
  }

  /** As if somebody had set the clock; negative sets it back. */
  setWall(ms: number): void {
    this.#move({ monoMs: 0, wallMs: ms, uptimeMs: 0 });
  }

  /** Lets time pass faster until so much has passed: timers run on, and no gap is noticed. */
  forward(ms: number): void {
    this.#forwardMs += ms;
    if (this.#stepping) return;
    this.#step();
    this.#stepping = setInterval(() => this.#step(), stepEveryMs);
  }

  async stop(): Promise<void> {
    if (this.#stepping) clearInterval(this.#stepping);
    for (const host of this.#hosts) host.destroy();
    await new Promise((stopped) => this.#server.close(stopped));
  }

  #step(): void {
    const ms = Math.min(stepMs, this.#forwardMs);
    this.#forwardMs -= ms;
    if (ms > 0) this.#move({ monoMs: ms, wallMs: ms, uptimeMs: ms });
    if (this.#forwardMs > 0 || !this.#stepping) return;
    clearInterval(this.#stepping);
    this.#stepping = null;
  }

  #move(by: Ahead): void {
    const { monoMs, wallMs, uptimeMs } = this.#ahead;
    this.#ahead = {
      monoMs: monoMs + by.monoMs,
      wallMs: wallMs + by.wallMs,
      uptimeMs: uptimeMs + by.uptimeMs,
    };
    this.#tell();
  }

  #tell(): void {
    for (const host of this.#hosts) host.write(`${JSON.stringify(this.#ahead)}\n`);
  }
}
