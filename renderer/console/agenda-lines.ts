import { isSameAttempt } from '../../shared/domain/attempts.ts';
import type { AgendaRow } from '../../shared/views/console-view.ts';
import type { AgendaTimes, RowTimes } from './agenda-times.ts';

export type StepLine = {
  readonly kind: 'step';
  readonly row: AgendaRow;
  readonly times: RowTimes;
  /** The group it stands in, opened; null for a step of its own. */
  readonly within: 'turn' | 'series' | null;
};

/** A unit's turn, or the same step for one unit after the other. */
export type GroupLine = {
  readonly kind: 'group';
  readonly id: string;
  readonly grouping: 'turn' | 'series';
  readonly rows: readonly AgendaRow[];
  readonly times: RowTimes;
  readonly state: 'done' | 'skipped' | 'current' | 'ahead';
  readonly isOpen: boolean;
};

export type FoldedLine = { readonly kind: 'folded'; readonly count: number; readonly times: RowTimes };

export type AgendaLine = StepLine | GroupLine | FoldedLine;

type Run = { grouping: 'turn' | 'series' | 'single'; from: number; to: number };

const isSameStep = (a: AgendaRow, b: AgendaRow): boolean =>
  a.unit !== null &&
  b.unit !== null &&
  a.unit !== b.unit &&
  isSameAttempt(a.attempt, b.attempt) &&
  a.name['zh-Hans'] === b.name['zh-Hans'];

/** Neighbouring rows of one unit are its turn; single rows that differ only in the unit are a series. */
function runsOf(rows: readonly AgendaRow[]): readonly Run[] {
  const runs: Run[] = [];
  rows.forEach((row, at) => {
    const run = runs[runs.length - 1];
    const first = run && rows[run.from];
    const isOne = run !== undefined && run.from === run.to;
    if (run && first && row.unit !== null && first.unit === row.unit && run.grouping !== 'series') {
      runs[runs.length - 1] = { grouping: 'turn', from: run.from, to: at };
    } else if (run && first && (isOne || run.grouping === 'series') && isSameStep(first, row)) {
      runs[runs.length - 1] = { grouping: 'series', from: run.from, to: at };
    } else {
      runs.push({ grouping: 'single', from: at, to: at });
    }
  });
  return runs;
}

function stateOf(rows: readonly AgendaRow[]): GroupLine['state'] {
  if (rows.some((row) => row.state === 'current')) return 'current';
  if (rows.every((row) => row.state === 'ahead')) return 'ahead';
  return rows.every((row) => row.state === 'skipped') ? 'skipped' : 'done';
}

function sumTimes(rows: readonly RowTimes[]): RowTimes {
  const started = rows.filter((times) => times.start !== null);
  const differences = rows.flatMap((times) => (times.differenceMs === null ? [] : [times.differenceMs]));
  return {
    plannedStart: rows[0]?.plannedStart ?? 0,
    start: started[0]?.start ?? null,
    isForecast: started[0]?.isForecast ?? true,
    lengthMs: (started.length > 0 ? started : rows).reduce((sum, times) => sum + times.lengthMs, 0),
    differenceMs: differences.length === 0 ? null : differences.reduce((sum, ms) => sum + ms, 0),
  };
}

/** A long series shows the step before the current one and two after it. */
function nearCurrent(lines: readonly StepLine[]): readonly StepLine[] {
  const current = lines.findIndex((line) => line.row.state === 'current');
  return lines.slice(Math.max(0, current - 1), current + 3);
}

/** The agenda as lines: the current group open, others in one line each unless named in `opened`. */
export function agendaLines(
  rows: readonly AgendaRow[],
  times: AgendaTimes,
  opened: readonly string[],
): readonly AgendaLine[] {
  return runsOf(rows).flatMap((run): readonly AgendaLine[] => {
    const part = rows.slice(run.from, run.to + 1);
    const partTimes = times.rows.slice(run.from, run.to + 1);
    const steps = (within: StepLine['within']) =>
      part.flatMap((row, at): readonly StepLine[] => {
        const own = partTimes[at];
        return own ? [{ kind: 'step', row, times: own, within }] : [];
      });
    if (run.grouping === 'single') return steps(null);
    const id = part[0]?.step ?? '';
    const state = stateOf(part);
    const isOpen = state === 'current' || opened.includes(id);
    const group: GroupLine = {
      kind: 'group',
      id,
      grouping: run.grouping,
      rows: part,
      times: sumTimes(partTimes),
      state,
      isOpen,
    };
    if (!isOpen) return [group];
    const { grouping } = run;
    return [
      group,
      ...(opened.includes(id) || grouping === 'turn' ? steps(grouping) : nearCurrent(steps(grouping))),
    ];
  });
}

const isPast = (state: AgendaRow['state']): boolean => state === 'done' || state === 'skipped';

const isDone = (line: AgendaLine): boolean =>
  line.kind === 'group'
    ? isPast(line.state) && !line.isOpen
    : line.kind === 'step' && line.within === null && isPast(line.row.state);

/** When the lines don't fit, the oldest done ones become one line; the last done line stays. */
export function foldDone(lines: readonly AgendaLine[], capacity: number): readonly AgendaLine[] {
  const excess = lines.length - capacity;
  if (excess <= 0) return lines;
  const firstOther = lines.findIndex((line) => !isDone(line));
  const doneCount = firstOther === -1 ? lines.length : firstOther;
  const count = Math.min(excess + 1, doneCount - 1);
  if (count < 2) return lines;
  const folded = lines.slice(0, count);
  const times = sumTimes(folded.map((line) => line.times));
  return [{ kind: 'folded', count, times }, ...lines.slice(count)];
}
