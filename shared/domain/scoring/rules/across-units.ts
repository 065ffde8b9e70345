import { compare, decimal, divide, type Rational, rational, sum } from '../../../kernel/rational.ts';
import { toRational } from './amount.ts';
import type { ContestUnit } from './contest.ts';
import { pointsForPlace } from './mark-reading.ts';
import { given } from './node-formula.ts';
import { type Formula, type NodeValue, type NoValue, noMarks, waitsFor } from './node-value.ts';
import { awaitedOf, type PanelReader } from './panel.ts';
import { skatingPlaces } from './skating-system.ts';
import type { NodeOf } from './value-node.ts';

/** A unit that stands in the contest, with the value of the node that is compared. */
export type Compared = { readonly unit: string; readonly division: string; readonly of: NodeValue };

function valuesOf(units: readonly Compared[]): readonly Rational[] {
  return units.flatMap(({ of }) => (of.kind === 'value' ? [of.value] : []));
}

/** The mean of the points of the places that equal units fill together. */
function meanPoints(node: NodeOf<'place'>, from: number, count: number): Rational {
  const places = Array.from({ length: count }, (_, n) => rational(BigInt(from + n)));
  const worth = node.placePoints;
  return divide(
    sum(worth ? places.map((place) => pointsForPlace(worth, place)) : places),
    rational(BigInt(count)),
  );
}

// RULE-12
/** The place of one unit among those of its division. */
export function placeFormula(
  node: NodeOf<'place'>,
  own: Compared,
  units: readonly Compared[],
): Formula | NoValue {
  if (own.of.kind === 'none') return own.of;
  const key = (value: Extract<NodeValue, { kind: 'value' }>) =>
    node.on === 'exact' ? value.exact : value.value;
  const mine = key(own.of);
  const signs = units.flatMap(({ of, division }) => {
    if (of.kind === 'none' || division !== own.division) return [];
    return [{ value: key(of), sign: compare(key(of), mine) * (node.better === 'higher' ? 1 : -1) }];
  });
  const better = signs.filter(({ sign }) => sign > 0);
  const equal = signs.filter(({ sign }) => sign === 0).length;
  const distinct = new Set(better.map(({ value }) => `${value.numerator}/${value.denominator}`)).size;
  const before = node.shared === '1-1-2' ? distinct : better.length;
  const worth = meanPoints(node, before + 1, node.shared === 'averaged' ? equal : 1);
  return given(node.of, worth, `place ${before + 1}${equal > 1 ? ` of ${equal} equal` : ''}`);
}

/** A value relative to the best one, or freed of the strictness of its division's panel (二次平均). */
export function rescaleFormula(
  node: NodeOf<'rescale'>,
  own: Compared,
  units: readonly Compared[],
): Formula | NoValue {
  if (own.of.kind === 'none') return own.of;
  const scale = decimal(node.scale);
  const mine = own.of.value;
  const division = valuesOf(units.filter((unit) => unit.division === own.division));
  if (node.to === 'division-mean') {
    const all = valuesOf(units);
    const mean = (values: readonly Rational[]) => divide(sum(values), rational(BigInt(values.length)));
    const over = mean(division);
    if (over.numerator === 0n) return waitsFor(node.of);
    return ratio('node', node.of, mine, mean(all), over);
  }
  const best = division.reduce((a, b) => (compare(a, b) * (node.better === 'higher' ? 1 : -1) >= 0 ? a : b));
  const [top, bottom] = node.better === 'higher' ? [mine, best] : [best, mine];
  if (bottom.numerator === 0n) return waitsFor(node.of);
  return ratio(node.better === 'higher' ? 'node' : 'given', node.of, top, scale, bottom);
}

function ratio(
  from: 'node' | 'given',
  of: string,
  value: Rational,
  times: Rational,
  over: Rational,
): Formula {
  return { by: 'sum', parts: [{ from, of, state: 'counted', value, times }], over };
}

/** The places of a division's units by the Skating System; waits for a judge whose ballot is expected. */
export function skatingColumn(
  readers: readonly PanelReader[],
  units: readonly ContestUnit[],
): (unit: string) => Formula | NoValue {
  const [missing] = readers.flatMap((reader) => {
    const { ballot, seats } = reader;
    const awaited = seats.filter(({ seat }) =>
      units.some(({ ballots }) => {
        const cast = ballots?.[ballot.id];
        const state = cast?.states?.[seat] ?? (cast?.votes[seat] ? null : 'not-yet');
        return state !== null && state !== 'excluded' && ballot.missing[state] === 'block';
      }),
    );
    return awaitedOf(reader, awaited) ?? [];
  });
  if (missing !== undefined) return () => waitsFor(missing);
  const dances = readers.map(({ ballot, seats, read }) => {
    const judges = seats.filter(({ seat }) =>
      units.every(({ ballots }) => {
        const cast = ballots?.[ballot.id];
        return cast?.votes[seat] && cast.states?.[seat] === undefined;
      }),
    );
    return new Map(
      units.map(({ unit, ballots }) => [
        unit,
        judges.flatMap(({ seat }) => {
          const mark = read(ballots?.[ballot.id]?.votes[seat] ?? {});
          return mark === null ? [] : [toRational(mark)];
        }),
      ]),
    );
  });
  const places = skatingPlaces(dances);
  return (unit) => {
    const place = places.get(unit);
    return place ? given('skating', place) : noMarks;
  };
}
