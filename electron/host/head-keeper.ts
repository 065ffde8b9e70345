import type { Head } from '../../shared/domain/log/entry.ts';
import { writeHead } from './log/heads.ts';

const everyMs = 1_000;

/** Keeps the end of the log noted outside the event file, at most once a second, so that a cut-off tail shows. */
export class HeadKeeper {
  readonly #data: string;
  readonly #event: string;
  readonly #version: number;
  /** The hash of the log's first entry. */
  readonly #first: string | null;
  readonly #head: () => Head;
  readonly #report: (where: string, fault: unknown) => void;
  #timer: NodeJS.Timeout | null = null;

  constructor(
    data: string,
    {
      event,
      version,
      first,
    }: { readonly event: string; readonly version: number; readonly first: string | null },
    head: () => Head,
    report: (where: string, fault: unknown) => void,
  ) {
    this.#data = data;
    this.#event = event;
    this.#version = version;
    this.#first = first;
    this.#head = head;
    this.#report = report;
  }

  /** Something was appended; noted soon. */
  moved(): void {
    this.#timer ??= setTimeout(() => this.note(), everyMs);
  }

  /** Notes it now: at a release, at the close and when the host stops. */
  note(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    try {
      writeHead(this.#data, this.#event, this.#head(), this.#version, this.#first);
    } catch (fault) {
      // The log itself is safe; only this note of its end is not.
      this.#report('head note', fault);
    }
  }
}
