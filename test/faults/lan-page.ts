import { setTimeout as setTimeoutPromise } from 'node:timers/promises';
import { WebSocket } from 'ws';
import type { Instant } from '../../shared/kernel/brand.ts';
import type { ClientMessage } from '../../shared/protocol/client-message.ts';
import type { HostMessage, ViewVersion } from '../../shared/protocol/host-message.ts';
import type { Role } from '../../shared/protocol/roles.ts';
import { protocolVersion } from '../../shared/protocol/version.ts';

const silentAfterMs = 6_000;
const longestBackOffMs = 200;

export type Address = {
  /** Where the page connects: the host, or a bad network before it. */
  readonly port: number;
  /** The port that the host itself listens on, which the page's Host header names. */
  readonly hostPort: number;
};

type Kind = HostMessage['kind'];
type Of<K extends Kind> = Extract<HostMessage, { kind: K }>;

/**
 * A page of the hall as far as the network sees it: says hello, answers pings, puts its view together from the
 * sections it is sent, and comes back after every cut, sooner than a real page so that a test sees many cuts.
 */
export class LanPage {
  /** What a host must never do, as it was seen to do it. */
  readonly faults: string[] = [];
  readonly view = new Map<string, unknown>();
  version: ViewVersion | null = null;
  welcome: Of<'welcome'> | null = null;
  connections = 0;
  /** When this page last said hello and was welcomed, on the machine's clock. */
  helloAt = machineNow();
  welcomeAt = machineNow();
  #socket: WebSocket | null = null;
  #address: Address;
  #silence: NodeJS.Timeout | null = null;
  #retry: NodeJS.Timeout | null = null;
  #isAdmitted = false;
  #isStopped = false;
  readonly #hello: () => { readonly role: Role; readonly token?: string; readonly publicKey?: string };
  readonly #listeners = new Set<(message: HostMessage) => void>();

  constructor(
    address: Address,
    hello: () => { readonly role: Role; readonly token?: string; readonly publicKey?: string },
    heard: (message: HostMessage) => void = () => undefined,
  ) {
    this.#address = address;
    this.#hello = hello;
    this.listen(heard);
    this.#connect();
  }

  get isOnline(): boolean {
    return this.#isAdmitted;
  }

  get isConnected(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  /** Returns how to stop listening. */
  listen(heard: (message: HostMessage) => void): () => void {
    this.#listeners.add(heard);
    return () => this.#listeners.delete(heard);
  }

  send(message: ClientMessage): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  section(name: string): unknown {
    return this.view.get(name);
  }

  /** From now on over another way. */
  moveTo(address: Address): void {
    this.#address = address;
    this.#socket?.terminate();
  }

  stop(): void {
    this.#isStopped = true;
    if (this.#silence) clearTimeout(this.#silence);
    if (this.#retry) clearTimeout(this.#retry);
    this.#socket?.terminate();
  }

  #connect(): void {
    const { port, hostPort } = this.#address;
    const socket = new WebSocket(`ws://127.0.0.1:${port}/socket`, {
      headers: { host: `127.0.0.1:${hostPort}` },
      perMessageDeflate: false,
      handshakeTimeout: silentAfterMs,
    });
    this.#socket = socket;
    socket.on('open', () => {
      this.connections += 1;
      this.helloAt = machineNow();
      this.#listenForSilence(socket);
      this.send({ kind: 'hello', protocol: protocolVersion, ...this.#hello() });
    });
    socket.on('message', (data) => {
      this.#listenForSilence(socket);
      this.#received(JSON.parse(String(data)) as HostMessage);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      if (this.#socket !== socket) return;
      this.#isAdmitted = false;
      if (this.#isStopped) return;
      this.#retry = setTimeout(() => this.#connect(), Math.random() * longestBackOffMs);
    });
  }

  #listenForSilence(socket: WebSocket): void {
    if (this.#silence) clearTimeout(this.#silence);
    this.#silence = setTimeout(() => socket.terminate(), silentAfterMs);
  }

  #received(message: HostMessage): void {
    switch (message.kind) {
      case 'welcome':
        this.welcome = message;
        this.welcomeAt = machineNow();
        break;
      case 'ping':
        this.send({ kind: 'pong', id: message.id, version: this.version?.n ?? 0 });
        break;
      case 'admitted':
        this.#isAdmitted = true;
        break;
      case 'view':
        this.#show(message);
        break;
      default:
        break;
    }
    for (const heard of this.#listeners) heard(message);
  }

  #show({ version, sections }: Of<'view'>): void {
    const old = this.version;
    if (old && (version.start < old.start || (version.start === old.start && version.n < old.n)))
      this.faults.push(`version went back from ${old.start}.${old.n} to ${version.start}.${version.n}`);
    this.version = version;
    for (const [name, section] of Object.entries(sections)) this.view.set(name, section);
  }
}

/** Looks every few ms whether `isSo` holds. Rejects after `timeoutMs`. */
export async function until(what: string, isSo: () => boolean, timeoutMs = 120_000): Promise<void> {
  const end = performance.now() + timeoutMs;
  while (!isSo()) {
    if (performance.now() > end) throw new Error(`not within ${timeoutMs} ms: ${what}`);
    await setTimeoutPromise(5);
  }
}

/** The machine's monotonic clock in whole ms, which the host's own clock is, too. */
export function machineNow(): Instant {
  return Number(process.hrtime.bigint() / 1_000_000n) as Instant;
}
