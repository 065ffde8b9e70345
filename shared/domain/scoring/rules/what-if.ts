import { type Calculation, calculator } from './calculate.ts';
import type { Contest } from './contest.ts';
import type { ScoringScheme } from './scoring-scheme.ts';
import type { ValueNode } from './value-node.ts';

/** A unit that would stand elsewhere under another rule. */
export type MovedUnit = {
  readonly unit: string;
  readonly place: string | null;
  readonly otherwise: string | null;
};

/** Whether a node leaves out extremes: of a panel's marks, or of several values the best or the worst. */
function isStriking(node: ValueNode): boolean {
  if (node.kind === 'pick') return node.dropBest + node.dropWorst > 0;
  return (node.kind === 'marks' || node.kind === 'groups') && node.trim !== undefined;
}

export function strikesAny({ nodes }: ScoringScheme): boolean {
  return nodes.some(isStriking);
}

/** The scheme with nothing struck anywhere; of several values only what `best` leaves out stays out. */
export function withoutTrims(scheme: ScoringScheme): ScoringScheme {
  return {
    ...scheme,
    nodes: scheme.nodes.map((node) => {
      if (!isStriking(node)) return node;
      return node.kind === 'pick' ? { ...node, dropBest: 0, dropWorst: 0 } : { ...node, trim: undefined };
    }),
  };
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
