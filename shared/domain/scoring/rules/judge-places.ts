import { add, divide, multiply, type Rational, rational, subtract, zero } from '../../../kernel/rational.ts';
import { compareAmounts } from './amount.ts';
import type { ContestUnit } from './contest.ts';
import { pointsForPlace } from './mark-reading.ts';
import type { PanelReader } from './panel.ts';

const one = rational(1n);

/** What one place counts: stretched over all units where the judge could rank only some, and as points if the rule has them. */
function worth({ node }: PanelReader, place: number, ranked: number, units: number): Rational {
  const asIs = rational(BigInt(place));
  const isStretched = node.partial === 'stretched' && ranked > 1 && ranked < units;
  const stretched = isStretched
    ? add(
        one,
        divide(multiply(subtract(asIs, one), rational(BigInt(units - 1))), rational(BigInt(ranked - 1))),
      )
    : asIs;
  return node.placePoints ? pointsForPlace(node.placePoints, stretched) : stretched;
}

// RULE-12
/**
 * Every judge's places of the units, or the points for them: by unit, then by seat. Places close up over the units
 * given here; equal marks take the mean of the places they fill. Units come already without those that are out.
 */
export function judgePlaces(
  reader: PanelReader,
  units: readonly ContestUnit[],
): ReadonlyMap<string, ReadonlyMap<string, Rational>> {
  const places = new Map(units.map(({ unit }) => [unit, new Map<string, Rational>()]));
  const isLowerBetter = reader.ballot.kind === 'ranking' || reader.ballot.kind === 'placement';
  for (const { seat } of reader.seats) {
    const given = units.flatMap(({ unit, ballots }) => {
      const cast = ballots?.[reader.node.ballot];
      const vote = cast?.votes[seat];
      const amount = vote && cast?.states?.[seat] === undefined ? reader.read(vote) : null;
      return amount === null ? [] : [{ unit, amount }];
    });
    given.sort((a, b) => compareAmounts(a.amount, b.amount) * (isLowerBetter ? 1 : -1));
    for (let from = 0; from < given.length; ) {
      let to = from + 1;
      while (to < given.length && given[to]?.amount !== undefined && isSame(given[from], given[to])) to += 1;
      let total = zero;
      for (let n = from; n < to; n += 1) total = add(total, worth(reader, n + 1, given.length, units.length));
      const shared = divide(total, rational(BigInt(to - from)));
      for (const { unit } of given.slice(from, to)) places.get(unit)?.set(seat, shared);
      from = to;
    }
  }
  return places;
}

type Given = { readonly amount: Parameters<typeof compareAmounts>[0] } | undefined;

function isSame(a: Given, b: Given): boolean {
  return a !== undefined && b !== undefined && compareAmounts(a.amount, b.amount) === 0;
}
