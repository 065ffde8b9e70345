import { type RuleCardInput, ruleCard } from '../../shared/documents/rule-card/rule-card.ts';
import type { Sheet, SheetBlock } from '../../shared/documents/sheet.ts';
import type { ScoringScheme } from '../../shared/domain/scoring/rules/scoring-scheme.ts';
import type { Language } from '../../shared/kernel/language.ts';
import { builtIn, builtInNames } from '../cases/read-built-in.ts';

export const builtInSchemes: readonly ScoringScheme[] = builtInNames.map(builtIn);

/** The card of a built-in scheme, without an event unless one is given. */
export function cardOf(id: string, language: Language, event: Partial<RuleCardInput> = {}): Sheet {
  const scheme = builtInSchemes.find((entry) => entry.id === id);
  if (!scheme) throw new Error(`no built-in scheme ${id}`);
  return ruleCard({ scheme, schemeHash: 'f'.repeat(64), groups: [], units: null, ...event }, language);
}

function wordsOfBlock(block: SheetBlock): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text];
    case 'lines':
      return block.lines;
    case 'facts':
      return block.facts.flatMap(({ name, text }) => [name, text]);
    case 'table':
      return [...block.columns.map(({ name }) => name), ...block.rows.flat().filter((cell) => cell !== null)];
    default:
      throw new Error(`a rule card has no ${block.kind}`);
  }
}

/** Everything that stands between title and footers. */
export function wordsOf({ title, subtitle, blocks }: Sheet): readonly string[] {
  return [title, subtitle, ...blocks.flatMap(wordsOfBlock)];
}

/** The blocks from one heading to the next. */
export function blocksUnder({ blocks }: Sheet, heading: string | RegExp): readonly SheetBlock[] {
  const from = blocks.findIndex(
    (block) =>
      block.kind === 'heading' &&
      (typeof heading === 'string' ? block.text === heading : heading.test(block.text)),
  );
  if (from < 0) throw new Error(`no heading ${heading}`);
  const rest = blocks.slice(from + 1);
  const to = rest.findIndex(({ kind }) => kind === 'heading');
  return to < 0 ? rest : rest.slice(0, to);
}

export function sectionOf(card: Sheet, heading: string | RegExp): readonly string[] {
  return blocksUnder(card, heading).flatMap(wordsOfBlock);
}
