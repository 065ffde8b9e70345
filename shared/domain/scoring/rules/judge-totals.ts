import type { Rational } from '../../../kernel/rational.ts';
import { toRational } from './amount.ts';
import type { Calculation } from './calculate.ts';
import { markReader } from './mark-reading.ts';

/** Judge totals by seat, then by unit; both in the contest's order. */
export type JudgeTotals = ReadonlyMap<string, ReadonlyMap<string, Rational>>;

/**
 * The totals that the seats of one group gave on a ballot, of votes that count; a seat without any has an empty list. Of
 * all units, or of those of one division.
 */
export function judgeTotals(
  { plan, contest }: Calculation,
  ballotId: string,
  group: string,
  division?: string,
): JudgeTotals {
  const ballot = plan.ballotById.get(ballotId);
  if (!ballot) throw new RangeError(`no ballot ${ballotId}`);
  const read = markReader(ballot, undefined);
  const seats = contest.seats.filter((seat) => seat.group === group);
  return new Map(
    seats.map(({ seat }) => [
      seat,
      new Map(
        contest.units.flatMap(({ unit, division: own = '', ballots }) => {
          if (division !== undefined && division !== own) return [];
          const cast = ballots?.[ballotId];
          const vote = cast?.votes[seat];
          const amount = vote && cast?.states?.[seat] === undefined ? read(vote) : null;
          return amount === null ? [] : [[unit, toRational(amount)] as const];
        }),
      ),
    ]),
  );
}
