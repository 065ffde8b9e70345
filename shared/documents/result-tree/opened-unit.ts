import type { UnitFigure } from '../../domain/scoring/figures.ts';
import type { Calculation } from '../../domain/scoring/rules/calculate.ts';
import type { BallotVotes, ContestUnit } from '../../domain/scoring/rules/contest.ts';
import type { PlanNode } from '../../domain/scoring/rules/plan.ts';
import { explainUnit, type ResultTree, type TreeNode } from '../../domain/scoring/rules/result-tree.ts';
import type { Scope } from '../../domain/scoring/rules/scope.ts';
import type { Language } from '../../kernel/language.ts';
import { type ContestNames, type NamesOf, namesOf } from './contest-names.ts';
import { type TreeWords, treeWords } from './tree-words.ts';

/** Where `onPaper` has the seats of a ballot: on the unit itself, or on one item of a list, counted from 0. */
export function paperKey(ballot: string, list: string | undefined, item: number | undefined): string {
  return list === undefined || item === undefined ? ballot : `${ballot} ${list} ${item}`;
}

type OnPaper = { readonly [key: string]: readonly string[] };

/** One unit's tree with what it takes to say it in words. */
export type OpenedUnit = {
  readonly calculation: Calculation;
  readonly unit: ContestUnit;
  readonly tree: ResultTree;
  readonly nodeByKey: ReadonlyMap<string, TreeNode>;
  readonly names: NamesOf;
  /** Seats whose vote on the unit, or on an item of it, came on paper, by `paperKey`. */
  readonly onPaper: OnPaper;
  readonly words: TreeWords;
};

/** Which unit is opened, with what its contest doesn't say. */
export type UnitToOpen = {
  readonly id: string;
  /** Says more than the ranking where a unit was called and nobody's ballot counts. */
  readonly state?: UnitFigure['state'];
  readonly onPaper?: OnPaper;
};

/** Throws on a unit that isn't in the contest. */
export function openUnit(
  calculation: Calculation,
  { id: unitId, onPaper = {} }: UnitToOpen,
  names: ContestNames,
  language: Language,
): OpenedUnit {
  const tree = explainUnit(calculation, unitId);
  const unit = calculation.contest.units.find((entry) => entry.unit === unitId);
  if (!unit) throw new RangeError(`no unit ${unitId}`);
  return {
    calculation,
    unit,
    tree,
    nodeByKey: new Map(tree.nodes.map((node) => [node.key, node])),
    names: namesOf(calculation, names, language),
    onPaper,
    words: treeWords[language],
  };
}

/** The item that a node's value is of, counted from 0; undefined where the node is computed once. */
export function itemOf({ key, node }: TreeNode): number | undefined {
  return key === node ? undefined : Number(key.slice(node.length + 1)) - 1;
}

/** The rule that a tree's node follows. */
export function ruleOf({ calculation }: OpenedUnit, { node }: TreeNode): PlanNode {
  const rule = calculation.plan.nodeById.get(node);
  if (!rule) throw new RangeError(`no node ${node}`);
  return rule;
}

/** Where a node of the tree is computed, for the numbers that its rule names. */
export function scopeOf({ calculation, unit }: OpenedUnit, rule: PlanNode, item: number | undefined): Scope {
  const { plan, contest, nodeValue, itemValues } = calculation;
  return {
    plan,
    contest,
    unit,
    item: (rule.each && item !== undefined && unit.items?.[rule.each]?.[item]) || null,
    nodeValue: (id) => nodeValue(id, unit.unit, plan.nodeById.get(id)?.each ? item : undefined),
    itemValues: (id) => itemValues(id, unit.unit),
  };
}

/** The votes that a node of marks reads. */
export function castOn(
  { unit }: OpenedUnit,
  ballot: string,
  each: string | undefined,
  item: number | undefined,
): BallotVotes | undefined {
  return each === undefined || item === undefined
    ? unit.ballots?.[ballot]
    : unit.items?.[each]?.[item]?.ballots?.[ballot];
}
