import { meanText, totalText } from '../../domain/scoring/figures-of.ts';
import { groupParts } from '../../domain/scoring/rules/behind-total.ts';
import { evaluate } from '../../domain/scoring/rules/formula.ts';
import type { Part } from '../../domain/scoring/rules/node-value.ts';
import type { TreeNode } from '../../domain/scoring/rules/result-tree.ts';
import { compare, decimal, type Rational } from '../../kernel/rational.ts';
import { fractionText, hasEnd, numberText, readFraction } from './exact-text.ts';
import type { OpenedUnit } from './opened-unit.ts';
import type { TreeWords } from './tree-words.ts';

/** The value before its limits, from the parts as shown. */
function rawValue({ by, parts, over }: TreeNode): Rational {
  return evaluate({
    by,
    over: readFraction(over),
    parts: parts.map(
      ({ value, times, ...part }): Part => ({
        ...part,
        value: value === null ? null : readFraction(value),
        times: readFraction(times),
      }),
    ),
  });
}

function exactText(words: TreeWords, value: Rational): string {
  const fraction = fractionText(value);
  return fraction === null ? numberText(value) : words.fraction(numberText(value), fraction);
}

function limitNote({ words }: OpenedUnit, node: TreeNode, exact: Rational): readonly string[] {
  const raw = rawValue(node);
  const sign = compare(exact, raw);
  if (sign === 0) return [];
  const [from, to] = [numberText(raw), numberText(exact)];
  return [sign > 0 ? words.raised(from, to) : words.lowered(from, to)];
}

/** A total or a group's part as screens and sheets have it, where its digits aren't the first of those here. */
function shownNote({ words, calculation }: OpenedUnit, node: TreeNode, value: Rational): readonly string[] {
  const { plan } = calculation;
  const isTotal = node.key === plan.scheme.ranking.by;
  if (!isTotal && !groupParts(plan).some((part) => part.node.id === node.key)) return [];
  const shown = isTotal ? totalText(plan, value) : meanText(plan, undefined, value);
  const isSame = compare(decimal(shown), value) === 0 || numberText(value).startsWith(shown);
  return isSame ? [] : [words.shownAs(shown)];
}

/** The limit that took effect, and the value before its rounding; or why there is no value. */
export function endNote(opened: OpenedUnit, node: TreeNode): readonly string[] {
  const { words, names } = opened;
  const { missing, exact, round } = node;
  if (missing) {
    const { why, of } = missing;
    return [why === 'waits' && of !== null ? words.waitsFor(names.awaited(of)) : words.absences[why]];
  }
  if (exact === null) return [];
  const value = readFraction(exact);
  const limits = limitNote(opened, node, value);
  if (round)
    return [
      ...limits,
      words.exactly(exactText(words, value)),
      words.rounded(words.modes[round.mode], `${round.decimals}`),
    ];
  // A value with an end that nothing rounds is its own value before rounding.
  const fraction = fractionText(value);
  return [
    ...limits,
    ...(hasEnd(value) ? [] : [fraction === null ? words.unrounded : `${words.unrounded} ${fraction}`]),
    ...shownNote(opened, node, value),
  ];
}
