import { attemptLists } from '../attempts.ts';
import { indicatorList, indicatorMeasures } from './indicator-items.ts';
import type { BallotType } from './rules/ballot-type.ts';
import { ballotsBehind, nodesBehind } from './rules/behind-total.ts';
import { isCastBy, isOnAllUnits } from './rules/casting.ts';
import { type PlanNode, planScheme } from './rules/plan.ts';
import type { ScoringScheme } from './rules/scoring-scheme.ts';

/** A part of a scheme that can be calculated, but not yet collected on stage. */
export type NotLive = {
  readonly path: string;
  readonly what: 'round' | 'items' | 'attempts';
};

const measuresGiven: readonly string[] = indicatorMeasures;

function itemGaps({ nodes }: ScoringScheme): readonly NotLive[] {
  return nodes.flatMap((node, n): readonly NotLive[] => {
    if (node.each === undefined) return [];
    const isOfBoards = node.each === indicatorList;
    const isUnknown =
      node.kind === 'marks' ||
      node.kind === 'groups' ||
      (node.kind === 'measure' && !measuresGiven.includes(node.measure));
    return isOfBoards && isUnknown ? [{ path: `nodes.${n}.each`, what: 'items' }] : [];
  });
}

// SCHEME-1
/**
 * What keeps a scheme from being held on stage: ballots that compare units and yet stay open over several turns, and
 * marks of single attempts. An empty list: it can be held.
 */
export function notLive(scheme: ScoringScheme): readonly NotLive[] {
  const rounds = scheme.ballots.flatMap((ballot, n): readonly NotLive[] => {
    const { kind } = ballot.round;
    // ROUND-24: what compares units is on one paper of all, which has one turn.
    const isKept = kind === 'first-held' || kind === 'correctable-until-release';
    return isKept && isOnAllUnits(ballot) ? [{ path: `ballots.${n}.round`, what: 'round' }] : [];
  });
  // ATTEMPT-3: what compares units is on one paper of all, and an attempt is one unit's.
  const onAttempts = scheme.nodes.flatMap((node, n): readonly NotLive[] => {
    if (node.each === undefined || (node.kind !== 'marks' && node.kind !== 'groups')) return [];
    const ballot = scheme.ballots.find(({ id }) => id === node.ballot);
    return ballot && isOnAllUnits(ballot) ? [{ path: `nodes.${n}.each`, what: 'attempts' }] : [];
  });
  return [...rounds, ...onAttempts, ...itemGaps(scheme)];
}

/** One of the scheme's ballots as it is cast: on the units themselves (`list` null), or on each attempt of a list. */
export type Casting = { readonly form: string; readonly list: string | null };

/** The castings whose votes a node takes. */
function castingsOf(node: PlanNode): readonly Casting[] {
  if (node.kind === 'skating') return node.ballots.map((form) => ({ form, list: null }));
  if (node.kind !== 'marks' || node.each === indicatorList) return [];
  return [{ form: node.ballot, list: node.each ?? null }];
}

function isAmong(castings: readonly Casting[], { form, list }: Casting): boolean {
  return castings.some((casting) => casting.form === form && casting.list === list);
}

const castingsBy = new WeakMap<ScoringScheme, readonly Casting[]>();

// ATTEMPT-3
/** Every way in which the scheme's ballots are cast, in its order; what nothing takes is cast on the units themselves. */
export function castingsIn(scheme: ScoringScheme): readonly Casting[] {
  const known = castingsBy.get(scheme);
  if (known) return known;
  const taken = [
    ...planScheme(scheme).nodes.flatMap(castingsOf),
    ...scheme.ranking.ties.flatMap((rule): readonly Casting[] =>
      rule.kind === 'count-back' ? [{ form: rule.ballot, list: null }] : [],
    ),
  ];
  const lists = [null, ...attemptLists(scheme)];
  const castings = scheme.ballots.flatMap(({ id: form }): readonly Casting[] => {
    const own = lists.flatMap((list) => (isAmong(taken, { form, list }) ? [{ form, list }] : []));
    return own.length > 0 ? own : [{ form, list: null }];
  });
  castingsBy.set(scheme, castings);
  return castings;
}

