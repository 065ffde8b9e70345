import { groupsOfNode, type MarksNode, nodesTaken, type Plan } from './plan.ts';
import type { NodeOf } from './value-node.ts';

/** Every node that some nodes take, directly or through others, and themselves; those that others take first. */
export function nodesBehind(plan: Plan, nodes: readonly string[]): readonly string[] {
  const behind = (id: string): readonly string[] => {
    const node = plan.nodeById.get(id);
    return node ? [...nodesTaken(node).flatMap(behind), id] : [];
  };
  return [...new Set(nodes.flatMap(behind))];
}

/** Every node that the ranking's value takes, directly or through others, those that others take first. */
export function nodesBehindTotal(plan: Plan): readonly string[] {
  return nodesBehind(plan, [plan.scheme.ranking.by]);
}

/** The ballots that some nodes rest on, by id. */
export function ballotsBehind(plan: Plan, nodes: readonly string[]): readonly string[] {
  const taken = nodesBehind(plan, nodes).flatMap((id) => {
    const node = plan.nodeById.get(id);
    if (node?.kind === 'marks') return [node.ballot];
    return node?.kind === 'skating' ? node.ballots : [];
  });
  return [...new Set(taken)];
}

/** The marks nodes that the ranking's value takes. */
export function marksBehindTotal(plan: Plan): readonly MarksNode[] {
  return nodesBehindTotal(plan).flatMap((id) => {
    const node = plan.nodeById.get(id);
    return node?.kind === 'marks' ? [node] : [];
  });
}

/** One group's part of the total, by the one groups node behind it. */
export type GroupPart = {
  readonly group: string;
  readonly weight: number;
  readonly counts: boolean;
  readonly node: MarksNode;
};

/** The one node of groups that the total takes; null where the panel is taken as one, or several such nodes are. */
export function groupsNodeBehindTotal(plan: Plan): NodeOf<'groups'> | null {
  const behind = nodesBehindTotal(plan);
  const [own, ...others] = plan.scheme.nodes.filter(
    (node): node is NodeOf<'groups'> => node.kind === 'groups' && behind.includes(node.id),
  );
  return own && others.length === 0 ? own : null;
}

/** The groups that make up the total by that node, in the scheme's order. */
export function groupParts(plan: Plan): readonly GroupPart[] {
  const own = groupsNodeBehindTotal(plan);
  if (!own) return [];
  return groupsOfNode(plan.scheme, own).flatMap(({ id, weight, counts }) => {
    const node = plan.nodeById.get(`${own.id}.${id}`);
    return node?.kind === 'marks' ? [{ group: id, weight, counts, node }] : [];
  });
}
