import type { AgendaRow } from '../../shared/views/console-view.ts';

/** Wall times and lengths of one row, in ms. `differenceMs` is only known once the step has ended. */
export type RowTimes = {
  readonly plannedStart: number;
  /** Null for a step that was skipped. */
  readonly start: number | null;
  readonly isForecast: boolean;
  readonly lengthMs: number;
  readonly differenceMs: number | null;
};

export type AgendaTimes = {
  readonly rows: readonly RowTimes[];
  readonly plannedEnd: number;
  readonly forecastEnd: number;
};

/** When the first step started or, before the start, would start if it began now. */
function agendaStart(rows: readonly AgendaRow[], now: number): number {
  let before = 0;
  for (const row of rows) {
    if (row.isBackground) continue;
    if (row.startedWall !== null) return row.startedWall - before;
    before += row.plannedMs;
  }
  return now;
}

function timesOf(row: AgendaRow, plannedStart: number, cursor: number): RowTimes {
  if (row.startedWall === null) {
    const start = row.state === 'skipped' ? null : cursor;
    return { plannedStart, start, isForecast: true, lengthMs: row.plannedMs, differenceMs: null };
  }
  const lengthMs = row.endedWall === null ? row.plannedMs : row.endedWall - row.startedWall;
  const differenceMs = row.endedWall === null ? null : lengthMs - row.plannedMs;
  return { plannedStart, start: row.startedWall, isForecast: false, lengthMs, differenceMs };
}

/** Planned against actual and forecast. Background steps run beside the next and take no time of their own. */
export function agendaTimes(rows: readonly AgendaRow[], now: number): AgendaTimes {
  let planned = agendaStart(rows, now);
  let cursor = planned;
  const times = rows.map((row) => {
    const own = timesOf(row, planned, cursor);
    if (row.isBackground) return own;
    planned += row.plannedMs;
    if (row.endedWall !== null) cursor = row.endedWall;
    else if (row.startedWall !== null) cursor = Math.max(row.startedWall + row.plannedMs, now);
    else if (row.state === 'ahead') cursor += row.plannedMs;
    return own;
  });
  return { rows: times, plannedEnd: planned, forecastEnd: cursor };
}
