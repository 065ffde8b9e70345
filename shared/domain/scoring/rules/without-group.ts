import { isCastBy } from './casting.ts';
import { expandNodes, groupsOfNode, nodesTaken, orderNodes, type PlanNode } from './plan.ts';
import type { ScoringScheme, TieRule } from './scoring-scheme.ts';
import type { ValueNode } from './value-node.ts';

/** Whether a reference is to a value that is made of the group's marks alone, so that nothing of it is left. */
type IsGone = (reference: string) => boolean;

/** Whether anybody whose marks count still casts the ballot: of these groups, or of all. */
function hasCasters({ groups, ballots }: ScoringScheme, ballot: string, named?: readonly string[]): boolean {
  const cast = ballots.find(({ id }) => id === ballot);
  return groups.some(
    ({ id, counts }) => (named?.includes(id) ?? counts) && cast !== undefined && isCastBy(cast, id),
  );
}

function isNodeGone(scheme: ScoringScheme, node: PlanNode, isGone: IsGone): boolean {
  switch (node.kind) {
    case 'marks':
      return !hasCasters(scheme, node.ballot, node.groups);
    case 'skating':
      return !node.ballots.some((ballot) => hasCasters(scheme, ballot));
    case 'weighted':
      return !node.parts.some((part) => part.weight > 0 && !isGone(part.node));
    case 'sum':
      return node.parts.every((part) => isGone(part.node));
    case 'pick':
      return nodesTaken(node).every(isGone);
    default:
      return nodesTaken(node).some(isGone);
  }
}

function goneWith(scheme: ScoringScheme, group: string): IsGone {
  const gone = new Set(
    scheme.nodes.flatMap((node) =>
      node.kind === 'groups' && groupsOfNode(scheme, node).some(({ id }) => id === group)
        ? [`${node.id}.${group}`]
        : [],
    ),
  );
  const isGone: IsGone = (id) => gone.has(id);
  for (const node of orderNodes(expandNodes(scheme)).ordered)
    if (isNodeGone(scheme, node, isGone)) gone.add(node.id);
  return isGone;
}

function nodeWithout(scheme: ScoringScheme, node: ValueNode, isGone: IsGone): ValueNode {
  switch (node.kind) {
    case 'weighted':
      return { ...node, parts: node.parts.filter((part) => !isGone(part.node)) };
    case 'sum':
      return { ...node, parts: node.parts.filter((part) => !isGone(part.node)) };
    case 'pick':
      return 'nodes' in node.from
        ? { ...node, from: { nodes: node.from.nodes.filter((id) => !isGone(id)) } }
        : node;
    case 'skating':
      return { ...node, ballots: node.ballots.filter((ballot) => hasCasters(scheme, ballot)) };
    default:
      return node;
  }
}

/** The rule without what is gone; none where it has nothing left to look at. */
function tieWithout(scheme: ScoringScheme, rule: TieRule, group: string, isGone: IsGone): readonly TieRule[] {
  switch (rule.kind) {
    case 'node':
      return isGone(rule.node) ? [] : [rule];
    case 'count-back': {
      const groups = rule.groups?.filter((id) => id !== group);
      return hasCasters(scheme, rule.ballot, groups) ? [{ ...rule, ...(groups && { groups }) }] : [];
    }
    case 'count-back-nodes': {
      if ('items' in rule.from) return isGone(rule.from.items) ? [] : [rule];
      const nodes = rule.from.nodes.filter((id) => !isGone(id));
      return nodes.length === 0 ? [] : [{ ...rule, from: { nodes } }];
    }
    default:
      return [rule];
  }
}

/** The group's marks count nowhere, whether a node names its groups or takes all that count. */
function withoutItsMarks(scheme: ScoringScheme, group: string): ScoringScheme {
  return {
    ...scheme,
    groups: scheme.groups.map((entry) => (entry.id === group ? { ...entry, counts: false } : entry)),
    nodes: scheme.nodes.map((node) =>
      node.kind === 'marks' && node.groups
        ? { ...node, groups: node.groups.filter((id) => id !== group) }
        : node,
    ),
  };
}

/** Whether the group's marks count anywhere: it is no group of trainees, or a node names it. */
export function isGroupTaken({ groups, nodes }: ScoringScheme, group: string): boolean {
  return (
    groups.some(({ id, counts }) => id === group && counts) ||
    nodes.some((node) => node.kind === 'marks' && node.groups?.includes(group))
  );
}

// RULE-29
/**
 * The scheme as it would rank without one group: no mark of it counts, a part of the total that only it makes is left
 * out (of a weighted mean with its weight), and no tie is parted by it. Null where nothing would be left to rank by. For
 * the order alone: it prints nothing and gives no prizes.
 */
export function withoutGroup(scheme: ScoringScheme, group: string): ScoringScheme | null {
  if (!scheme.groups.some(({ id }) => id === group)) return null;
  const rest = withoutItsMarks(scheme, group);
  const isGone = goneWith(rest, group);
  if (isGone(rest.ranking.by)) return null;
  const ties = rest.ranking.ties.flatMap((rule) => tieWithout(rest, rule, group, isGone));
  return {
    ...rest,
    nodes: rest.nodes.flatMap((node) => (isGone(node.id) ? [] : [nodeWithout(rest, node, isGone)])),
    ranking: { ...rest.ranking, ties },
    outputs: [],
    prizes: [],
    stage: undefined,
    annual: undefined,
  };
}
