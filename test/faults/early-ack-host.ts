import { EventFile } from '../../electron/host/log/event-file.ts';
import type { LinkedEntry } from '../../shared/domain/log/entry.ts';

/*
 * The sabotaged twin of the host's program: it answers and shows first, and writes a little later. Whatever is
 * killed in between has acknowledged what it then loses.
 */
const LATE_BY_MS = 400;
const { appendBatch } = EventFile.prototype;

EventFile.prototype.appendBatch = function (this: EventFile, entries: readonly LinkedEntry[]) {
  // The first entries of a new event are read back before anything else happens.
  if (this.head === null) return appendBatch.call(this, entries);
  setTimeout(() => appendBatch.call(this, entries), LATE_BY_MS);
};

await import('../../electron/host/main.ts');
