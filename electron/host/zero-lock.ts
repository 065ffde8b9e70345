import type { EventState } from '../../shared/domain/state.ts';
import { zeroLockOf } from '../../shared/domain/zero-lock.ts';
import type { RoundId } from '../../shared/kernel/brand.ts';
import type { HostClock } from './clock.ts';

/** Timers of Node take no longer wait, in ms. */
const longestWaitMs = 2 ** 31 - 1;

type Parts = {
  readonly clock: Pick<HostClock, 'now'>;
  readonly state: () => EventState;
  /** Orders the lock; resolves once it is answered. */
  readonly lock: (round: RoundId) => Promise<void>;
};

// ROUND-16
/** Orders the lock of a round whose countdown has run out with nobody missing, where the definition wants that. */
export class ZeroLock {
  readonly #parts: Parts;
  #timer: NodeJS.Timeout | null = null;
  #isOrdered = false;
  #isAskedAgain = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Something may have changed: the state, the disk, or the time without a timer having run. */
  look(): void {
    this.stop();
    // While the lock is being written nothing is known; whatever the order comes to, what changed meanwhile is seen.
    this.#isAskedAgain = this.#isOrdered;
    if (this.#isOrdered) return;
    const { clock, state } = this.#parts;
    const due = zeroLockOf(state(), clock.now());
    if (!due) return;
    if (due.inMs <= 0) return this.#order(due.round);
    this.#timer = setTimeout(() => this.look(), Math.min(due.inMs, longestWaitMs));
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #order(round: RoundId): void {
    this.#isOrdered = true;
    void this.#parts.lock(round).finally(() => {
      this.#isOrdered = false;
      if (this.#isAskedAgain) this.look();
    });
  }
}
