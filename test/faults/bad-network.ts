import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Dice } from './seeded.ts';

const LONGEST_DELAY_MS = 400;
const LONGEST_STALL_MS = 8_000;
const LONGEST_LIFE_MS = 12_000;
/** Chances for each piece of data that passes. */
const CHANCE_OF_DELAY = 0.1;
const CHANCE_OF_STALL = 0.004;
const CHANCE_OF_CUT = 0.01;
const CHANCE_OF_DEAF_CUT = 0.02;

const DEAF_FOR_MS = 50;

type Line = { readonly cut: () => void; isDeaf: boolean };

export type BadNetworkTally = { cuts: number; deafCuts: number; stalls: number; delays: number };

/**
 * A network between devices and their host: data comes late, connections stall for seconds or are cut, at times just
 * after the host has been told something and before it can answer. TCP itself keeps the order, as on a real LAN.
 */
export class BadNetwork {
  readonly tally: BadNetworkTally = { cuts: 0, deafCuts: 0, stalls: 0, delays: 0 };
  readonly #server: Server;
  readonly #hostPort: number;
  readonly #dice: Dice;
  readonly #sockets = new Set<Socket>();
  #isHealed = false;

  constructor(hostPort: number, dice: Dice) {
    this.#hostPort = hostPort;
    this.#dice = dice;
    this.#server = createServer((device) => this.#join(device));
  }

  /** Returns the port that devices connect to. */
  async start(): Promise<number> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return address.port;
  }

  /** From now on everything passes at once; what waits, waits to its end, and connections live on. */
  heal(): void {
    this.#isHealed = true;
  }

  async stop(): Promise<void> {
    this.heal();
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #join(device: Socket): void {
    const host = connect(this.#hostPort, '127.0.0.1');
    const cut = () => {
      device.destroy();
      host.destroy();
    };
    const life = this.#isHealed
      ? null
      : setTimeout(() => this.#cut(cut), this.#dice.whole(500, LONGEST_LIFE_MS));
    for (const socket of [device, host]) {
      socket.setNoDelay(true);
      this.#sockets.add(socket);
      socket.on('error', cut);
      socket.on('close', () => {
        this.#sockets.delete(socket);
        if (life) clearTimeout(life);
        cut();
      });
    }
    const line: Line = { cut, isDeaf: false };
    this.#pass(device, host, line, true);
    this.#pass(host, device, line, false);
  }

  #cut(cut: () => void): void {
    if (this.#isHealed) return;
    this.tally.cuts += 1;
    cut();
  }

  #pass(from: Socket, to: Socket, line: Line, isToHost: boolean): void {
    // Each piece waits for the one before it.
    let before: Promise<void> = Promise.resolve();
    from.on('data', (data) => {
      const waitMs = this.#isHealed ? 0 : this.#waitMs();
      before = before.then(async () => {
        if (waitMs > 0) await sleep(waitMs);
        if (to.destroyed || (line.isDeaf && !isToHost)) return;
        if (!this.#isHealed && this.#dice.isTrue(CHANCE_OF_CUT)) return this.#cut(line.cut);
        to.write(data);
        if (!this.#isHealed && isToHost && this.#dice.isTrue(CHANCE_OF_DEAF_CUT)) this.#deafen(line);
      });
    });
  }

  /** The host hears what was sent last, the device never hears the answer. */
  #deafen(line: Line): void {
    this.tally.deafCuts += 1;
    line.isDeaf = true;
    setTimeout(line.cut, DEAF_FOR_MS);
  }

  #waitMs(): number {
    if (this.#dice.isTrue(CHANCE_OF_STALL)) {
      this.tally.stalls += 1;
      return this.#dice.whole(1_000, LONGEST_STALL_MS);
    }
    if (!this.#dice.isTrue(CHANCE_OF_DELAY)) return 0;
    this.tally.delays += 1;
    return this.#dice.whole(1, LONGEST_DELAY_MS);
  }
}
