import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A seat's id, or every device of the hall. */
export type Whose = string | 'all';

type Line = { readonly device: Socket; readonly host: Socket; seat: string | null };

/** What the host says once to a device that it has given a seat; frames to devices are plain text. */
const admitted = /"kind":"admitted"[^{}]*?"seat":"([^"]+)"/;
const longestFirstWords = 4_096;

/**
 * The hall's network: everything that devices and the host say to one another passes here and can be cut, slowed
 * down or swallowed, for one seat or for all. Pages on the host's own machine go round it.
 */
export class HallNetwork {
  readonly #server: Server;
  readonly #lines = new Set<Line>();
  readonly #cutUntil = new Map<Whose, number>();
  readonly #deafUntil = new Map<Whose, number>();
  readonly #delayMs = new Map<Whose, number>();

  constructor() {
    this.#server = createServer((device) => this.#join(device));
  }

  /** Takes this address, at a free port, which the host then takes at 127.0.0.1. Returns the port. */
  async start(address: string, port: number): Promise<number> {
    this.#server.listen(port, address);
    await once(this.#server, 'listening');
    return (this.#server.address() as AddressInfo).port;
  }

  get state() {
    const now = performance.now();
    const left = (until: Map<Whose, number>) =>
      Object.fromEntries([...until].filter(([, end]) => end > now).map(([whose, end]) => [whose, end - now]));
    return {
      seats: [...new Set([...this.#lines].flatMap(({ seat }) => seat ?? []))].sort(),
      connections: this.#lines.size,
      cutMs: left(this.#cutUntil),
      deafMs: left(this.#deafUntil),
      delayMs: Object.fromEntries(this.#delayMs),
    };
  }

  /** Ends their connections, and lets none through for so long. */
  cut(whose: Whose, ms: number): void {
    this.#cutUntil.set(whose, performance.now() + ms);
    for (const line of this.#lines) if (this.#isUntil(this.#cutUntil, line)) end(line);
  }

  /** Drops whatever is said for so long, while connections stay open; then ends them, as there is a hole in them. */
  drop(whose: Whose, ms: number): void {
    this.#deafUntil.set(whose, performance.now() + ms);
    const lines = [...this.#lines].filter((line) => this.#isUntil(this.#deafUntil, line));
    setTimeout(() => lines.forEach(end), ms).unref();
  }

  /** From now on everything arrives so much later; 0 ends it. */
  delay(whose: Whose, ms: number): void {
    if (ms > 0) this.#delayMs.set(whose, ms);
    else this.#delayMs.delete(whose);
  }

  async stop(): Promise<void> {
    for (const line of this.#lines) end(line);
    await new Promise((stopped) => this.#server.close(stopped));
  }

  #isUntil(until: Map<Whose, number>, { seat }: Line): boolean {
    const end = Math.max(until.get('all') ?? 0, seat === null ? 0 : (until.get(seat) ?? 0));
    return end > performance.now();
  }

  #join(device: Socket): void {
    const { port } = this.#server.address() as AddressInfo;
    const host = connect(port, '127.0.0.1');
    const line: Line = { device, host, seat: null };
    for (const socket of [device, host]) {
      socket.setNoDelay(true);
      socket.on('error', () => end(line));
      socket.on('close', () => {
        this.#lines.delete(line);
        end(line);
      });
    }
    if (this.#isUntil(this.#cutUntil, line)) return end(line);
    this.#lines.add(line);
    this.#pass(device, host, line);
    this.#listen(line);
    this.#pass(host, device, line);
  }

  /** Learns whose line it is; a seat that is cut is recognised as soon as the host has let it in. */
  #listen(line: Line): void {
    let words = '';
    line.host.on('data', (data: Buffer) => {
      if (line.seat !== null) return;
      words = (words + data.toString('latin1')).slice(-longestFirstWords);
      line.seat = admitted.exec(words)?.[1] ?? null;
    });
  }

  #pass(from: Socket, to: Socket, line: Line): void {
    // Each piece waits for the one before it.
    let freeAt = 0;
    from.on('data', (data) => {
      if (this.#isUntil(this.#cutUntil, line)) return end(line);
      if (this.#isUntil(this.#deafUntil, line)) return;
      const delayMs = Math.max(this.#delayMs.get('all') ?? 0, this.#delayMs.get(line.seat ?? 'all') ?? 0);
      const now = performance.now();
      freeAt = Math.max(freeAt, now + delayMs);
      if (freeAt <= now) to.write(data);
      else setTimeout(() => to.writable && to.write(data), freeAt - now);
    });
  }
}

function end({ device, host }: Line): void {
  device.destroy();
  host.destroy();
}
