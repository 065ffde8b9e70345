const forgetAfterMs = 10 * 60_000;
const longestWaitMs = 30_000;

type Tries = { readonly count: number; readonly until: number; readonly last: number };

/**
 * Slows down an address that gives wrong secrets: 0.5 s after the second wrong try, doubling to 30 s.
 * Nothing is ever locked: a seat's card and a paired device go on working. Times are ms of the monotonic clock.
 */
export class SlowDown {
  readonly #tries = new Map<string, Tries>();

  /** How long this address still has to wait, in ms; 0 if it may try. */
  waitMs(address: string, now: number): number {
    return Math.max(0, (this.#tries.get(address)?.until ?? 0) - now);
  }

  /** Notes a wrong try and returns the wait that follows, in ms. */
  wrong(address: string, now: number): number {
    for (const [other, { last }] of this.#tries) if (now - last > forgetAfterMs) this.#tries.delete(other);
    const count = (this.#tries.get(address)?.count ?? 0) + 1;
    const wait = count < 2 ? 0 : Math.min(longestWaitMs, 500 * 2 ** (count - 2));
    this.#tries.set(address, { count, until: now + wait, last: now });
    return wait;
  }

  right(address: string): void {
    this.#tries.delete(address);
  }
}
