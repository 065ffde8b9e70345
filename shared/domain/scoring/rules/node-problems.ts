import { compare, decimal, zero } from '../../../kernel/rational.ts';
import type { BallotType } from './ballot-type.ts';
import { isCastBy } from './casting.ts';
import { expandNodes, groupsOfNode, nodesTaken, orderNodes } from './plan.ts';
import { none, type Problems, problem, unknownIds } from './scheme-problem.ts';
import type { ScoringScheme } from './scoring-scheme.ts';
import type { NodeOf, NumberSource, ValueNode } from './value-node.ts';

type MarksLike = NodeOf<'marks'> | NodeOf<'groups'>;

function criteriaOf(ballot: BallotType): readonly string[] {
  return ballot.kind === 'points' ? ballot.criteria.map(({ id }) => id) : [];
}

function countingProblems(node: MarksLike, ballot: BallotType, path: string): Problems {
  const { counting } = node;
  if (!counting) return none;
  if (node.by !== 'share' && node.by !== 'count') return problem('counting-nothing', `${path}.counting`);
  if (!('grades' in counting)) return none;
  const known = ballot.kind === 'grades' ? ballot.grades.map(({ id }) => id) : [];
  return unknownIds(counting.grades, known, 'unknown-grade', `${path}.counting.grades`);
}

function marksProblems(scheme: ScoringScheme, node: MarksLike, path: string): Problems {
  const ballot = scheme.ballots.find(({ id }) => id === node.ballot);
  const groups = scheme.groups.map(({ id }) => id);
  const inGroups = unknownIds(node.groups, groups, 'unknown-group', `${path}.groups`);
  if (!ballot) return [...inGroups, ...problem('unknown-ballot', `${path}.ballot`, node.ballot)];
  const { trim } = node;
  const isPlaced = node.read === 'places' || ballot.kind === 'ranking' || ballot.kind === 'placement';
  return [
    ...inGroups,
    ...unknownIds(node.criteria, criteriaOf(ballot), 'unknown-criterion', `${path}.criteria`),
    ...countingProblems(node, ballot, path),
    ...(trim && trim.high + trim.low >= trim.fromCount
      ? problem('trim-strikes-all', `${path}.trim.fromCount`, String(trim.fromCount))
      : none),
    ...(node.placePoints && !isPlaced ? problem('places-without-ranking', `${path}.placePoints`) : none),
    ...(node.partial === 'stretched' && node.read !== 'places'
      ? problem('read-as-places', `${path}.partial`)
      : none),
    ...(node.each && node.read === 'places' ? problem('not-for-items', `${path}.each`, node.each) : none),
    ...(node.by === 'share' && compare(decimal(node.outOf), zero) <= 0
      ? problem('division-by-zero', `${path}.outOf`, node.outOf)
      : none),
  ];
}

/** A panel needs somebody in it: a group that counts, or one that the node names, and that casts the ballot. */
function castProblems(scheme: ScoringScheme, node: NodeOf<'marks'>, path: string): Problems {
  const ballot = scheme.ballots.find(({ id }) => id === node.ballot);
  if (!ballot || scheme.groups.length === 0) return none;
  const isIn = ({ id, counts }: ScoringScheme['groups'][number]) => node.groups?.includes(id) ?? counts;
  return scheme.groups.some((group) => isIn(group) && isCastBy(ballot, group.id))
    ? none
    : problem('nobody-casts', node.groups ? `${path}.groups` : path, node.ballot);
}

// RULE-22
function weightProblems(scheme: ScoringScheme, node: ValueNode, path: string): Problems {
  if (node.kind === 'weighted')
    return node.parts.some(({ weight }) => weight > 0)
      ? none
      : problem('weights-sum-to-zero', `${path}.parts`);
  if (node.kind !== 'groups' || !scheme.ballots.some(({ id }) => id === node.ballot)) return none;
  const counted = groupsOfNode(scheme, node).filter(({ counts, weight }) => counts && weight > 0);
  return counted.length > 0 ? none : problem('weights-sum-to-zero', 'groups', node.id);
}

function risingProblems(bands: readonly { readonly from: string }[], path: string): Problems {
  const wrong = bands.findIndex(({ from }, n) => {
    const before = bands[n - 1];
    return before !== undefined && compare(decimal(from), decimal(before.from)) <= 0;
  });
  return wrong < 0 ? none : problem('bands-not-rising', `${path}.${wrong}.from`, bands[wrong]?.from);
}

function isZero(source: NumberSource | undefined): boolean {
  return typeof source === 'string' && decimal(source).numerator === 0n;
}

