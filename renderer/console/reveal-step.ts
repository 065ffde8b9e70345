import type { ConsoleView, ResultRow } from '../../shared/views/console-view.ts';

/** Whether the step on stage puts the released places on the wall. */
export function isRevealStep(view: Pick<ConsoleView, 'agenda' | 'result'>): boolean {
  const current = view.agenda.rows.find((row) => row.state === 'current');
  return view.result?.phase === 'released' && current?.scene === 'result_ranks';
}

export type Places = {
  /** Revealed rows, in the order in which the hall saw them: last place first. */
  readonly revealed: readonly ResultRow[];
  /** The row that the next press shows. */
  readonly next: ResultRow | null;
  /** How many are still hidden after that. */
  readonly hidden: number;
};

/** Which places the hall has and which one comes; the rest isn't even looked at. */
export function placesOf(rows: readonly ResultRow[], revealed: number): Places {
  const ranked = rows.filter((row) => row.rank !== null);
  const lastFirst = [...ranked].reverse();
  return {
    revealed: lastFirst.slice(0, revealed),
    next: lastFirst[revealed] ?? null,
    hidden: Math.max(0, ranked.length - revealed - 1),
  };
}
