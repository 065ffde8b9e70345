import type { MonitorView } from '../../shared/views/monitor-view.ts';

/** What a monitor is asked about before it signs a count. */
export type CountExceptions = {
  /** Lines of the changelog, those apart that tell who was let in. */
  readonly changes: number;
  /** Ballots worth a look; null while they are looked for. */
  readonly odd: number | null;
  /** Whether there are no ballots in the event at all: numbers alone are counted. */
  readonly isWithoutBallots: boolean;
};

const admissions: ReadonlySet<string> = new Set(['monitor-admitted', 'chair-admitted']);

/** What didn't go as planned up to the count that stands. */
export function countExceptions({
  changes,
  result,
  rule,
}: Pick<MonitorView, 'changes' | 'result' | 'rule'>): CountExceptions {
  return {
    changes: changes.filter(({ what }) => !admissions.has(what)).length,
    odd: rule.isWithoutBallots ? 0 : (result?.odd?.length ?? null),
    isWithoutBallots: rule.isWithoutBallots ?? false,
  };
}
