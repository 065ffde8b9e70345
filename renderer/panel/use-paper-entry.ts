import { useCallback, useRef, useState } from 'react';
import type { UnitId } from '../../shared/kernel/brand.ts';
import {
  cellsOf,
  type MarkCell,
  type Paper,
  type PaperValues,
  usableValues,
  withRecusal,
} from '../ballot-paper/paper.ts';
import { type MarkEntry, startEntry } from './mark-entry.ts';

type PaperEntry = {
  readonly entry: MarkEntry;
  readonly cells: readonly MarkCell[];
  readonly change: (next: (before: MarkEntry) => MarkEntry) => void;
  readonly write: (next: (values: PaperValues) => PaperValues) => void;
  readonly recuse: (unit: UnitId, recused: boolean) => void;
};

/** What is being filled in on a paper: every change is told at once, so that a draft of it can be kept. */
export function usePaperEntry(
  paper: Paper,
  startFrom: PaperValues,
  changed: (values: PaperValues) => void,
): PaperEntry {
  const [entry, setEntry] = useState<MarkEntry>(() => {
    const values = usableValues(paper, startFrom);
    return startEntry(cellsOf(paper, values), values);
  });
  // Keys may come faster than the page is drawn.
  const drawn = useRef(entry);

  const change = useCallback<PaperEntry['change']>(
    (next) => {
      const after = next(drawn.current);
      if (after.values !== drawn.current.values) changed(after.values);
      drawn.current = after;
      setEntry(after);
    },
    [changed],
  );
  return {
    entry,
    cells: cellsOf(paper, entry.values),
    change,
    write: (next) => change((before) => ({ ...before, values: next(before.values) })),
    recuse: (unit, recused) =>
      change(({ values }) => {
        const after = withRecusal(paper, values, unit, recused);
        return startEntry(cellsOf(paper, after), after);
      }),
  };
}
