import type { BallotType } from './ballot-type.ts';
import type { Calculation } from './calculate.ts';
import { isCastBy } from './casting.ts';

/** The seats of one group with one of the ballots that they cast, on the units of one division; `''` without divisions. */
export type Panel = { readonly ballot: BallotType; readonly group: string; readonly division: string };

// DIVISION-5
/** Every group with each ballot that it casts, in the order of the ballots, division after division. */
export function panelsOf({ plan, contest }: Calculation): readonly Panel[] {
  const groups = [...new Set(contest.seats.map(({ group }) => group))];
  const divisions = [...new Set(contest.units.map(({ division = '' }) => division))];
  return plan.scheme.ballots.flatMap((ballot) =>
    divisions.flatMap((division) =>
      groups.filter((group) => isCastBy(ballot, group)).map((group) => ({ ballot, group, division })),
    ),
  );
}
