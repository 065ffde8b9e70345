import { itemKey } from '../../domain/scoring/rules/node-value.ts';
import { nodesTaken, type PlanNode } from '../../domain/scoring/rules/plan.ts';
import type { TreeNode, TreePart } from '../../domain/scoring/rules/result-tree.ts';
import { isTaken } from './arithmetic-text.ts';
import { endNote } from './end-note.ts';
import { numberText, readFraction } from './exact-text.ts';
import { markLines, type TreeLine } from './mark-lines.ts';
import { howNote } from './node-note.ts';
import { itemOf, type OpenedUnit, ruleOf } from './opened-unit.ts';
import { judgesOf, majorityOf, skatingLines } from './skating-lines.ts';

const isOne = (fraction: string) => fraction === '1/1';

/** How a value goes into the one above it. */
function partNote({ words }: OpenedUnit, above: PlanNode, over: string, part: TreePart): readonly string[] {
  const times = numberText(readFraction(part.times)).replace('-', '−');
  switch (above.kind) {
    case 'weighted': {
      if (part.state === 'absent') return [words.weightElsewhere(times)];
      const weight = words.weight(times, numberText(readFraction(over)));
      return part.state === 'filled' ? [weight, words.countsZero] : [weight];
    }
    case 'pick':
      return part.state === 'dropped' ? [words.dropped] : [];
    default: {
      const zero = part.state === 'filled' ? [words.countsZero] : [];
      return isOne(part.times) ? zero : [words.times(times), ...zero];
    }
  }
}

/** Keys of the values that a node takes: of the same item, of all items, or of the unit. */
function keysTaken({ calculation, unit }: OpenedUnit, rule: PlanNode, node: TreeNode): readonly string[] {
  return nodesTaken(rule).flatMap((id) => {
    const each = calculation.plan.nodeById.get(id)?.each;
    if (each === undefined) return [id];
    const item = itemOf(node);
    if (item !== undefined) return [itemKey(id, item)];
    return (unit.items?.[each] ?? []).map((_, n) => itemKey(id, n));
  });
}

function givenLines(
  { words }: OpenedUnit,
  rule: PlanNode,
  node: TreeNode,
  depth: number,
): readonly TreeLine[] {
  const given = node.parts.filter(({ from }) => from === 'given');
  if (rule.kind === 'adjustments')
    return given.map(({ of, text, value }) => ({
      depth,
      text: text ?? '',
      value: value === null ? words.none : numberText(readFraction(value)),
      note: words.adjustedBy(of),
    }));
  if (rule.kind !== 'linear') return [];
  return given.map(({ of, value }) => ({
    depth,
    text: of === 'base' ? words.base : words.par,
    value: value === null ? words.none : numberText(readFraction(value)),
    note: '',
  }));
}

function nameOf(opened: OpenedUnit, node: TreeNode): string {
  const { names, words, unit } = opened;
  const item = itemOf(node);
  const name = names.node(node.node);
  if (item === undefined) return name;
  const list = ruleOf(opened, node).each ?? '';
  const called = names.item(list, unit.items?.[list]?.[item]?.id ?? '');
  return called === null ? words.item(name, `${item + 1}`) : words.itemNamed(name, called);
}

function valueText(node: TreeNode, none: string): string {
  if (node.value === null) return none;
  return node.printed ?? numberText(readFraction(node.value));
}

/**
 * A node's own line, and below it those of everything it is made of. `open` keeps the keys that have been opened: a
 * value taken twice is opened once.
 */
export function nodeLines(
  opened: OpenedUnit,
  key: string,
  depth: number,
  lead: readonly string[],
  open: Set<string>,
  isOut = false,
): readonly TreeLine[] {
  const { words, nodeByKey } = opened;
  const node = nodeByKey.get(key);
  if (!node) return [];
  const rule = ruleOf(opened, node);
  const isAgain = open.has(key);
  open.add(key);
  const skating =
    rule.kind === 'skating' && node.value !== null
      ? [judgesOf(opened, rule)].map((judges) => words.skating(`${majorityOf(judges)}`, `${judges}`))
      : [];
  const own: TreeLine = {
    depth,
    text: nameOf(opened, node),
    value: valueText(node, words.none),
    note: [
      ...lead,
      ...(isAgain
        ? [words.seeAbove]
        : [...(node.value === null ? [] : howNote(opened, node)), ...skating, ...endNote(opened, node)]),
    ].join(words.clause),
    key,
    ...(isOut ? { isOut } : {}),
  };
  if (isAgain) return [own];
  return [own, ...belowLines(opened, rule, node, depth + 1, open)];
}

function belowLines(
  opened: OpenedUnit,
  rule: PlanNode,
  node: TreeNode,
  depth: number,
  open: Set<string>,
): readonly TreeLine[] {
  if (rule.kind === 'marks') return markLines(opened, node, rule, depth);
  if (rule.kind === 'skating') return node.value === null ? [] : skatingLines(opened, node, rule, depth);
  const parts = node.parts.filter(({ from }) => from === 'node');
  const shown = new Set(parts.map(({ of }) => of));
  return [
    ...givenLines(opened, rule, node, depth),
    ...parts.flatMap((part) =>
      nodeLines(opened, part.of, depth, partNote(opened, rule, node.over, part), open, !isTaken(part)),
    ),
    // What a band, a place or a time looks at goes into it as no part of a sum; nor does anything without a value.
    ...keysTaken(opened, rule, node)
      .filter((taken) => !shown.has(taken))
      .flatMap((taken) => nodeLines(opened, taken, depth, [], open)),
  ];
}
