import type { BallotType } from './ballot-type.ts';
import type { ScoringScheme } from './scoring-scheme.ts';
import type { NodeOf, ValueNode } from './value-node.ts';

/** A node as it is computed: a groups node has become a marks node for each group and their weighted mean. */
export type PlanNode = Exclude<ValueNode, { kind: 'groups' }>;
export type MarksNode = NodeOf<'marks'>;

/** A scheme made ready: its nodes in an order in which each follows what it takes. */
export type Plan = {
  readonly scheme: ScoringScheme;
  readonly nodes: readonly PlanNode[];
  readonly nodeById: ReadonlyMap<string, PlanNode>;
  readonly ballotById: ReadonlyMap<string, BallotType>;
  /** Nodes whose value hangs on the unit itself and the facts alone, on no other unit. */
  readonly ownNodes: ReadonlySet<string>;
};

/** The groups of a groups node, in the scheme's order; those that don't count are shown all the same. */
export function groupsOfNode(scheme: ScoringScheme, node: NodeOf<'groups'>): ScoringScheme['groups'] {
  const ballot = scheme.ballots.find(({ id }) => id === node.ballot);
  return scheme.groups.filter(
    ({ id }) => (node.groups ?? ballot?.groups ?? [id]).includes(id) && (ballot?.groups ?? [id]).includes(id),
  );
}

// RULE-6
function expandGroups(scheme: ScoringScheme, node: NodeOf<'groups'>): readonly PlanNode[] {
  const groups = groupsOfNode(scheme, node);
  const { kind: _, emptyGroup, roundGroup, groups: __, ...fields } = node;
  const { id, name, each, floor, cap, round, ...marks } = fields;
  const parts = groups.map(
    (group): PlanNode => ({
      kind: 'marks',
      ...marks,
      id: `${id}.${group.id}`,
      name: group.name,
      each,
      groups: [group.id],
      round: roundGroup,
    }),
  );
  const weighted = groups
    .filter(({ counts }) => counts)
    .map((group) => ({ node: `${id}.${group.id}`, weight: group.weight }));
  return [
    ...parts,
    { kind: 'weighted', id, name, each, floor, cap, round, parts: weighted, absent: emptyGroup },
  ];
}

export function expandNodes(scheme: ScoringScheme): readonly PlanNode[] {
  return scheme.nodes.flatMap((node) => (node.kind === 'groups' ? expandGroups(scheme, node) : [node]));
}

/** The nodes whose values a node takes. */
export function nodesTaken(node: PlanNode): readonly string[] {
  switch (node.kind) {
    case 'weighted':
    case 'sum':
      return node.parts.map((part) => part.node);
    case 'product':
      return node.parts;
    case 'pick':
      return 'nodes' in node.from ? node.from.nodes : [node.from.items];
    case 'factor':
    case 'linear':
    case 'bands':
    case 'time':
    case 'place':
    case 'rescale':
      return [node.of];
    default:
      return [];
  }
}

/** Nodes in order of dependence; those on a cycle, or behind one, come back apart. */
export function orderNodes(nodes: readonly PlanNode[]): {
  readonly ordered: readonly PlanNode[];
  readonly circular: readonly PlanNode[];
} {
  const ordered: PlanNode[] = [];
  const done = new Set<string>();
  const known = new Set(nodes.map(({ id }) => id));
  let waiting = nodes;
  for (;;) {
    const ready = waiting.filter((node) => nodesTaken(node).every((id) => done.has(id) || !known.has(id)));
    if (ready.length === 0) return { ordered, circular: waiting };
    ordered.push(...ready);
    for (const { id } of ready) done.add(id);
    waiting = waiting.filter(({ id }) => !done.has(id));
  }
}

function looksAtOthers(node: PlanNode): boolean {
  switch (node.kind) {
    case 'place':
    case 'rescale':
    case 'skating':
      return true;
    case 'marks':
      return node.read === 'places';
    default:
      return false;
  }
}

function ownNodesOf(ordered: readonly PlanNode[]): ReadonlySet<string> {
  const own = new Set<string>();
  for (const node of ordered)
    if (!looksAtOthers(node) && nodesTaken(node).every((id) => own.has(id))) own.add(node.id);
  return own;
}

const plans = new WeakMap<ScoringScheme, Plan>();

/** Makes a checked scheme ready to compute, once; throws on one that `checkScoringScheme` refuses. */
export function planScheme(scheme: ScoringScheme): Plan {
  const known = plans.get(scheme);
  if (known) return known;
  const plan = newPlan(scheme);
  plans.set(scheme, plan);
  return plan;
}

function newPlan(scheme: ScoringScheme): Plan {
  const { ordered, circular } = orderNodes(expandNodes(scheme));
  if (circular.length > 0)
    throw new RangeError(`nodes that take one another: ${circular.map(({ id }) => id)}`);
  return {
    scheme,
    nodes: ordered,
    nodeById: new Map(ordered.map((node) => [node.id, node])),
    ballotById: new Map(scheme.ballots.map((ballot) => [ballot.id, ballot])),
    ownNodes: ownNodesOf(ordered),
  };
}
