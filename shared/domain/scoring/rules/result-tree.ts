import { formatDecimal, parseRational, type Rational, rationalText } from '../../../kernel/rational.ts';
import { type Calculation, held } from './calculate.ts';
import { evaluate } from './formula.ts';
import { type Formula, itemKey, type NodeValue, type NoValue, type Part } from './node-value.ts';
import type { PlanNode } from './plan.ts';
import type { RankedUnit } from './rank-units.ts';
import { roundBy } from './rounding.ts';
import type { Rounding } from './value-node.ts';

/** One thing a number is made of. `of` names a node of the tree, a seat (empty in a secret ballot), or what it is. */
export type TreePart = Omit<Part, 'from' | 'value' | 'times'> & {
  readonly from: 'node' | 'seat' | 'given';
  readonly value: string | null;
  readonly times: string;
};

/** One number with its reasons. Exact values are `n/d`. */
export type TreeNode = {
  readonly key: string;
  readonly node: string;
  readonly kind: PlanNode['kind'];
  readonly by: Formula['by'];
  readonly parts: readonly TreePart[];
  readonly over: string;
  readonly floor: string | null;
  readonly cap: string | null;
  readonly round: Rounding | null;
  /** After the limits, before the rounding. */
  readonly exact: string | null;
  /** After the rounding: what others take, and what is published. */
  readonly value: string | null;
  /** The value as printed; null where it has no end in decimals, or none is there. */
  readonly printed: string | null;
  /** Why there is none, and what it waits for. */
  readonly missing: { readonly why: NoValue['why']; readonly of: string | null } | null;
};

/** A unit's result, opened: its place and every node, those that others take first. */
export type ResultTree = RankedUnit & { readonly nodes: readonly TreeNode[] };

const text = (value: Rational | null): string | null => value && rationalText(value);

/** With the rule's decimals; without a rule, with as many as there are. */
function printed(value: Rational, round: Rounding | undefined): string | null {
  if (round) return formatDecimal(value, round.decimals);
  const isDecimal = 1_000_000n % value.denominator === 0n;
  return isDecimal ? formatDecimal(value, 6).replace(/\.?0+$/, '') : null;
}

// RULE-17
/** Of a secret ballot: groups and values in their order, and no seat. */
function withoutSeats(parts: readonly TreePart[]): readonly TreePart[] {
  const keyOf = (part: TreePart) =>
    [part.group ?? '', part.state, part.value ?? '', part.text ?? ''].join('\n');
  return parts
    .map((part): TreePart => ({ ...part, of: '' }))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0));
}

function partsOf(
  { plan, readerOf }: Calculation,
  node: PlanNode,
  parts: readonly Part[],
  item: number | undefined,
): readonly TreePart[] {
  const written = parts.map(({ from, of, value, times, ...rest }): TreePart => {
    const isOfItem = from === 'node' && item !== undefined && plan.nodeById.get(of)?.each !== undefined;
    return {
      ...rest,
      from: from === 'item' ? 'node' : from,
      of: isOfItem ? itemKey(of, item) : of,
      value: text(value),
      times: rationalText(times),
    };
  });
  return node.kind === 'marks' && readerOf(node).ballot.secrecy === 'anonymous'
    ? withoutSeats(written)
    : written;
}

function treeNode(
  calculation: Calculation,
  node: PlanNode,
  unit: string,
  item: number | undefined,
): TreeNode {
  const result: NodeValue = calculation.nodeValue(node.id, unit, item);
  const formula = calculation.formulaOf(node.id, unit, item);
  const limits = calculation.limitsOf(node.id, unit, item);
  const isOpen = !('why' in formula) && result.kind === 'value';
  return {
    key: item === undefined ? node.id : itemKey(node.id, item),
    node: node.id,
    kind: node.kind,
    by: isOpen ? formula.by : 'sum',
    parts: 'why' in formula ? [] : partsOf(calculation, node, formula.parts, item),
    over: isOpen ? rationalText(formula.over) : '1/1',
    floor: text(limits.floor),
    cap: text(limits.cap),
    round: node.round ?? null,
    exact: result.kind === 'value' ? rationalText(result.exact) : null,
    value: result.kind === 'value' ? rationalText(result.value) : null,
    printed: result.kind === 'value' ? printed(result.value, node.round) : null,
    missing: result.kind === 'none' ? { why: result.why, of: result.of ?? null } : null,
  };
}

/** Opens every number of a unit that stands in the contest; throws on a unit that isn't in it. */
export function explainUnit(calculation: Calculation, unit: string): ResultTree {
  const ranked = calculation.ranking.find((entry) => entry.unit === unit);
  const own = calculation.contest.units.find((entry) => entry.unit === unit);
  if (!ranked || !own) throw new RangeError(`no unit ${unit}`);
  const nodes = calculation.plan.nodes.flatMap((node) => {
    if (node.each === undefined) return [treeNode(calculation, node, unit, undefined)];
    return (own.items?.[node.each] ?? []).map((_, item) => treeNode(calculation, node, unit, item));
  });
  return { ...ranked, nodes };
}

function read(fraction: string): Rational {
  const value = parseRational(fraction);
  if (!value.ok) throw new RangeError(`not a fraction: ${fraction}`);
  return value.value;
}

// RULE-18
/**
 * The values of a tree computed again from what it shows alone: marks and given numbers upwards. Nodes without a value
 * are left out.
 */
export function recomputeTree(tree: ResultTree): ReadonlyMap<string, Rational> {
  const values = new Map<string, Rational>();
  for (const node of tree.nodes) {
    if (node.value === null) continue;
    const parts = node.parts.map(({ value, times, ...part }): Part => {
      const shown = value === null ? null : read(value);
      const taken = part.from === 'node' && part.state === 'counted' ? (values.get(part.of) ?? null) : shown;
      return { ...part, value: taken, times: read(times) };
    });
    const raw = evaluate({ by: node.by, parts, over: read(node.over) });
    const limits = {
      floor: node.floor === null ? null : read(node.floor),
      cap: node.cap === null ? null : read(node.cap),
    };
    const exact = held(raw, limits);
    values.set(node.key, node.round ? roundBy(exact, node.round) : exact);
  }
  return values;
}
