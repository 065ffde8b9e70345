import type { StoredEntry } from './stored-entry.ts';

/** All that one file holds of an event, the first version first; the last one is the file's own log. */
export type LogsOfFile = {
  readonly event: string | null;
  readonly logs: readonly { readonly version: number; readonly rows: readonly StoredEntry[] }[];
};

/** An entry by its version and position. */
type Place = { readonly version: number; readonly n: number };

export type LogComparison =
  | { readonly kind: 'other-event' | 'same' }
  /** One file is the other one gone on: `longer` has `from` and what follows it beyond the other's end. */
  | { readonly kind: 'goes-on'; readonly longer: 'first' | 'second'; readonly from: Place }
  /** Two histories: at this entry each has its own. A hash is null where that file's log ends, or can't be read. */
  | {
      readonly kind: 'fork';
      readonly at: Place;
      readonly first: string | null;
      readonly second: string | null;
    };

// EVENT-6
/**
 * Whether two files of one event tell the same history, and where they part. Each is verified by itself beside this:
 * here only the bytes of the entries are held against one another.
 */
export function compareLogs(
  first: LogsOfFile,
  second: LogsOfFile,
  sha256: (text: string) => string,
): LogComparison {
  if (first.event === null || first.event !== second.event) return { kind: 'other-event' };
  const hashAt = (rows: readonly StoredEntry[], n: number): string | null => {
    const text = rows[n]?.text ?? null;
    return text === null ? null : sha256(text);
  };
  const versions = Math.max(first.logs.length, second.logs.length);
  for (let index = 0; index < versions; index += 1) {
    const one = first.logs[index];
    const other = second.logs[index];
    const version = (one ?? other)?.version ?? 1;
    if (!one || !other) return { kind: 'goes-on', longer: one ? 'first' : 'second', from: { version, n: 0 } };
    const shorter = Math.min(one.rows.length, other.rows.length);
    for (let n = 0; n < shorter; n += 1) {
      const hashes = { first: hashAt(one.rows, n), second: hashAt(other.rows, n) };
      if (hashes.first === null || hashes.first !== hashes.second)
        return { kind: 'fork', at: { version, n }, ...hashes };
    }
    if (one.rows.length === other.rows.length) continue;
    const at = { version, n: shorter };
    const isOneShorter = one.rows.length === shorter;
    // A log that something supersedes has ended: nothing goes on there.
    const isLast = (isOneShorter ? first : second).logs.length === index + 1;
    return isLast
      ? { kind: 'goes-on', longer: isOneShorter ? 'second' : 'first', from: at }
      : { kind: 'fork', at, first: hashAt(one.rows, shorter), second: hashAt(other.rows, shorter) };
  }
  return { kind: 'same' };
}
