import { isRecord } from './entry.ts';
import { type Finding, finding } from './finding.ts';
import type { PlacedEntry } from './placement.ts';

/** Kind of the entry that attaches a file by its hash. */
const ATTACHED_KIND = 'ProtocolAttached';

/**
 * Attached files that are missing or no longer have the hash that the log names. `stored` gives, for each hash that
 * bytes are stored under, the hash that these bytes have.
 */
export function checkMedia(
  entries: readonly PlacedEntry[],
  stored: ReadonlyMap<string, string>,
): readonly Finding[] {
  return entries.flatMap(({ position, entry }) => {
    if (entry?.kind !== ATTACHED_KIND || !isRecord(entry.body)) return [];
    const [name, hash] = [String(entry.body.name), String(entry.body.hash)];
    const found = stored.get(hash);
    if (found === hash) return [];
    return found === undefined
      ? finding('media-missing', position, { kind: 'file-missing', name, hash })
      : finding('media-differs', position, { kind: 'file-differs', name, found });
  });
}
