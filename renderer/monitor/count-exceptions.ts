import type { MonitorView } from '../../shared/views/monitor-view.ts';

/** What a monitor is asked about before it signs a count. */
export type CountExceptions = {
  /** Lines of the changelog, those apart that tell who was let in. */
  readonly changes: number;
  /** Ballots worth a look; null while they are looked for. */
  readonly odd: number | null;
};

const admissions: ReadonlySet<string> = new Set(['monitor-admitted', 'chair-admitted']);

/** What didn't go as planned up to the count that stands. */
export function countExceptions({
  changes,
  result,
}: Pick<MonitorView, 'changes' | 'result'>): CountExceptions {
  return {
    changes: changes.filter(({ what }) => !admissions.has(what)).length,
    odd: result?.odd?.length ?? null,
  };
}
