import type { HostMessage } from '../../../shared/protocol/host-message.ts';
import type { HostClock } from '../clock.ts';

const pingEveryMs = 2_000;
const silentAfterMs = 6_000;

type Ping = Extract<HostMessage, { kind: 'ping' }>;

type Parts = {
  readonly clock: HostClock;
  readonly ping: (message: Ping) => void;
  /** Nothing was heard for 6 s. */
  readonly silent: () => void;
};

/** One connection's heartbeat: a ping every 2 s, and how long its answer took. */
export class Heartbeat {
  readonly #parts: Parts;
  readonly #timer: NodeJS.Timeout;
  #lastHeard = performance.now();
  #id = 0;
  /** When the last ping was sent; null once it is answered. */
  #sentAt: number | null = null;
  #roundTripMs: number | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#timer = setInterval(() => this.#beat(), pingEveryMs);
  }

  /** Whatever the page says shows that it is there. */
  heard(): void {
    this.#lastHeard = performance.now();
  }

  /** The round trip in ms that a pong closes; null for one that answers no ping or an older one. */
  answered(id: number): number | null {
    if (id !== this.#id || this.#sentAt === null) return null;
    this.#roundTripMs = Math.round(performance.now() - this.#sentAt);
    this.#sentAt = null;
    return this.#roundTripMs;
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #beat(): void {
    if (performance.now() - this.#lastHeard > silentAfterMs) return this.#parts.silent();
    // An unanswered ping has no round trip, and an older one's would mislead the page's clock.
    if (this.#sentAt !== null) this.#roundTripMs = null;
    this.#id += 1;
    this.#sentAt = performance.now();
    const { clock, ping } = this.#parts;
    ping({ kind: 'ping', id: this.#id, at: clock.now(), roundTripMs: this.#roundTripMs });
  }
}
