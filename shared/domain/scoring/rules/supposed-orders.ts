import type { Calculation } from './calculate.ts';
import { placedOtherwise } from './rank-units.ts';
import { type MovedUnit, movedUnder, strikesAny, withoutTrims } from './what-if.ts';
import { isGroupTaken, withoutGroup } from './without-group.ts';

/** What a look back supposes: one group only shown, nothing struck, or a ranking on the other value. */
export type Supposition =
  | { readonly kind: 'without-group'; readonly group: string }
  | { readonly kind: 'without-trim' }
  | { readonly kind: 'ranked-on'; readonly on: 'exact' | 'rounded' };

export type SupposedOrder = {
  readonly supposed: Supposition;
  /** Null where nothing would be left to rank by. */
  readonly moved: readonly MovedUnit[] | null;
};

/** What a look back at a contest supposes, one after the other; each costs one whole count once it is asked for. */
export function* eachSupposedOrder(calculation: Calculation): Generator<SupposedOrder, void> {
  const { plan, contest } = calculation;
  const { scheme } = plan;
  const groups = scheme.groups.filter(({ id }) => isGroupTaken(scheme, id));
  for (const { id } of groups) {
    const other = withoutGroup(scheme, id);
    // That nothing is left without the only group goes without saying.
    if (other || groups.length > 1)
      yield {
        supposed: { kind: 'without-group', group: id },
        moved: other && movedUnder(other, contest, calculation),
      };
  }
  if (strikesAny(scheme))
    yield {
      supposed: { kind: 'without-trim' },
      moved: movedUnder(withoutTrims(scheme), contest, calculation),
    };
  yield {
    supposed: { kind: 'ranked-on', on: scheme.ranking.on === 'exact' ? 'rounded' : 'exact' },
    moved: placedOtherwise(calculation),
  };
}

// RULE-28, RULE-29
/**
 * Which units would stand elsewhere without each group that counts, without any trim where there is one, and ranked on
 * the other of the rounded and the exact value. It costs one whole count for each.
 */
export function supposedOrders(calculation: Calculation): readonly SupposedOrder[] {
  return [...eachSupposedOrder(calculation)];
}
