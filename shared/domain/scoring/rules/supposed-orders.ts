import type { Calculation } from './calculate.ts';
import { placedOtherwise } from './rank-units.ts';
import { type MovedUnit, movedUnder, withoutGroup, withoutTrims } from './what-if.ts';

/** What a look back supposes: one group only shown, nothing struck, or a ranking on the other value. */
export type Supposition =
  | { readonly kind: 'without-group'; readonly group: string }
  | { readonly kind: 'without-trim' }
  | { readonly kind: 'ranked-on'; readonly on: 'exact' | 'rounded' };

export type SupposedOrder = { readonly supposed: Supposition; readonly moved: readonly MovedUnit[] };

/** What a look back at a contest supposes, one after the other; each costs one whole count once it is asked for. */
export function* eachSupposedOrder(calculation: Calculation): Generator<SupposedOrder, void> {
  const { plan, contest } = calculation;
  const { scheme } = plan;
  for (const { id, counts, weight } of scheme.groups) {
    const other = counts && weight > 0 ? withoutGroup(scheme, id) : null;
    if (other)
      yield {
        supposed: { kind: 'without-group', group: id },
        moved: movedUnder(other, contest, calculation),
      };
  }
  if (scheme.nodes.some((node) => 'trim' in node && node.trim !== undefined))
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
