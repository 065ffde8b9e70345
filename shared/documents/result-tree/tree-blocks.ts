import type { UnitFigure } from '../../domain/scoring/figures.ts';
import type { Calculation } from '../../domain/scoring/rules/calculate.ts';
import { nodesTaken } from '../../domain/scoring/rules/plan.ts';
import type { Language } from '../../kernel/language.ts';
import type { SheetBlock } from '../sheet.ts';
import type { ContestNames } from './contest-names.ts';
import { numberText, readFraction } from './exact-text.ts';
import { nodeLines } from './node-lines.ts';
import { type OpenedUnit, openUnit, type UnitToOpen } from './opened-unit.ts';
import { tieLines } from './tie-lines.ts';

function placeText({ tree, words, calculation }: OpenedUnit): string {
  if (tree.place === null) return words.none;
  const place = numberText(readFraction(tree.place));
  const { shared } = calculation.plan.scheme.ranking;
  return tree.isShared ? [place, words.shared[shared]].join(words.clause) : place;
}

function facts(opened: OpenedUnit, state: UnitFigure['state']): SheetBlock {
  const { tree, names, words, unit, calculation, nodeByKey } = opened;
  const total = nodeByKey.get(calculation.plan.scheme.ranking.by);
  const { facts: named } = words;
  return {
    kind: 'facts',
    facts: [
      { name: named.unit, text: names.unit(unit.unit) },
      ...(tree.division === '' ? [] : [{ name: named.division, text: names.division(tree.division) }]),
      { name: named.place, text: placeText(opened) },
      {
        name: named.total,
        text: !total?.value ? words.none : (total.printed ?? numberText(readFraction(total.value))),
      },
      ...(state === 'ranked' ? [] : [{ name: named.state, text: words.unitStates[state] }]),
    ],
  };
}

function part(heading: string, lines: ReturnType<typeof tieLines>): readonly SheetBlock[] {
  return lines.length === 0
    ? []
    : [
        { kind: 'heading', text: heading },
        { kind: 'tree', lines },
      ];
}

/**
 * A unit's number opened into all its reasons: first what the total is made of, then the tie rules that parted the
 * unit from others, then the values beside the total. Of a secret ballot marks stand by group and value, and no seat.
 * Throws on a unit that isn't in the contest.
 */
export function treeBlocks(
  calculation: Calculation,
  unit: UnitToOpen,
  names: ContestNames,
  language: Language,
): readonly SheetBlock[] {
  const opened = openUnit(calculation, unit, names, language);
  const { words, tree } = opened;
  const { plan } = calculation;
  const open = new Set<string>();
  const total = nodeLines(opened, plan.scheme.ranking.by, 0, [], open);
  const taken = new Set(plan.nodes.flatMap(nodesTaken));
  const beside = tree.nodes
    .filter(({ node }) => !taken.has(node))
    .flatMap(({ key }) => (open.has(key) ? [] : nodeLines(opened, key, 0, [], open)));
  return [
    facts(opened, unit.state ?? tree.state),
    ...part(words.madeOf, total),
    ...part(words.parted, tieLines(opened)),
    ...part(words.beside, beside),
  ];
}
