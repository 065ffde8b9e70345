import type { AttemptRef } from '../domain/attempts.ts';
import type { BallotType } from '../domain/scoring/rules/ballot-type.ts';
import type { Calculation } from '../domain/scoring/rules/calculate.ts';
import type { BallotVotes } from '../domain/scoring/rules/contest.ts';
import { type GroupTurnout, turnoutOf } from '../domain/scoring/rules/turnout.ts';

/** What came in on one ballot of a unit, or of one attempt of it, from each group that casts it. */
export type BallotTurnout = {
  readonly ballot: BallotType;
  /** Null where it was cast on the unit itself. */
  readonly attempt: AttemptRef | null;
  readonly groups: readonly GroupTurnout[];
};

/** Every ballot that was cast on a unit: on itself, then on its attempts in order, each time in the scheme's order. */
export function turnoutsOn(calculation: Calculation, unit: string): readonly BallotTurnout[] {
  const { contest, plan } = calculation;
  const own = contest.units.find((entry) => entry.unit === unit);
  if (!own) return [];
  const of = (attempt: AttemptRef | null, ballots: { readonly [ballot: string]: BallotVotes } = {}) =>
    plan.scheme.ballots.flatMap((ballot): readonly BallotTurnout[] => {
      const cast = ballots[ballot.id];
      if (!cast) return [];
      const alone = { ...contest, units: [{ unit: own.unit, ballots: { [ballot.id]: cast } }] };
      return [{ ballot, attempt, groups: turnoutOf({ ...calculation, contest: alone }, ballot.id, unit) }];
    });
  const attempts = Object.entries(own.items ?? {}).flatMap(([list, items]) =>
    items.flatMap(({ id, ballots }) => of({ list, id }, ballots)),
  );
  return [...of(null, own.ballots), ...attempts];
}
