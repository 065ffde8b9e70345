import type { Contest } from '../../../domain/scoring/rules/contest.ts';
import type { PlanNode } from '../../../domain/scoring/rules/plan.ts';
import type { TreeNode, TreePart } from '../../../domain/scoring/rules/result-tree.ts';
import { type Rational, rational } from '../../../kernel/rational.ts';
import type { Speaker } from '../speaker.ts';
import { fraction, leastDecimals, numberText } from './sample-numbers.ts';

/** A node of a tree on the way into words, with the plan's node behind it. */
export type Step = {
  readonly speaker: Speaker;
  readonly tree: TreeNode;
  readonly node: PlanNode;
  readonly trees: readonly TreeNode[];
  readonly facts: Contest['facts'];
};

export const isIn = ({ state }: TreePart): boolean => state === 'counted' || state === 'filled';

/** `total#2`, the second item's, without its number. */
export const nodeOf = (key: string): string => key.split('#')[0] ?? key;

export function partText({ speaker }: Step, part: TreePart): string {
  const value = part.value === null ? rational(0n) : fraction(part.value);
  return numberText(value, part.from === 'node' ? leastDecimals(speaker.plan, nodeOf(part.of)) : 0);
}

export function isNegative(value: Rational): boolean {
  return value.numerator < 0n;
}

/** A number inside a sum or a product, in brackets where it would read as two signs. */
export function inside(text: string): string {
  return text.startsWith('−') ? `(${text})` : text;
}

export function added(texts: readonly string[]): string {
  return texts
    .map((text, n) => (n === 0 ? text : text.startsWith('−') ? ` − ${text.slice(1)}` : ` + ${text}`))
    .join('');
}

export function over(sum: string, parts: number, divisor: Rational): string {
  if (divisor.numerator === divisor.denominator) return sum;
  return `${parts > 1 ? `(${sum})` : sum} ÷ ${numberText(divisor, 0)}`;
}
