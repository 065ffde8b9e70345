import type { BallotType } from './ballot-type.ts';
import type { Calculation } from './calculate.ts';
import { isCastBy } from './casting.ts';

/** The seats of one group with one of the ballots that they cast. */
export type Panel = { readonly ballot: BallotType; readonly group: string };

/** Every group with each ballot that it casts, in the order of the ballots. */
export function panelsOf({ plan, contest }: Calculation): readonly Panel[] {
  const groups = [...new Set(contest.seats.map(({ group }) => group))];
  return plan.scheme.ballots.flatMap((ballot) =>
    groups.filter((group) => isCastBy(ballot, group)).map((group) => ({ ballot, group })),
  );
}
