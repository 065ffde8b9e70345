import type { MarksNode, PlanNode } from '../../domain/scoring/rules/plan.ts';
import type { TreeNode, TreePart } from '../../domain/scoring/rules/result-tree.ts';
import { isRational, resolve } from '../../domain/scoring/rules/scope.ts';
import { valueKeys } from '../../domain/scoring/rules/value-keys.ts';
import type { NodeOf, NumberSource } from '../../domain/scoring/rules/value-node.ts';
import { type Rational, subtract, sum } from '../../kernel/rational.ts';
import { unreachable } from '../../kernel/unreachable.ts';
import { arithmeticText, isTaken } from './arithmetic-text.ts';
import { numberText, readFraction } from './exact-text.ts';
import { extremesOf } from './mark-lines.ts';
import { itemOf, type OpenedUnit, ruleOf, scopeOf } from './opened-unit.ts';
import type { TreeWords } from './tree-words.ts';

/** What the engine says beside a given number, such as `from 11` or `place 2 of 3 equal`. */
function givenText(node: TreeNode): string {
  return node.parts.find(({ from }) => from === 'given')?.text ?? '';
}

function marksNote(
  { words, names, calculation }: OpenedUnit,
  node: TreeNode,
  rule: MarksNode,
): readonly string[] {
  const taken = node.parts.filter(isTaken);
  const values = taken.map(({ value }) => readFraction(value ?? '0/1'));
  const [count, total] = [`${taken.length}`, numberText(sum(values))];
  const how = {
    mean: () => words.panel.mean(total, count),
    sum: () => words.panel.sum(count),
    median: () => words.panel.median(count),
    highest: () => words.panel.highest(count),
    lowest: () => words.panel.lowest(count),
    share: () => words.panel.share(total, count, rule.outOf),
    count: () => words.panel.count(total, count),
  }[rule.by];
  const ballot = calculation.plan.ballotById.get(rule.ballot);
  const keys = ballot?.kind === 'points' ? (rule.criteria ?? valueKeys(ballot)) : [];
  const { groups } = rule;
  const isShownOnly = groups?.every((id) =>
    calculation.plan.scheme.groups.some((group) => group.id === id && !group.counts),
  );
  return [
    how(),
    ...trimNote(words, node.parts, rule, extremesOf(ballot, rule)),
    ...(rule.read === 'places' ? [words.readPlaces] : []),
    ...(rule.read === 'places' && rule.partial === 'stretched' ? [words.stretched] : []),
    ...(rule.placePoints ? [words.placePoints] : []),
    ...(keys.length > 1
      ? [words.criteria(keys.map((key) => names.criterion(rule.ballot, key)).join(words.list))]
      : []),
    ...(isShownOnly ? [words.uncounted] : []),
  ];
}

function trimNote(
  words: OpenedUnit['words'],
  parts: readonly TreePart[],
  { trim }: Pick<MarksNode, 'trim'>,
  extremes: keyof TreeWords['extremes'],
): readonly string[] {
  if (!trim) return [];
  const struck = (state: TreePart['state']) => parts.filter((part) => part.state === state).length;
  const [high, low] = [struck('struck-high'), struck('struck-low')];
  const list = (highest: number, lowest: number) =>
    [
      ...(highest > 0 ? [words.extremes[extremes].high(`${highest}`)] : []),
      ...(lowest > 0 ? [words.extremes[extremes].low(`${lowest}`)] : []),
    ].join(words.list);
  if (high + low === 0) return [words.notStruck(list(trim.high, trim.low), `${trim.fromCount}`)];
  return [
    words.struck(list(high, low)),
    ...(trim.by === 'whole-ballot' ? [words.byWholeBallot] : []),
    ...(trim.per === 'group' ? [words.perGroup] : []),
  ];
}

function pickNote({ words }: OpenedUnit, node: TreeNode, rule: NodeOf<'pick'>): readonly string[] {
  const isDropping = rule.dropBest + rule.dropWorst > 0;
  return [
    ...(isDropping ? [words.picked(`${rule.dropBest}`, `${rule.dropWorst}`)] : []),
    ...(rule.best === undefined ? [] : [words.pickedBest(`${rule.best}`)]),
    rule.by === 'median' ? words.pickedBy.median : `${words.pickedBy[rule.by]} ${arithmeticText(node)}`,
  ];
}

