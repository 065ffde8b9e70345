import type { ContestNames } from '../../shared/documents/result-tree/contest-names.ts';
import { treeBlocks } from '../../shared/documents/result-tree/tree-blocks.ts';
import { calculator } from '../../shared/domain/scoring/rules/calculate.ts';
import type { Contest, ContestUnit } from '../../shared/domain/scoring/rules/contest.ts';
import type { ScoringScheme, ScoringSchemeText } from '../../shared/domain/scoring/rules/scoring-scheme.ts';
import { type Language, localText } from '../../shared/kernel/language.ts';
import { aRuleScheme } from './contest.ts';

/** Units are called 示例 and their number, seats by their number; groups by what the scheme calls them. */
export function namesFor(contest: Contest): ContestNames {
  return {
    units: contest.units.map(({ unit }, n) => ({
      id: unit,
      name: localText(`示例${n + 1}县`, `示例${n + 1}縣`, `County ${n + 1}`),
    })),
    groups: [],
    seats: contest.seats.map(({ seat }, n) => ({ id: seat, number: n + 1 })),
  };
}

export function blocksOf(
  scheme: ScoringScheme,
  contest: Contest,
  unit: string,
  language: Language = 'zh-Hans',
) {
  return treeBlocks(calculator(scheme)(contest), { id: unit }, namesFor(contest), language);
}

/** The tree's lines as text, each indented by its depth: `name | value | note`. */
export function linesOf(...of: Parameters<typeof blocksOf>): readonly string[] {
  return blocksOf(...of).flatMap((block) => {
    if (block.kind === 'heading') return [`# ${block.text}`];
    if (block.kind === 'facts') return block.facts.map(({ name, text }) => `${name} = ${text}`);
    if (block.kind !== 'tree') return [];
    return block.lines.map(({ depth, text, value, note }) =>
      `${'  '.repeat(depth)}${text} | ${value} | ${note}`.trimEnd(),
    );
  });
}

export function underScheme(
  fields: Partial<ScoringSchemeText>,
  units: readonly ContestUnit[],
  seats: Contest['seats'],
  unit = 'u1',
  rest: Partial<Contest> = {},
): readonly string[] {
  return linesOf(aRuleScheme(fields), { seats, units, ...rest }, unit);
}