/** Whether a ballot of the scheme is cast on the units themselves (`list` null), or on each attempt of a list. */
export function isCastOn(scheme: ScoringScheme, form: string, list: string | null): boolean {
  return isAmong(castingsIn(scheme), { form, list });
}

/** Whether any ballot of the scheme is cast on attempts. */
export function isByAttempt(scheme: ScoringScheme): boolean {
  return castingsIn(scheme).some(({ list }) => list !== null);
}

/** The castings that the total takes: each is held of every unit before the count. */
export function requiredCastings(scheme: ScoringScheme): readonly Casting[] {
  const plan = planScheme(scheme);
  const taken = nodesBehind(plan, [scheme.ranking.by]).flatMap((id) => {
    const node = plan.nodeById.get(id);
    return node ? castingsOf(node) : [];
  });
  return castingsIn(scheme).filter((casting) => isAmong(taken, casting));
}

/** Whether the total takes any ballot; where it doesn't, numbers beside the ballots alone make it. */
export function takesBallots(scheme: ScoringScheme): boolean {
  return requiredCastings(scheme).length > 0;
}

/** Ballots held only where units are equal: no node but those of the tie chain takes them. */
export function tieBreakBallots(scheme: ScoringScheme): readonly string[] {
  const plan = planScheme(scheme);
  const shown = [
    scheme.ranking.by,
    ...scheme.outputs.map(({ node }) => node),
    ...scheme.prizes.flatMap(({ by }) => by ?? []),
  ];
  const taken = ballotsBehind(plan, shown);
  const parting = scheme.ranking.ties.flatMap((rule): readonly string[] => {
    if (rule.kind === 'node') return ballotsBehind(plan, [rule.node]);
    return rule.kind === 'count-back' ? [rule.ballot] : [];
  });
  return scheme.ballots.flatMap(({ id }) => (parting.includes(id) && !taken.includes(id) ? [id] : []));
}

/**
 * The ballots that are cast together unless a step names its own: on one unit, on one attempt of it, or on all units at
 * once.
 */
export function usualForms(
  scheme: ScoringScheme,
  isAllUnits: boolean,
  list: string | null = null,
): readonly string[] {
  const apart = tieBreakBallots(scheme);
  return scheme.ballots.flatMap((ballot) =>
    isOnAllUnits(ballot) === isAllUnits && !apart.includes(ballot.id) && isCastOn(scheme, ballot.id, list)
      ? [ballot.id]
      : [],
  );
}

/** Whether ballots are cast on units one by one, or on their attempts, those of the tie chain aside. */
export function isEachCalled(scheme: ScoringScheme): boolean {
  const apart = tieBreakBallots(scheme);
  return scheme.ballots.some((ballot) => !isOnAllUnits(ballot) && !apart.includes(ballot.id));
}

/** Whether a ballot of the scheme is cast by cards that nobody can be told by (无记名). */
export function isSecret(scheme: ScoringScheme, forms: readonly string[]): boolean {
  return scheme.ballots.some(({ id, secrecy }) => forms.includes(id) && secrecy === 'anonymous');
}

/** Whether any ballot of the scheme is cast by such cards, so that what a device does may say what its card did. */
export function hasSecretBallot({ ballots }: ScoringScheme): boolean {
  return ballots.some(({ secrecy }) => secrecy === 'anonymous');
}

/** Whether the seats of a group cast a secret ballot, so that who of them gave one must stay unknown. */
export function castsSecretBallot({ ballots }: ScoringScheme, group: string): boolean {
  return ballots.some((ballot) => ballot.secrecy === 'anonymous' && isCastBy(ballot, group));
}

/** Whether the seats of a group cast secret ballots and no other, so that each is a card and nobody's seat. */
export function hasOnlySecretBallots({ ballots }: ScoringScheme, group: string): boolean {
  const own = ballots.filter((ballot) => isCastBy(ballot, group));
  return own.length > 0 && own.every(({ secrecy }) => secrecy === 'anonymous');
}

export function ballotNamed({ ballots }: ScoringScheme, id: string): BallotType {
  const ballot = ballots.find((candidate) => candidate.id === id);
  if (!ballot) throw new RangeError(`no ballot ${id}`);
  return ballot;
}
