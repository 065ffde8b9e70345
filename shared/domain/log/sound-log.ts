import { type Head, NO_ENTRY_HASH, type ParseText } from './entry.ts';
import type { PlacedEntry } from './placement.ts';
import { readEntry, type StoredEntry } from './stored-entry.ts';

/**
 * Reads a log that is as it was written, in one pass that keeps nothing of the rows: the bytes, the copies beside
 * them, the order and every link. Null as soon as anything isn't so; checkChain then tells what. Whether the first
 * entry opens a log, and where the log ends, isn't looked at.
 */
export function readSoundLog(
  rows: Iterable<StoredEntry>,
  sha256: (text: string) => string,
  parse?: ParseText,
): readonly PlacedEntry[] | null {
  const entries: PlacedEntry[] = [];
  let before = NO_ENTRY_HASH;
  for (const row of rows) {
    const { hash, entry } = readEntry(row, sha256, parse);
    const position = entries.length;
    if (hash === null || entry === null) return null;
    if (row.n !== position || entry.n !== position || entry.prev !== before) return null;
    const { columns } = row;
    if (columns !== null) {
      const isCopied =
        columns.hash === hash &&
        columns.prev === entry.prev &&
        columns.wall === entry.wall &&
        columns.mono === entry.mono &&
        columns.boot === entry.boot &&
        columns.kind === entry.kind;
      if (!isCopied) return null;
    }
    entries.push({ key: position, position, hash, entry, columns: null, problem: null });
    before = hash;
  }
  return entries;
}

/** Whether a log read so goes through all of these heads. */
export function reachesHeads(entries: readonly PlacedEntry[], heads: readonly Head[]): boolean {
  return heads.every(({ n, hash }) => entries[n]?.hash === hash);
}
