import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { classes } from '../classes.ts';
import { type Branch, branchesOf, closedAtFirst, shownBranches, type TreeLine } from './branches.ts';
import styles from './number.module.css';

type TreeViewProps = {
  readonly label: string;
  readonly lines: readonly TreeLine[];
  /** The line to stand on at first; null: the whole tree is closed and none is. */
  readonly pressed: number | null;
  /** Opens or closes all when it changes. */
  readonly all: { readonly isOpen: boolean; readonly turn: number };
};

const hasDigit = /\d/;

function allClosed(branches: readonly Branch[]): ReadonlySet<number> {
  return new Set(branches.filter(({ below }) => below > 0).map(({ at }) => at));
}

function Row({
  branch,
  isClosed,
  onToggle,
}: {
  readonly branch: Branch;
  readonly isClosed: boolean;
  readonly onToggle: () => void;
}) {
  const { line, at, below } = branch;
  const name = (
    <>
      <span className={styles.mark}>{below > 0 && <Icon name="chevron" />}</span>
      <span>{line.text}</span>
    </>
  );
  return (
    <tr className={classes(line.isOut && styles.out, line.depth === 0 && styles.root)}>
      <th scope="row" style={{ paddingLeft: `${line.depth * 18}px` }}>
        {below > 0 ? (
          <button
            type="button"
            className={styles.name}
            aria-expanded={!isClosed}
            data-line={at}
            onClick={onToggle}
          >
            {name}
          </button>
        ) : (
          <span className={styles.name}>{name}</span>
        )}
      </th>
      <td className={styles.value}>
        {line.isOut && hasDigit.test(line.value) ? <s>{line.value}</s> : line.value}
      </td>
      <td className={styles.note}>{line.note}</td>
    </tr>
  );
}

/** A tree of numbers: Tab or the arrows go from one to the next, Enter opens and closes, right opens and left closes. */
export function TreeView({ label, lines, pressed, all }: TreeViewProps) {
  const branches = useMemo(() => branchesOf(lines), [lines]);
  const [closed, setClosed] = useState(() =>
    pressed === null ? allClosed(branches) : closedAtFirst(branches, pressed),
  );
  const table = useRef<HTMLTableElement>(null);
  const isFirst = useRef(true);
  const focusLine = (at: number) =>
    table.current?.querySelector<HTMLButtonElement>(`[data-line="${at}"]`)?.focus();

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, where the number stands that was pressed
  useEffect(() => {
    if (pressed !== null) focusLine(pressed);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a press of the button, not a change of the tree
  useEffect(() => {
    if (!isFirst.current) setClosed(all.isOpen ? new Set() : allClosed(branches));
    isFirst.current = false;
  }, [all]);

  const set = (at: number, isClosed: boolean) => {
    const next = new Set(closed);
    if (isClosed) next.add(at);
    else next.delete(at);
    setClosed(next);
  };
  const move = (from: number, by: 1 | -1) => {
    const stops = shownBranches(branches, closed).filter(({ below }) => below > 0);
    const next = stops[stops.findIndex(({ at }) => at === from) + by];
    if (next) focusLine(next.at);
  };
  const press = (event: KeyboardEvent) => {
    const at = Number(event.target instanceof HTMLElement ? event.target.dataset.line : undefined);
    const branch = branches[at];
    if (!branch) return;
    if (event.key === 'ArrowDown') move(at, 1);
    else if (event.key === 'ArrowUp') move(at, -1);
    else if (event.key === 'ArrowRight') set(at, false);
    else if (event.key === 'ArrowLeft' && !closed.has(at)) set(at, true);
    else if (event.key === 'ArrowLeft' && branch.above !== null) focusLine(branch.above);
    else return;
    event.preventDefault();
  };

  return (
    <table ref={table} className={styles.tree} aria-label={label} onKeyDown={press}>
      <tbody>
        {shownBranches(branches, closed).map((branch) => (
          <Row
            key={branch.at}
            branch={branch}
            isClosed={closed.has(branch.at)}
            onToggle={() => set(branch.at, !closed.has(branch.at))}
          />
        ))}
      </tbody>
    </table>
  );
}
