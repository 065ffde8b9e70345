import type { Rational } from '../../../kernel/rational.ts';
import { toRational } from './amount.ts';
import type { Calculation } from './calculate.ts';
import type { BallotVotes } from './contest.ts';
import { markReader } from './mark-reading.ts';

/** What a panel judged at once: a unit, or one attempt of it. Ids hold no `/`, so that `key` is one of its own. */
export type Performance = {
  readonly key: string;
  readonly unit: string;
  readonly attempt?: { readonly list: string; readonly id: string };
};

type Judged = Performance & { readonly votes: BallotVotes };

/** Judge totals by seat, then by the performance's key; both in the contest's order. */
export type JudgeTotals = ReadonlyMap<string, ReadonlyMap<string, Rational>>;

/** All that a ballot was cast on, unit after unit: of all units, or of those of one division. */
export function performancesOf(
  { contest }: Calculation,
  ballotId: string,
  division?: string,
): readonly Judged[] {
  return contest.units.flatMap(({ unit, division: own = '', ballots, items = {} }): readonly Judged[] => {
    if (division !== undefined && division !== own) return [];
    const votes = ballots?.[ballotId];
    const attempts = Object.entries(items).flatMap(([list, each]) =>
      each.flatMap(({ id, ballots: cast }): readonly Judged[] => {
        const of = cast?.[ballotId];
        return of ? [{ key: `${unit}/${list}/${id}`, unit, attempt: { list, id }, votes: of }] : [];
      }),
    );
    return [...(votes ? [{ key: unit, unit, votes }] : []), ...attempts];
  });
}

/**
 * The totals that the seats of one group gave on a ballot, of votes that count; a seat without any has an empty list. Of
 * all units, or of those of one division.
 */
export function judgeTotals(
  calculation: Calculation,
  ballotId: string,
  group: string,
  division?: string,
): JudgeTotals {
  const ballot = calculation.plan.ballotById.get(ballotId);
  if (!ballot) throw new RangeError(`no ballot ${ballotId}`);
  const read = markReader(ballot, undefined);
  const seats = calculation.contest.seats.filter((seat) => seat.group === group);
  const performances = performancesOf(calculation, ballotId, division);
  return new Map(
    seats.map(({ seat }) => [
      seat,
      new Map(
        performances.flatMap(({ key, votes: { votes, states } }) => {
          const vote = votes[seat];
          const amount = vote && states?.[seat] === undefined ? read(vote) : null;
          return amount === null ? [] : [[key, toRational(amount)] as const];
        }),
      ),
    ]),
  );
}
