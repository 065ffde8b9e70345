import { indicatorList, indicatorMeasures } from './indicator-items.ts';
import type { BallotType } from './rules/ballot-type.ts';
import { ballotsBehind } from './rules/behind-total.ts';
import { isCastBy, isOnAllUnits } from './rules/casting.ts';
import { planScheme } from './rules/plan.ts';
import type { ScoringScheme } from './rules/scoring-scheme.ts';

/** A part of a scheme that can be calculated, but not yet collected on stage. */
export type NotLive = {
  readonly path: string;
  readonly what: 'round' | 'items';
};

const measuresGiven: readonly string[] = indicatorMeasures;

function itemGaps({ nodes }: ScoringScheme): readonly NotLive[] {
  return nodes.flatMap((node, n): readonly NotLive[] => {
    if (node.each === undefined) return [];
    const takesMarks = node.kind === 'marks' || node.kind === 'groups';
    const isUnknown =
      node.each === indicatorList && node.kind === 'measure' && !measuresGiven.includes(node.measure);
    return !takesMarks && !isUnknown ? [] : [{ path: `nodes.${n}.each`, what: 'items' }];
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
  return [...rounds, ...itemGaps(scheme)];
}

/** Ballots that the total takes: every unit is voted on by each of them before the count. */
export function requiredBallots(scheme: ScoringScheme): readonly string[] {
  const taken = ballotsBehind(planScheme(scheme), [scheme.ranking.by]);
  return scheme.ballots.flatMap(({ id }) => (taken.includes(id) ? [id] : []));
}

/** Whether the total takes any ballot; where it doesn't, numbers beside the ballots alone make it. */
export function takesBallots(scheme: ScoringScheme): boolean {
  return requiredBallots(scheme).length > 0;
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

/** The ballots that are cast together unless a step names its own: on one unit, or on all of them at once. */
export function usualForms(scheme: ScoringScheme, isAllUnits: boolean): readonly string[] {
  const apart = tieBreakBallots(scheme);
  return scheme.ballots.flatMap((ballot) =>
    isOnAllUnits(ballot) === isAllUnits && !apart.includes(ballot.id) ? [ballot.id] : [],
  );
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
