import type { Calculation } from '../../domain/scoring/rules/calculate.ts';
import type { Language } from '../../kernel/language.ts';
import { type ContestNames, namesOf } from '../result-tree/contest-names.ts';
import type { SheetBlock } from '../sheet.ts';
import { afterCountWords } from './after-count-words.ts';
import { orderBlocks } from './order-blocks.ts';
import { agreementBlocks } from './panel-blocks.ts';

/**
 * What a count looks like afterwards: whether the order hangs on a group, a trim or the rounding, and how far the panel
 * agrees. It is made beside the result and changes nothing in it. The operator can print it, so no seat is named.
 */
export function afterCountBlocks(
  calculation: Calculation,
  contestNames: ContestNames,
  language: Language,
): readonly SheetBlock[] {
  const words = afterCountWords[language];
  const names = namesOf(calculation, contestNames, language);
  const isVotedOn = calculation.plan.ballotById.size > 0;
  return [
    ...orderBlocks(calculation, names, words),
    ...(isVotedOn ? agreementBlocks(calculation, names, words) : []),
  ];
}
