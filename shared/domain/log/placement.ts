import { type Head, NO_ENTRY_HASH } from './entry.ts';
import type { ReadEntry } from './stored-entry.ts';

/** A read entry and the position of the log it belongs to, which may not be the one it is stored under. */
export type PlacedEntry = ReadEntry & {
  readonly position: number;
  /** Where its log begins, where positions are counted through all versions of an event. */
  readonly base?: number;
};

/**
 * Decides for each stored entry where in the log it belongs, so that a swap, a removal with
 * renumbering and an altered number can be told apart. An entry stays under its key unless something
 * else that is stored vouches for the number it bears. Returned in the order of positions.
 */
export function placeEntries(rows: readonly ReadEntry[], heads: readonly Head[]): readonly PlacedEntry[] {
  const home = rows.filter((row) => (row.entry?.n ?? row.key) === row.key).map((row) => row.key);
  // A sound log, however long: nothing has to vouch for anything.
  if (home.length === rows.length) return inOrder(rows.map((row) => ({ ...row, position: row.key })));
  const atHome = new Set(home);
  const vouched = collectVouchedHashes(rows, heads);
  const taken = new Set(atHome);
  const placed: PlacedEntry[] = [];
  let before: Pick<PlacedEntry, 'position' | 'hash'> = { position: -1, hash: NO_ENTRY_HASH };

  for (const row of rows) {
    let position = row.key;
    const claimed = row.entry?.n ?? row.key;
    if (claimed !== row.key && !atHome.has(claimed) && row.hash !== null) {
      if (vouched.get(claimed)?.has(row.hash)) position = claimed;
      else if (row.entry?.prev === before.hash) position = before.position + 1;
      else if (row.columns?.hash === row.hash) position = claimed;
    }
    // Two for one position: the later one stays under its own key and is reported there.
    if (position !== row.key && taken.has(position)) position = row.key;
    taken.add(position);
    before = { position, hash: row.hash };
    placed.push({ ...row, position });
  }
  return inOrder(placed);
}

function inOrder(placed: PlacedEntry[]): readonly PlacedEntry[] {
  return placed.sort((a, b) => a.position - b.position);
}

/** For each position, the hashes that other stored facts say its entry has. */
function collectVouchedHashes(
  rows: readonly ReadEntry[],
  heads: readonly Head[],
): ReadonlyMap<number, ReadonlySet<unknown>> {
  const vouched = new Map<number, Set<unknown>>();
  const vouch = (position: number, hash: unknown): void => {
    const known = vouched.get(position);
    if (known === undefined) vouched.set(position, new Set([hash]));
    else known.add(hash);
  };
  for (const { key, entry, columns } of rows) {
    if (entry !== null) vouch(entry.n - 1, entry.prev);
    if (columns !== null) vouch(key, columns.hash);
  }
  for (const head of heads) vouch(head.n, head.hash);
  return vouched;
}
