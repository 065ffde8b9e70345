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

/** The rows of the units named, in that order. */
export function rowsOf(rows: readonly ResultRow[], units: readonly string[]): readonly ResultRow[] {
  return units.flatMap((id) => rows.find(({ unit }) => unit.id === id) ?? []);
}
