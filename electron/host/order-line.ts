import type { AuthorityPort, Order, Outcome } from './authority.ts';

/**
 * So many orders whose turn has come go on although others behind them are still being checked: more than a panel
 * has seats, so a burst is one commit, and few enough to be checked in about a tenth of a second.
 */
const gatherUpTo = 512;

/** What happens at its turn; null while its check runs. */
type Place = { takeTurn: (() => void) | null };

/**
 * Orders reach the authority in the order of their arrival, also while the signature of an earlier one is still being
 * checked beside the main thread: a seat's ballots can't overtake one another, and a lock can't overtake a ballot
 * that came before it. Orders wait for the checks running behind them, so that a crowd of ballots costs few commits.
 */
export class OrderLine implements AuthorityPort {
  readonly #authority: AuthorityPort;
  /** In the order of arrival. Unless it is empty, the check of at least one runs. */
  #places: Place[] = [];

  constructor(authority: AuthorityPort) {
    this.#authority = authority;
  }

  get state() {
    return this.#authority.state;
  }

  get disk() {
    return this.#authority.disk;
  }

  get head() {
    return this.#authority.head;
  }

  retryDisk(): Promise<boolean> {
    return this.#authority.retryDisk();
  }

  submit(order: Order): Promise<Outcome> {
    return this.#inTurn(() => this.#authority.submit(order));
  }

  /** Waits for its turn like an order: whatever came before it, a ballot still being checked too, is in the file then. */
  stop(): Promise<void> {
    return this.#inTurn(() => this.#authority.stop());
  }

  /** The order keeps the place of its arrival, but counts only if the check comes out true; null if it doesn't. */
  submitIf(check: Promise<boolean>, order: Order): Promise<Outcome | null> {
    return new Promise((resolve, reject) => {
      const place: Place = { takeTurn: null };
      this.#places.push(place);
      const decided = (takeTurn: () => void) => {
        place.takeTurn = takeTurn;
        this.#advance();
      };
      check.then(
        (isTrue) => decided(() => resolve(isTrue ? this.#authority.submit(order) : null)),
        (fault) => decided(() => reject(fault)),
      );
    });
  }

  #inTurn<Answer>(act: () => Promise<Answer>): Promise<Answer> {
    if (this.#places.length === 0) return act();
    return new Promise((resolve) => {
      this.#places.push({ takeTurn: () => resolve(act()) });
    });
  }

  #advance(): void {
    const running = this.#places.findIndex(({ takeTurn }) => takeTurn === null);
    if (running >= 0 && running < gatherUpTo) return;
    const ready = this.#places.splice(0, running < 0 ? this.#places.length : running);
    for (const { takeTurn } of ready) takeTurn?.();
  }
}
