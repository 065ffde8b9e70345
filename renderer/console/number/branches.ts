import type { SheetBlock } from '../../../shared/documents/sheet.ts';

export type TreeLine = Extract<SheetBlock, { kind: 'tree' }>['lines'][number];

/** A line of a tree with its place: `below` lines follow it that it opens into. */
export type Branch = {
  readonly line: TreeLine;
  readonly at: number;
  readonly below: number;
  readonly above: number | null;
};

/** A whole tree of so many lines is shown opened. */
const showsWhole = 40;

export function branchesOf(lines: readonly TreeLine[]): readonly Branch[] {
  /** The last line of each depth on the way down to the present one. */
  const way: number[] = [];
  return lines.map((line, at) => {
    const end = lines.findIndex((other, n) => n > at && other.depth <= line.depth);
    way[line.depth] = at;
    const above = way[line.depth - 1] ?? null;
    return { line, at, below: (end < 0 ? lines.length : end) - at - 1, above };
  });
}

/** Lines that lie below closed ones are left out. */
export function shownBranches(branches: readonly Branch[], closed: ReadonlySet<number>): readonly Branch[] {
  let hiddenUpTo = -1;
  return branches.filter(({ at, below }) => {
    if (at <= hiddenUpTo) return false;
    if (closed.has(at)) hiddenUpTo = at + below;
    return true;
  });
}

/** What is closed at first: all but the way to the number that was pressed and what it is made of. */
export function closedAtFirst(branches: readonly Branch[], pressed: number): ReadonlySet<number> {
  const parents = branches.filter(({ below }) => below > 0);
  if (pressed === 0 && branches.length <= showsWhole) return new Set();
  const open = new Set<number>([pressed]);
  for (let at = branches[pressed]?.above ?? null; at !== null; at = branches[at]?.above ?? null) open.add(at);
  return new Set(parents.map(({ at }) => at).filter((at) => !open.has(at)));
}

/** The line of the number that was pressed: a group by its name, else the total, which is the first. */
export function pressedLine(lines: readonly TreeLine[], group: string | null): number {
  return Math.max(
    0,
    lines.findIndex(({ text }) => text === group),
  );
}
