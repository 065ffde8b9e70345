import type { LocalText } from '../../shared/kernel/language.ts';
import type { ConsoleView, ResultRow } from '../../shared/views/console-view.ts';

/** Whether the step on stage puts the released places on the wall. */
export function isRevealStep(view: Pick<ConsoleView, 'agenda' | 'result'>): boolean {
  const current = view.agenda.rows.find((row) => row.state === 'current');
  return view.result?.phase === 'released' && current?.scene === 'result_ranks';
}

type DivisionRows = { readonly division: LocalText | null; readonly rows: readonly ResultRow[] };

/** Rows division after division, in the order given; one lot of them in an event without divisions. */
export function rowsByDivision(rows: readonly ResultRow[]): readonly DivisionRows[] {
  const nameOf = ({ division }: ResultRow) => division?.['zh-Hans'] ?? '';
  return [...new Set(rows.map(nameOf))].map((name) => {
    const own = rows.filter((row) => nameOf(row) === name);
    return { division: own[0]?.division ?? null, rows: own };
  });
}

/** The division that the next press is in; the last one once all places stand. */
export type Places = {
  readonly division: LocalText | null;
  /** How many ranked places it has. */
  readonly places: number;
  /** Its revealed rows, in the order in which the hall saw them: last place first. */
  readonly revealed: readonly ResultRow[];
  /** The row that the next press shows. */
  readonly next: ResultRow | null;
  /** How many of its rows are still hidden after that. */
  readonly hidden: number;
  /** How many of all divisions are. */
  readonly hiddenInAll: number;
};

// DIVISION-4
/** Which places the hall has and which one comes; the rest isn't even looked at. `revealed` counts over all divisions. */
export function placesOf(rows: readonly ResultRow[], revealed: number): Places {
  const ranked = rows.filter((row) => row.rank !== null);
  const divisions = rowsByDivision(ranked);
  const ends = divisions.map((_, n) =>
    divisions.slice(0, n + 1).reduce((sum, { rows: own }) => sum + own.length, 0),
  );
  const at = ends.findIndex((end) => revealed < end);
  const inHand = divisions[at < 0 ? divisions.length - 1 : at];
  const own = inHand?.rows ?? [];
  const before = (at < 0 ? ranked.length : (ends[at] ?? 0)) - own.length;
  const lastFirst = [...own].reverse();
  const shown = revealed - before;
  return {
    division: inHand?.division ?? null,
    places: own.length,
    revealed: lastFirst.slice(0, shown),
    next: lastFirst[shown] ?? null,
    hidden: Math.max(0, own.length - shown - 1),
    hiddenInAll: Math.max(0, ranked.length - revealed - 1),
  };
}
