import { compare, formatDecimal, parseRational, rational } from '../../../kernel/rational.ts';
import { labelOf } from './awards.ts';
import type { Calculation } from './calculate.ts';
import type { NodeValue } from './node-value.ts';
import type { PlanNode } from './plan.ts';
import { explainUnit, type TreeNode } from './result-tree.ts';
import type { ScoringScheme } from './scoring-scheme.ts';

/** One number for the public: printed, or withheld because it is made of too few ballots. */
export type PublishedValue = {
  readonly node: string;
  readonly printed: string | null;
  readonly isWithheld: boolean;
  readonly label: ScoringScheme['outputs'][number]['labels'][number]['name'] | null;
};

export type PublishedMark = { readonly seat: string | null; readonly group: string; readonly text: string };

export type PublishedUnit = {
  readonly unit: string;
  readonly division: string;
  readonly place: string | null;
  readonly total: PublishedValue | null;
  readonly groups: readonly PublishedValue[];
  readonly outputs: readonly PublishedValue[];
  readonly marks: readonly PublishedMark[];
};

function printed(value: NodeValue, node: PlanNode | undefined, decimals: number | undefined): string | null {
  if (value.kind === 'none') return null;
  const places = decimals ?? node?.round?.decimals;
  if (places !== undefined) return formatDecimal(value.value, places);
  return formatDecimal(value.value, 6).replace(/\.?0+$/, '');
}

/** How many ballots a mean of marks is made of; null for values of another kind. */
function ballotsIn(tree: readonly TreeNode[], node: string): number | null {
  const own = tree.find(({ key }) => key === node);
  if (own?.kind !== 'marks') return null;
  return own.parts.filter(({ state }) => state === 'counted' || state === 'filled').length;
}

type Choice = { readonly publishesThinMeans: boolean };

// RULE-27
function valueFor(
  { plan, nodeValue }: Calculation,
  tree: readonly TreeNode[],
  unit: string,
  output: {
    readonly node: string;
    readonly decimals?: number | undefined;
    readonly labels?: ScoringScheme['outputs'][number]['labels'];
  },
  { publishesThinMeans }: Choice,
): PublishedValue {
  const value = nodeValue(output.node, unit);
  const ballots = ballotsIn(tree, output.node);
  const isWithheld =
    !publishesThinMeans && ballots !== null && ballots > 0 && ballots < plan.scheme.publish.fromBallots;
  const label =
    value.kind === 'value' && !isWithheld
      ? labelOf({ node: output.node, labels: output.labels ?? [] }, value.value)
      : null;
  const text = isWithheld ? null : printed(value, plan.nodeById.get(output.node), output.decimals);
  return { node: output.node, printed: text, isWithheld, label };
}

/** The marks behind the total, as far as the scheme lets them out: highest first without seats, or seat by seat. */
function marksFor({ plan }: Calculation, tree: readonly TreeNode[]): readonly PublishedMark[] {
  const { marks } = plan.scheme.publish;
  if (marks === 'none') return [];
  const parts = behindTotal(plan.scheme.ranking.by, tree)
    .flatMap((node) => (node.kind === 'marks' ? node.parts : []))
    .filter(({ value }) => value !== null);
  if (marks === 'sorted') parts.sort((a, b) => compare(read(b.value), read(a.value)));
  return parts.map(({ of, group = '', text = '' }) => ({
    seat: marks === 'sorted' || of === '' ? null : of,
    group,
    text,
  }));
}

function read(fraction: string | null) {
  const value = parseRational(fraction ?? '');
  return value.ok ? value.value : rational(0n);
}

/** The nodes that the total takes, directly or through others. */
function behindTotal(total: string, tree: readonly TreeNode[]): readonly TreeNode[] {
  const own = tree.find(({ key }) => key === total);
  if (!own) return [];
  const taken = own.parts.filter(({ from }) => from === 'node').flatMap(({ of }) => behindTotal(of, tree));
  return [...taken, own];
}

/**
 * What the scheme lets out of a result, and nothing more. A mean of fewer ballots than the scheme's `fromBallots` is
 * withheld unless that is chosen explicitly.
 */
export function publishedUnits(calculation: Calculation, choice: Choice): readonly PublishedUnit[] {
  const { scheme } = calculation.plan;
  return calculation.ranking.map(({ unit, division, place }) => {
    const tree = explainUnit(calculation, unit).nodes;
    const groupsBehind = (own: readonly TreeNode[]) =>
      behindTotal(scheme.ranking.by, own).flatMap(({ node }) => (node.includes('.') ? [node] : []));
    const publish = (output: Parameters<typeof valueFor>[3]) =>
      valueFor(calculation, tree, unit, output, choice);
    return {
      unit,
      division,
      place,
      total: scheme.publish.totals ? publish({ node: scheme.ranking.by }) : null,
      groups: scheme.publish.groupMeans
        ? groupsBehind(tree).map((node) => publish({ node, decimals: 2 }))
        : [],
      outputs: scheme.outputs.map(publish),
      marks: marksFor(calculation, tree),
    };
  });
}
