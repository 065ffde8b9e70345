import type { BallotValues } from '../../shared/domain/ballot.ts';
import type { Figures } from '../../shared/domain/scoring/figures.ts';
import { figuresOf, type ResultWaits } from '../../shared/domain/scoring/figures-of.ts';
import { calculator } from '../../shared/domain/scoring/rules/calculate.ts';
import type { ContestUnit } from '../../shared/domain/scoring/rules/contest.ts';
import type { ScoringScheme } from '../../shared/domain/scoring/rules/scoring-scheme.ts';
import type { Result } from '../../shared/kernel/result.ts';

export type CountedBallot = { readonly seat: string; readonly group: string; readonly values: BallotValues };

export type UnitBallots = {
  readonly unit: string;
  readonly isCalled: boolean;
  readonly ballots: readonly CountedBallot[];
};

/** The figures of these ballots; of each unit in seat order. */
export function scoreUnits(
  scheme: ScoringScheme,
  schemeHash: string,
  units: readonly UnitBallots[],
): Result<Figures, ResultWaits> {
  const seats = new Map(units.flatMap(({ ballots }) => ballots.map(({ seat, group }) => [seat, group])));
  const id = scheme.ballots[0]?.id ?? '';
  const calculation = calculator(scheme)({
    seats: [...seats].map(([seat, group]) => ({ seat, group })),
    units: units.map(({ unit, ballots }): ContestUnit => {
      if (ballots.length === 0) return { unit, state: 'not-called' };
      const votes = Object.fromEntries(ballots.map(({ seat, values }) => [seat, values]));
      const absent = [...seats.keys()].filter((seat) => !(seat in votes));
      return {
        unit,
        ballots: { [id]: { votes, states: Object.fromEntries(absent.map((seat) => [seat, 'absent'])) } },
      };
    }),
  });
  const unscored = units.filter(({ isCalled, ballots }) => isCalled && ballots.length === 0);
  return figuresOf(
    calculation,
    schemeHash,
    unscored.map(({ unit }) => unit),
  );
}
