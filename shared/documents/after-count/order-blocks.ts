import type { Calculation } from '../../domain/scoring/rules/calculate.ts';
import { type Supposition, supposedOrders } from '../../domain/scoring/rules/supposed-orders.ts';
import { unreachable } from '../../kernel/unreachable.ts';
import type { NamesOf } from '../result-tree/contest-names.ts';
import { numberText, readFraction } from '../result-tree/exact-text.ts';
import type { SheetBlock, SheetRow } from '../sheet.ts';
import type { AfterCountWords } from './after-count-words.ts';

const placeText = (place: string | null) => place && numberText(readFraction(place));

function supposedText(supposed: Supposition, names: NamesOf, words: AfterCountWords): string {
  switch (supposed.kind) {
    case 'without-group':
      return words.withoutGroup(names.group(supposed.group));
    case 'without-trim':
      return words.withoutTrims;
    case 'ranked-on':
      return words.rankedOn[supposed.on];
    default:
      return unreachable(supposed);
  }
}

// RULE-28, RULE-29
/** Which units would stand elsewhere without each group, without any trim, and ranked on the other value. */
export function orderBlocks(
  calculation: Calculation,
  names: NamesOf,
  words: AfterCountWords,
): readonly SheetBlock[] {
  const [text, number] = [{ kind: 'text' }, { kind: 'number' }] as const;
  const rows = supposedOrders(calculation).flatMap(({ supposed, moved }): readonly SheetRow[] => {
    const what = supposedText(supposed, names, words);
    if (moved === null) return [[what, words.nothingLeft, null, null]];
    if (moved.length === 0) return [[what, words.unchanged, null, null]];
    return moved.map(({ unit, place, otherwise }) => [
      what,
      names.unit(unit),
      placeText(place),
      placeText(otherwise),
    ]);
  });
  return [
    { kind: 'heading', text: words.order },
    {
      kind: 'table',
      columns: [
        { name: words.supposed, content: text },
        { name: words.unit, content: text },
        { name: words.place, content: number },
        { name: words.otherwise, content: number },
      ],
      rows,
    },
    { kind: 'lines', lines: [words.orderNote] },
  ];
}
