import { add, compare, divide, type Rational, rational, sum, zero } from '../../../kernel/rational.ts';

/** For one dance, each couple's marks: the place that each judge gave it. */
export type DanceMarks = ReadonlyMap<string, readonly Rational[]>;

/** Places assigned so far: each tied set takes the mean of the places it fills. */
type Places = Map<string, Rational>;

function place(places: Places, couples: readonly string[]): void {
  const first = BigInt(places.size + 1);
  const last = BigInt(places.size + couples.length);
  for (const couple of couples) places.set(couple, rational(first + last, 2n));
}

function upTo(marks: readonly Rational[], column: Rational): readonly Rational[] {
  return marks.filter((mark) => compare(mark, column) <= 0);
}

/** The couples split into sets that the comparison can't tell apart, best first. */
function split<Key>(
  couples: readonly string[],
  keyOf: (couple: string) => Key,
  order: (a: Key, b: Key) => number,
): readonly (readonly string[])[] {
  const keyed = couples.map((couple) => ({ couple, key: keyOf(couple) })).sort((a, b) => order(a.key, b.key));
  const sets: { key: Key; couples: string[] }[] = [];
  for (const { couple, key } of keyed) {
    const last = sets[sets.length - 1];
    if (last && order(last.key, key) === 0) last.couples.push(couple);
    else sets.push({ key, couples: [couple] });
  }
  return sets.map((set) => set.couples);
}

type Majority = { readonly count: number; readonly total: Rational };

function byMajority(a: Majority, b: Majority): number {
  return b.count - a.count || compare(a.total, b.total);
}

function majorityAt(marks: DanceMarks, column: number) {
  const place = rational(BigInt(column));
  return (couple: string): Majority => {
    const within = upTo(marks.get(couple) ?? [], place);
    return { count: within.length, total: sum(within) };
  };
}

function neededOf(marks: DanceMarks): number {
  return Math.floor(([...marks.values()][0]?.length ?? 0) / 2) + 1;
}

/** The last place that any judge gave: behind the number of couples where one that was placed is out since. */
function lastColumn(marks: DanceMarks): number {
  let last = marks.size;
  for (const { numerator, denominator } of [...marks.values()].flat())
    last = Math.max(last, Number((numerator + denominator - 1n) / denominator));
  return last;
}

/** Rules 6 and 7: the larger majority, then the smaller sum of its marks, then the next column for those still equal. */
function partTied(marks: DanceMarks, tied: readonly string[], column: number, places: Places): void {
  if (tied.length === 1 || column > lastColumn(marks)) return place(places, tied);
  for (const set of split(tied, majorityAt(marks, column), byMajority)) {
    if (set.length === 1) place(places, set);
    else partTied(marks, set, column + 1, places);
  }
}

/** Rules 5–8, one dance: a place goes to the couple that most judges put there or higher. */
export function placesOfDance(marks: DanceMarks): ReadonlyMap<string, Rational> {
  const places: Places = new Map();
  const needed = neededOf(marks);
  const last = lastColumn(marks);
  for (let column = 1; column <= last; column += 1) {
    const left = [...marks.keys()].filter((couple) => !places.has(couple));
    const at = majorityAt(marks, column);
    const reached = left.filter((couple) => at(couple).count >= needed);
    if (reached.length > 0) partTied(marks, reached, column, places);
  }
  return places;
}

/** Rule 11: all dances' marks together as one dance, for the place in question; still equal couples come back together. */
function bestByAllMarks(all: DanceMarks, tied: readonly string[], from: number): readonly string[] {
  const needed = neededOf(all);
  const last = lastColumn(all);
  let left = tied;
  for (let column = from; column <= last && left.length > 1; column += 1) {
    const at = majorityAt(all, column);
    const reached = left.filter((couple) => at(couple).count >= needed);
    if (reached.length > 0) left = split(reached, at, byMajority)[0] ?? left;
  }
  return left;
}

/**
 * Rule 10: for the place in question, more dances won at it or higher, then the smaller sum of those; then rule 11
 * among those it can't part, who all stand before the rest.
 */
function partByDances(
  results: readonly ReadonlyMap<string, Rational>[],
  all: DanceMarks,
  tied: readonly string[],
  places: Places,
): void {
  if (tied.length <= 1) return place(places, tied);
  const next = places.size + 1;
  const won = (couple: string): Majority => {
    const within = upTo(
      results.map((result) => result.get(couple) ?? zero),
      rational(BigInt(next)),
    );
    return { count: within.length, total: sum(within) };
  };
  const best = split(tied, won, byMajority)[0] ?? tied;
  const winners = best.length === 1 ? best : bestByAllMarks(all, best, next);
  place(places, winners);
  partByDances(results, all, without(best, winners), places);
  partByDances(results, all, without(tied, best), places);
}

function without(couples: readonly string[], gone: readonly string[]): readonly string[] {
  return couples.filter((couple) => !gone.includes(couple));
}

// RULE-13
/**
 * The Skating System of ballroom dancing (WDSF rules 5–11) for one dance or several. Every dance has the same couples
 * and judges. Couples that no rule parts share the mean of their places.
 */
export function skatingPlaces(dances: readonly DanceMarks[]): ReadonlyMap<string, Rational> {
  const results = dances.map(placesOfDance);
  const [only] = results;
  if (!only || results.length === 1) return only ?? new Map();
  const couples = [...only.keys()];
  const all: DanceMarks = new Map(
    couples.map((couple) => [couple, dances.flatMap((dance) => dance.get(couple) ?? [])]),
  );
  const totalOf = (couple: string): Rational =>
    results.map((result) => result.get(couple) ?? zero).reduce(add, zero);
  const places: Places = new Map();
  for (const tied of split(couples, totalOf, compare)) {
    if (tied.length === 1) place(places, tied);
    else partByDances(results, all, tied, places);
  }
  return places;
}

/** The mean place of couples that share places `from` to `to`. */
export function sharedPlace(from: number, to: number): Rational {
  return divide(rational(BigInt(from + to)), rational(2n));
}
