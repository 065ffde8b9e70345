import type { BallotType } from './rules/ballot-type.ts';
import type { ScoringScheme } from './rules/scoring-scheme.ts';

/** A part of a scheme that can be calculated, but not yet collected on stage. */
export type NotLive = {
  readonly path: string;
  readonly what: 'ballots' | 'round' | 'secrecy' | 'reasons' | 'measures';
};

const kinds: ReadonlySet<BallotType['kind']> = new Set(['points', 'total', 'grades', 'placement', 'yes-no']);

function ballotGaps(ballot: BallotType, n: number): readonly NotLive[] {
  const path = `ballots.${n}`;
  const reasons = ballot.validity.findIndex(({ kind }) => kind === 'reason-beyond');
  return [
    ...(kinds.has(ballot.kind) ? [] : [{ path: `${path}.kind`, what: 'round' } as const]),
    ...(ballot.round.kind === 'per-unit' ? [] : [{ path: `${path}.round`, what: 'round' } as const]),
    ...(ballot.secrecy === 'anonymous' ? [{ path: `${path}.secrecy`, what: 'secrecy' } as const] : []),
    ...(reasons < 0 ? [] : [{ path: `${path}.validity.${reasons}`, what: 'reasons' } as const]),
  ];
}

// SCHEME-1
/**
 * What keeps a scheme from being held on stage: the stage collects one ballot, unit by unit, and no measured values.
 * An empty list: it can be held.
 */
export function notLive(scheme: ScoringScheme): readonly NotLive[] {
  const { ballots, nodes } = scheme;
  return [
    ...(ballots.length === 1 ? [] : [{ path: 'ballots', what: 'ballots' } as const]),
    ...ballots.flatMap(ballotGaps),
    ...nodes.flatMap(({ kind, each }, n): readonly NotLive[] =>
      kind === 'measure' || each !== undefined ? [{ path: `nodes.${n}`, what: 'measures' }] : [],
    ),
  ];
}

/** The ballot that the panel casts on each unit; throws on a scheme that can't be held on stage. */
export function liveBallot({ ballots }: ScoringScheme): BallotType {
  const [ballot] = ballots;
  if (!ballot) throw new RangeError('a scheme without a ballot');
  return ballot;
}