function timeNote(opened: OpenedUnit, node: TreeNode, rule: NodeOf<'time'>): readonly string[] {
  const { words } = opened;
  const scope = scopeOf(opened, rule, itemOf(node));
  const number = (source: NumberSource | undefined): Rational | null => {
    const value = source === undefined ? null : resolve(scope, source);
    return value && isRational(value) ? value : null;
  };
  const time = scope.nodeValue(rule.of);
  const limit = number(rule.limit);
  if (time.kind === 'none' || !limit) return [];
  const least = number(rule.atLeast) ?? limit;
  const said = givenText(node);
  const took = numberText(time.value);
  const [over, under] = [subtract(time.value, limit), subtract(least, time.value)];
  const how =
    said === 'over'
      ? words.time.over(took, numberText(limit), numberText(over))
      : said === 'under'
        ? words.time.under(took, numberText(least), numberText(under))
        : words.time.within(took, numberText(limit));
  return [how, ...(rule.grace === '0' ? [] : [words.grace(rule.grace)])];
}

function bandNote({ words, calculation, unit }: OpenedUnit, node: TreeNode, rule: NodeOf<'bands'>) {
  const value = calculation.nodeValue(rule.of, unit.unit, itemOf(node));
  if (value.kind === 'none') return [];
  const [, from] = /^from (.+)$/.exec(givenText(node)) ?? [];
  const own = numberText(value.value);
  return [from === undefined ? words.belowBands(own) : words.band(own, from)];
}

function placeNote({ words }: OpenedUnit, node: TreeNode, rule: NodeOf<'place'>): readonly string[] {
  const [, place, equal] = /^place (\d+)(?: of (\d+) equal)?$/.exec(givenText(node)) ?? [];
  if (place === undefined) return [];
  return [
    words.placeAmong(place),
    ...(equal === undefined ? [] : [words.equalPlaces(equal)]),
    ...(rule.placePoints ? [words.placePoints] : []),
  ];
}

/** `60 + 1.8 × (126.5 − 120)`, `100 − 3 × (2 − 1)`. */
function linearText(node: TreeNode): string {
  const part = (of: string) => node.parts.find((entry) => entry.from === 'given' && entry.of === of)?.value;
  const value = node.parts.find(({ from }) => from === 'node');
  const [base, par] = [part('base'), part('par')].map((text) => numberText(readFraction(text ?? '0/1')));
  const rate = numberText(readFraction(value?.times ?? '1/1'));
  const step = rate.startsWith('-') ? `− ${rate.slice(1)}` : `+ ${rate}`;
  return `${base} ${step} × (${numberText(readFraction(value?.value ?? '0/1'))} − ${par})`;
}

// STAGE-2
/** Given here, or brought from an earlier stage. */
function measuredText(
  { unit, names, words }: OpenedUnit,
  rule: Extract<PlanNode, { kind: 'measure' }>,
): string {
  const value = rule.each === undefined ? unit.measures?.[rule.measure] : undefined;
  const from = typeof value === 'string' ? names.carriedFrom(unit.unit, rule.measure, value) : null;
  return from === null ? words.measured : words.carriedFrom(from);
}

/** How a value came from its parts, clause by clause. */
export function howNote(opened: OpenedUnit, node: TreeNode): readonly string[] {
  const { words } = opened;
  const rule = ruleOf(opened, node);
  if (givenText(node) === 'empty') return [words.empty];
  switch (rule.kind) {
    case 'marks':
      return marksNote(opened, node, rule);
    case 'weighted':
    case 'sum':
    case 'product':
    case 'factor':
      return [arithmeticText(node)];
    case 'pick':
      return pickNote(opened, node, rule);
    case 'measure':
      return [givenText(node) === 'missing' ? words.measuredNot : measuredText(opened, rule)];
    case 'linear':
      return [linearText(node)];
    case 'bands':
      return bandNote(opened, node, rule);
    case 'time':
      return timeNote(opened, node, rule);
    case 'adjustments':
      return [node.parts.length === 0 ? words.noAdjustment : arithmeticText(node)];
    case 'place':
      return placeNote(opened, node, rule);
    case 'rescale':
      return [words.rescale[rule.to], arithmeticText(node)];
    case 'skating':
      return [];
    default:
      return unreachable(rule);
  }
}
