import { useState } from 'react';
import type { EdgeHeight } from './scene-traits.ts';

type Entry = { readonly key: string; readonly edge: EdgeHeight; readonly isAfterEdge: boolean };

/** The picture that is shown, and whether it came with a move of the edge: then it waits for it. */
export function useEntry(key: string, edge: EdgeHeight): Entry {
  const [entry, setEntry] = useState<Entry>({ key, edge, isAfterEdge: false });
  if (entry.key === key && entry.edge === edge) return entry;
  const next = { key, edge, isAfterEdge: entry.edge !== edge };
  setEntry(next);
  return next;
}
