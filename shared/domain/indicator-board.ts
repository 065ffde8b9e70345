import type { UnitId } from '../kernel/brand.ts';
import { compare, decimal, type Rational } from '../kernel/rational.ts';
import type { Indicator } from './event-definition.ts';

/** `value` is the decimal text as published; null is 未公布. */
export type IndicatorRow = {
  readonly unit: UnitId;
  readonly value: string | null;
  readonly rank: number | null;
  readonly isShared: boolean;
};

type Entry = { readonly unit: UnitId; readonly text: string | null; readonly value: Rational | null };

/** Best first; units without a value last; equal ones stay in the order given. */
function order(better: Indicator['better'], a: Entry, b: Entry): number {
  if (!a.value || !b.value) return Number(!a.value) - Number(!b.value);
  return better === 'higher' ? compare(b.value, a.value) : compare(a.value, b.value);
}

/**
 * One indicator over all `units` of the contest, best first. While any unit has no value the board shows no rank:
 * a place among those who published would say more than is known. Throws on a value that is no decimal.
 */
export function indicatorBoard(
  indicator: Pick<Indicator, 'better' | 'values'>,
  units: readonly UnitId[],
): readonly IndicatorRow[] {
  const entries = units.map((unit): Entry => {
    const text = indicator.values.find((value) => value.unit === unit)?.value ?? null;
    return { unit, text, value: text === null ? null : decimal(text) };
  });
  // IND-1, IND-2
  const sorted = [...entries].sort((a, b) => order(indicator.better, a, b));
  // IND-3
  const isComplete = entries.every((entry) => entry.value);
  // IND-4
  const rankOf = (entry: Entry) =>
    1 + sorted.findIndex((other) => order(indicator.better, other, entry) === 0);
  return sorted.map((entry) => ({
    unit: entry.unit,
    value: entry.text,
    rank: isComplete ? rankOf(entry) : null,
    isShared: isComplete && sorted.filter((other) => order(indicator.better, other, entry) === 0).length > 1,
  }));
}
