import type { Calculation } from '../../domain/scoring/rules/calculate.ts';
import { placedOtherwise } from '../../domain/scoring/rules/rank-units.ts';
import {
  type MovedUnit,
  movedUnder,
  withoutGroup,
  withoutTrims,
} from '../../domain/scoring/rules/what-if.ts';
import type { NamesOf } from '../result-tree/contest-names.ts';
import { numberText, readFraction } from '../result-tree/exact-text.ts';
import type { SheetBlock, SheetRow } from '../sheet.ts';
import type { AfterCountWords } from './after-count-words.ts';

type Supposed = { readonly what: string; readonly moved: readonly MovedUnit[] };

function supposedOf(calculation: Calculation, names: NamesOf, words: AfterCountWords): readonly Supposed[] {
  const { plan, contest } = calculation;
  const { scheme } = plan;
  const counting = scheme.groups.filter(({ counts, weight }) => counts && weight > 0);
  const groups = counting.flatMap(({ id }): readonly Supposed[] => {
    const other = withoutGroup(scheme, id);
    if (!other) return [];
    return [{ what: words.withoutGroup(names.group(id)), moved: movedUnder(other, contest, calculation) }];
  });
  const hasTrim = scheme.nodes.some((node) => 'trim' in node && node.trim !== undefined);
  const otherOn = scheme.ranking.on === 'exact' ? 'rounded' : 'exact';
  return [
    ...groups,
    ...(hasTrim
      ? [{ what: words.withoutTrims, moved: movedUnder(withoutTrims(scheme), contest, calculation) }]
      : []),
    { what: words.rankedOn[otherOn], moved: placedOtherwise(calculation) },
  ];
}

const placeText = (place: string | null) => place && numberText(readFraction(place));

// RULE-28, RULE-29
/** Which units would stand elsewhere without each group, without any trim, and ranked on the other value. */
export function orderBlocks(
  calculation: Calculation,
  names: NamesOf,
  words: AfterCountWords,
): readonly SheetBlock[] {
  const text = { kind: 'text' } as const;
  const rows = supposedOf(calculation, names, words).flatMap(({ what, moved }): readonly SheetRow[] =>
    moved.length === 0
      ? [[what, words.unchanged, null, null]]
      : moved.map(({ unit, place, otherwise }) => [
          what,
          names.unit(unit),
          placeText(place),
          placeText(otherwise),
        ]),
  );
  return [
    { kind: 'heading', text: words.order },
    {
      kind: 'table',
      columns: [words.supposed, words.unit, words.place, words.otherwise].map((name) => ({
        name,
        content: text,
      })),
      rows,
    },
    { kind: 'lines', lines: [words.orderNote] },
  ];
}
