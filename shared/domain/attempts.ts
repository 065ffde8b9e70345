import type { Attempt, EventDefinition } from './event-definition.ts';
import { indicatorList } from './scoring/indicator-items.ts';
import type { ScoringScheme } from './scoring/rules/scoring-scheme.ts';

/** One attempt of a unit: the list that nodes of the scheme name as `each`, and the attempt in it. */
export type AttemptRef = { readonly list: string; readonly id: string };

type Attempts = Pick<EventDefinition, 'attempts'>;

/** The lists whose attempts the scheme takes one by one, in its order; the event's boards are no attempts. */
export function attemptLists({ nodes }: ScoringScheme): readonly string[] {
  const lists = nodes.flatMap(({ each }) => (each === undefined || each === indicatorList ? [] : [each]));
  return [...new Set(lists)];
}

/** The attempts of a list that every unit makes, in order; none for a list that the event doesn't have. */
export function attemptsOf({ attempts = {} }: Attempts, list: string): readonly Attempt[] {
  return Object.keys(attempts).includes(list) ? (attempts[list] ?? []) : [];
}

/** The attempt that is meant; null for one that the event doesn't have. */
export function attemptNamed(definition: Attempts, { list, id }: AttemptRef): Attempt | null {
  return attemptsOf(definition, list).find((attempt) => attempt.id === id) ?? null;
}

/** What the numbers of an attempt are kept under; ids hold no `/`. */
export function attemptKey({ list, id }: AttemptRef): string {
  return `${list}/${id}`;
}

/** Whether both are the same attempt, or both none. */
export function isSameAttempt(a: AttemptRef | null | undefined, b: AttemptRef | null | undefined): boolean {
  return a?.list === b?.list && a?.id === b?.id;
}
