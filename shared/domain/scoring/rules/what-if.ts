import { type Calculation, calculator } from './calculate.ts';
import type { Contest } from './contest.ts';
import type { ScoringScheme } from './scoring-scheme.ts';

/** A unit that would stand elsewhere under another rule. */
export type MovedUnit = {
  readonly unit: string;
  readonly place: string | null;
  readonly otherwise: string | null;
};

/** The scheme with nothing struck anywhere. */
export function withoutTrims(scheme: ScoringScheme): ScoringScheme {
  return {
    ...scheme,
    nodes: scheme.nodes.map((node) =>
      node.kind === 'marks' || node.kind === 'groups' ? { ...node, trim: undefined } : node,
    ),
  };
}

/** The scheme with one group only shown; null where no other group counts, so that nothing would be left. */
export function withoutGroup(scheme: ScoringScheme, group: string): ScoringScheme | null {
  const groups = scheme.groups.map((entry) => (entry.id === group ? { ...entry, counts: false } : entry));
  return groups.some(({ counts, weight }) => counts && weight > 0) ? { ...scheme, groups } : null;
}

// RULE-29
/** The units whose place differs from the result under another scheme; an empty list: the order wouldn't differ. */
export function movedUnder(
  scheme: ScoringScheme,
  contest: Contest,
  { ranking }: Calculation,
): readonly MovedUnit[] {
  const other = new Map(calculator(scheme)(contest).ranking.map(({ unit, place }) => [unit, place]));
  return ranking.flatMap(({ unit, place }) => {
    const otherwise = other.get(unit) ?? null;
    return otherwise === place ? [] : [{ unit, place, otherwise }];
  });
}
