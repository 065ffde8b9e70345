import type { Command } from '../../shared/domain/command.ts';
import type { EventState } from '../../shared/domain/state.ts';
import type { HostClock } from './clock.ts';
import type { OrderLine } from './order-line.ts';
import { TimeWatch } from './time-watch.ts';
import { ZeroLock } from './zero-lock.ts';

type OwnOrdersParts = {
  readonly clock: HostClock;
  readonly orders: Pick<OrderLine, 'submit'>;
  readonly state: () => EventState;
  readonly report: (where: string, fault: unknown) => void;
};

/** What the host orders by itself: it notes time that it couldn't count, and locks a round at zero. */
export class OwnOrders {
  readonly #parts: OwnOrdersParts;
  readonly #watch: TimeWatch;
  readonly #zeroLock: ZeroLock;

  constructor(parts: OwnOrdersParts) {
    this.#parts = parts;
    this.#watch = new TimeWatch(parts.clock, {
      slept: ({ lastInstant, gapMs }) =>
        this.#order({ kind: 'NoteClockGap', reason: 'sleep', lastInstant, gapMs }),
      wallMoved: (byMs) => this.#order({ kind: 'NoteWallClock', byMs }),
    });
    this.#zeroLock = new ZeroLock({
      clock: parts.clock,
      state: parts.state,
      lock: (round) => {
        // A host that stood still notes that first: the countdown waits, and this lock is refused.
        this.#watch.tick();
        return this.#order({ kind: 'LockRound', round });
      },
    });
  }

  start(): void {
    this.#watch.start();
    this.look();
  }

  /** The state or the disk may have changed. */
  look(): void {
    this.#zeroLock.look();
  }

  /** The machine is about to sleep, or has woken. */
  lookAtTime(): void {
    this.#watch.tick();
    this.look();
  }

  /** Time is watched no longer; what is still being answered may yet lead to a lock. */
  stopWatching(): void {
    this.#watch.stop();
  }

  stop(): void {
    this.stopWatching();
    this.#zeroLock.stop();
  }

  async #order(command: Command): Promise<void> {
    await this.#parts.orders
      .submit({ command, by: { role: 'host' }, ref: null })
      .catch((fault) => this.#parts.report(command.kind, fault));
  }
}
