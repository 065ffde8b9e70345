import type { Refusals } from '../../../shared/views/console-view.ts';

/** Counts what was refused, for the console. Holds no content of what was refused. */
export class RefusalCounter {
  #total = 0;
  readonly #byCode = new Map<string, number>();
  #last: Refusals['last'] = null;

  /** `from` names who sent it, such as `第 4 席` or an address; `wall` is ms since 1970 UTC. */
  count(code: string, path: string, from: string, wall: number): void {
    this.#total += 1;
    this.#byCode.set(code, (this.#byCode.get(code) ?? 0) + 1);
    this.#last = { code, path, wall, from };
  }

  view(): Refusals {
    const byCode = [...this.#byCode]
      .map(([code, count]) => ({ code, count }))
      .sort((a, b) => b.count - a.count);
    return { total: this.#total, byCode, last: this.#last };
  }
}