function timeProblems(node: NodeOf<'time'>, path: string): Problems {
  const { over, under, limit, atLeast } = node;
  if (!over && !under) return problem('gives-nothing', path);
  if (atLeast !== undefined && !under) return problem('gives-nothing', `${path}.atLeast`);
  const isAbove =
    over &&
    typeof limit === 'string' &&
    typeof atLeast === 'string' &&
    compare(decimal(atLeast), decimal(limit)) > 0;
  if (isAbove) return problem('floor-above-cap', `${path}.atLeast`);
  return (['over', 'under'] as const).flatMap((name) => {
    const side = node[name];
    if (!side) return none;
    if (side.kind === 'bands') return risingProblems(side.bands, `${path}.${name}.bands`);
    return compare(decimal(side.seconds), zero) > 0
      ? none
      : problem('division-by-zero', `${path}.${name}.seconds`, side.seconds);
  });
}

function kindProblems(scheme: ScoringScheme, node: ValueNode, path: string): Problems {
  switch (node.kind) {
    case 'marks':
      return [...marksProblems(scheme, node, path), ...castProblems(scheme, node, path)];
    case 'groups':
      return marksProblems(scheme, node, path);
    case 'factor':
      return isZero(node.over) ? problem('division-by-zero', `${path}.over`) : none;
    case 'bands':
      return risingProblems(node.bands, `${path}.bands`);
    case 'time':
      return timeProblems(node, path);
    case 'pick': {
      const count = 'nodes' in node.from ? node.from.nodes.length : Number.POSITIVE_INFINITY;
      const left = count - node.dropBest - node.dropWorst;
      if (left <= 0) return problem('trim-strikes-all', `${path}.dropWorst`);
      return node.best !== undefined && node.best > left
        ? problem('never-reached', `${path}.best`, String(node.best))
        : none;
    }
    case 'skating':
      return node.ballots.flatMap((id, n) => {
        const ballot = scheme.ballots.find((entry) => entry.id === id);
        if (!ballot) return problem('unknown-ballot', `${path}.ballots.${n}`, id);
        const isPlacement = ballot.kind === 'placement' || ballot.kind === 'ranking';
        return isPlacement ? none : problem('not-a-placement', `${path}.ballots.${n}`, id);
      });
    default:
      return none;
  }
}

/** Every number a node takes from the event's facts. */
function factProblems(scheme: ScoringScheme, node: ValueNode, path: string): Problems {
  const known = scheme.facts.map(({ id }) => id);
  const walk = (value: unknown, at: string): Problems => {
    if (typeof value !== 'object' || value === null) return none;
    if ('fact' in value && typeof value.fact === 'string')
      return known.includes(value.fact) ? none : problem('unknown-fact', at, value.fact);
    return Object.entries(value).flatMap(([name, member]) => walk(member, `${at}.${name}`));
  };
  return walk(node, path);
}

function limitProblems({ floor, cap }: ValueNode, path: string): Problems {
  const isAbove =
    typeof floor === 'string' && typeof cap === 'string' && compare(decimal(floor), decimal(cap)) > 0;
  return isAbove ? problem('floor-above-cap', `${path}.floor`) : none;
}

const notForItems: readonly ValueNode['kind'][] = ['skating', 'adjustments'];

// RULE-23
/** Nodes take nodes that are there; what is computed for each item is taken by its own kind, or by a pick. */
function referenceProblems(scheme: ScoringScheme, node: ValueNode, path: string): Problems {
  const nodes = expandNodes(scheme);
  const isBarred = node.each !== undefined && notForItems.includes(node.kind);
  const taken = node.kind === 'groups' ? [] : nodesTaken(node);
  return [
    ...(isBarred ? problem('not-for-items', `${path}.each`, node.each) : none),
    ...taken.flatMap((id) => {
      const other = nodes.find((entry) => entry.id === id);
      if (!other) return problem('unknown-node', path, id);
      const isOfItems = node.kind === 'pick' && 'items' in node.from;
      if (isOfItems) return other.each === undefined ? problem('not-items', `${path}.from.items`, id) : none;
      if (other.each === undefined || other.each === node.each) return none;
      return problem(node.each === undefined ? 'item-values-outside' : 'other-items', path, id);
    }),
  ];
}

export function nodeProblems(scheme: ScoringScheme): Problems {
  const own = scheme.nodes.flatMap((node, n) => {
    const path = `nodes.${n}`;
    return [
      ...kindProblems(scheme, node, path),
      ...weightProblems(scheme, node, path),
      ...limitProblems(node, path),
      ...factProblems(scheme, node, path),
      ...referenceProblems(scheme, node, path),
    ];
  });
  const { circular } = orderNodes(expandNodes(scheme));
  const circle = circular.map(({ id }) => id);
  return circle.length === 0 ? own : [...own, ...problem('nodes-in-a-circle', 'nodes', circle.join(' '))];
}
