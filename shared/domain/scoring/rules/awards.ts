import {
  add,
  compare,
  decimal,
  divide,
  parseRational,
  type Rational,
  rational,
  sum,
} from '../../../kernel/rational.ts';
import type { Calculation } from './calculate.ts';
import { compareValues } from './node-value.ts';
import type { RankedUnit } from './rank-units.ts';
import type { ScoringScheme } from './scoring-scheme.ts';

/** Who gets a prize in one division. Equal units across the line get it only once the tie is parted. */
export type Award = {
  readonly prize: string;
  readonly division: string;
  readonly units: readonly string[];
  readonly contested: readonly string[];
};

type Prize = ScoringScheme['prizes'][number];
type Candidate = { readonly unit: string; readonly order: Rational | null; readonly worth: Rational };

function placeOf({ place }: RankedUnit): Rational | null {
  const value = parseRational(place ?? '');
  return value.ok ? value.value : null;
}

function candidates(
  { nodeValue, plan }: Calculation,
  prize: Prize,
  ranked: readonly RankedUnit[],
): readonly Candidate[] {
  return ranked.flatMap((entry): readonly Candidate[] => {
    const value = nodeValue(prize.by ?? plan.scheme.ranking.by, entry.unit);
    const place = placeOf(entry);
    if (value.kind === 'none' || place === null) return [];
    if (prize.atLeast !== undefined && compare(value.value, decimal(prize.atLeast)) < 0) return [];
    if (prize.above !== undefined && compare(value.value, decimal(prize.above)) <= 0) return [];
    if (prize.below !== undefined && compare(value.value, decimal(prize.below)) >= 0) return [];
    return [{ unit: entry.unit, order: prize.by === undefined ? place : value.value, worth: value.value }];
  });
}

// RULE-19
function award(
  calculation: Calculation,
  prize: Prize,
  division: string,
  ranked: readonly RankedUnit[],
): Award {
  const better = prize.by === undefined ? 'lower' : prize.better;
  const order = [...candidates(calculation, prize, ranked)].sort((a, b) =>
    compareValues(a.order, b.order, better),
  );
  const quota = prize.quota ?? order.length;
  const [last, next] = [order[quota - 1], order[quota]];
  const isTied =
    last !== undefined && next !== undefined && compareValues(last.order, next.order, better) === 0;
  const isOnLine = ({ order: own }: Candidate) => isTied && compareValues(own, last.order, better) === 0;
  return {
    prize: prize.id,
    division,
    units: order
      .slice(0, quota)
      .filter((entry) => !isOnLine(entry))
      .map(({ unit }) => unit),
    contested: order.filter(isOnLine).map(({ unit }) => unit),
  };
}

/** Every prize of the scheme, in each division. */
export function awardsOf(calculation: Calculation): readonly Award[] {
  const divisions = [...new Set(calculation.ranking.map(({ division }) => division))];
  return calculation.plan.scheme.prizes.flatMap((prize) =>
    divisions.map((division) =>
      award(
        calculation,
        prize,
        division,
        calculation.ranking.filter((entry) => entry.division === division),
      ),
    ),
  );
}

/** A figure beside the ranking with its word: the first label whose line the value reaches. */
export function labelOf(
  output: ScoringScheme['outputs'][number],
  value: Rational,
): ScoringScheme['outputs'][number]['labels'][number]['name'] | null {
  const label = output.labels.find(({ from }) => from === undefined || compare(value, decimal(from)) >= 0);
  return label?.name ?? null;
}

// RULE-20
/** Who goes on to the next stage, and what each carries there; null where the organiser chooses by hand. */
export function entrantsOf(
  calculation: Calculation,
): readonly { readonly unit: string; readonly carried: Rational | null }[] | null {
  const { stage, ranking } = calculation.plan.scheme;
  if (!stage || stage.advance.kind === 'by-hand') return null;
  const { advance, carry } = stage;
  const goesOn = (entry: RankedUnit): boolean => {
    const place = placeOf(entry);
    if (place === null) return false;
    if (advance.kind === 'places') return place.numerator <= BigInt(advance.to) * place.denominator;
    const value = calculation.nodeValue(ranking.by, entry.unit);
    return value.kind === 'value' && compare(value.value, decimal(advance.points)) >= 0;
  };
  return calculation.ranking.filter(goesOn).map(({ unit }) => {
    const value = carry ? calculation.nodeValue(carry.node, unit) : null;
    return { unit, carried: value?.kind === 'value' ? value.value : null };
  });
}

/** The points of one place among `count` ranked units, counted from the front and from the end. */
function annualAt(
  { first, last }: NonNullable<ScoringScheme['annual']>,
  place: number,
  count: number,
): Rational {
  const fromEnd = last[place - 1 - (count - last.length)];
  return add(decimal(first[place - 1] ?? '0'), decimal(fromEnd ?? '0'));
}

// RULE-25
/** What each ranked unit adds to the annual assessment. */
export function annualPointsOf(
  calculation: Calculation,
): readonly { readonly unit: string; readonly points: Rational }[] {
  const { annual } = calculation.plan.scheme;
  if (!annual) return [];
  return calculation.ranking.flatMap((entry) => {
    if (entry.place === null) return [];
    const rivals = calculation.ranking.filter(
      ({ division, place }) => division === entry.division && place !== null,
    );
    const from = rivals.findIndex(({ place }) => place === entry.place) + 1;
    const equal = rivals.filter(({ place }) => place === entry.place).length;
    const places = Array.from({ length: annual.tied === 'averaged' ? equal : 1 }, (_, n) => from + n);
    const total = sum(places.map((place) => annualAt(annual, place, rivals.length)));
    return [{ unit: entry.unit, points: divide(total, rational(BigInt(places.length))) }];
  });
}
