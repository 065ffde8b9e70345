import { contestOf } from '../../domain/contest-of.ts';
import { calculator } from '../../domain/scoring/rules/calculate.ts';
import type { Language } from '../../kernel/language.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { SheetRefusal } from '../../views/sheet-kinds.ts';
import type { Sheet } from '../sheet.ts';
import { sheetOf } from '../sheet-frame.ts';
import type { SheetSource } from '../sheet-source.ts';
import { afterCountBlocks } from './after-count-blocks.ts';
import { afterCountWords } from './after-count-words.ts';

/** The monitor's look back at a counted result. */
export function afterCountSheet(source: SheetSource, language: Language): Result<Sheet, SheetRefusal> {
  const { definition, result } = source.state;
  if (result.kind === 'none') return err('result-not-counted');
  const calculation = calculator(definition.scheme)(contestOf(source.state));
  return ok(
    sheetOf(source, language, {
      name: afterCountWords[language].sheet,
      isOfResult: true,
      blocks: afterCountBlocks(calculation, definition, language),
      signatures: [],
    }),
  );
}
