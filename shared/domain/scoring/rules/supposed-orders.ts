import type { Calculation } from './calculate.ts';
import { placedOtherwise } from './rank-units.ts';
import { type MovedUnit, movedUnder, withoutGroup, withoutTrims } from './what-if.ts';

/** What a look back supposes: one group only shown, nothing struck, or a ranking on the other value. */
export type Supposition =
  | { readonly kind: 'without-group'; readonly group: string }
  | { readonly kind: 'without-trim' }
  | { readonly kind: 'ranked-on'; readonly on: 'exact' | 'rounded' };

export type SupposedOrder = { readonly supposed: Supposition; readonly moved: readonly MovedUnit[] };

// RULE-28, RULE-29
/**
 * Which units would stand elsewhere without each group that counts, without any trim where there is one, and ranked on
 * the other of the rounded and the exact value. It costs one whole count for each.
 */
export function supposedOrders(calculation: Calculation): readonly SupposedOrder[] {
  const { plan, contest } = calculation;
  const { scheme } = plan;
  const groups = scheme.groups
    .filter(({ counts, weight }) => counts && weight > 0)
    .flatMap(({ id }): readonly SupposedOrder[] => {
      const other = withoutGroup(scheme, id);
      if (!other) return [];
      return [
        { supposed: { kind: 'without-group', group: id }, moved: movedUnder(other, contest, calculation) },
      ];
    });
  const hasTrim = scheme.nodes.some((node) => 'trim' in node && node.trim !== undefined);
  return [
    ...groups,
    ...(hasTrim
      ? [
          {
            supposed: { kind: 'without-trim' } as const,
            moved: movedUnder(withoutTrims(scheme), contest, calculation),
          },
        ]
      : []),
    {
      supposed: { kind: 'ranked-on', on: scheme.ranking.on === 'exact' ? 'rounded' : 'exact' },
      moved: placedOtherwise(calculation),
    },
  ];
}
