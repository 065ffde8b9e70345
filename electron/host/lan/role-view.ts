import { type SectionTexts, viewFrame } from './channel.ts';

/** A message ready for every socket of a role: the same bytes for all. */
export type ViewMessage = {
  readonly version: string;
  readonly sections: SectionTexts;
  readonly frame: Buffer;
};

/** Sections of one role's view as last shown, with the number of its changes. */
export class RoleView {
  readonly #start: number;
  #sections = new Map<string, string>();
  /** The sections as they were built: one that is still the same object needn't be written out to be compared. */
  readonly #built = new Map<string, unknown>();
  #changes = 0;

  /** `start` tells this run of the host from earlier ones. */
  constructor(start: number) {
    this.#start = start;
  }

  get version(): string {
    return JSON.stringify({ start: this.#start, n: this.#changes });
  }

  /** The number of changes so far. */
  get changes(): number {
    return this.#changes;
  }

  /** Takes a newly built view; the message holds just the sections that changed, or is null if none did. */
  update(view: { readonly [section: string]: unknown }): ViewMessage | null {
    const changed = new Map<string, string>();
    for (const [name, section] of Object.entries(view)) {
      if (section !== null && typeof section === 'object' && this.#built.get(name) === section) continue;
      this.#built.set(name, section);
      const text = JSON.stringify(section);
      if (this.#sections.get(name) !== text) changed.set(name, text);
    }
    if (changed.size === 0) return null;
    for (const [name, text] of changed) this.#sections.set(name, text);
    this.#changes += 1;
    return this.#message(changed);
  }

  /** Whether a section isn't the one shown last. */
  differs(name: string, section: unknown): boolean {
    return this.#sections.get(name) !== JSON.stringify(section);
  }

  /** Everything, for a screen that has just come. `own` are sections of this one receiver. */
  whole(own: SectionTexts = new Map()): ViewMessage {
    return this.#message(new Map([...this.#sections, ...own]));
  }

  #message(sections: SectionTexts): ViewMessage {
    return { version: this.version, sections, frame: viewFrame(this.version, sections) };
  }
}
