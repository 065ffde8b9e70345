import { type AttemptRef, attemptNamed } from '../domain/attempts.ts';
import type { EventDefinition } from '../domain/event-definition.ts';
import type { Language } from '../kernel/language.ts';
import { type Names, namesOf } from './rule-card/names.ts';
import { capital } from './rule-card/speaker.ts';

/** A unit with the attempt of it that a vote is on; the unit alone where it is on none. */
export function unitWithAttempt(
  definition: EventDefinition,
  unit: string,
  attempt: AttemptRef | null | undefined,
  language: Language,
): string {
  const name = definition.units.find(({ id }) => id === unit)?.name[language] ?? unit;
  const of = attempt && (attemptNamed(definition, attempt)?.name[language] ?? attempt.id);
  return of ? `${name} · ${of}` : name;
}

/** What groups, ballots and nodes of an event are called, as on its rule card, where they begin a heading or a cell. */
export function eventNames(
  { scheme, groups }: Pick<EventDefinition, 'scheme' | 'groups'>,
  language: Language,
): Names {
  const names = namesOf(scheme, Object.fromEntries(groups.map(({ id, name }) => [id, name])), language);
  return {
    ...names,
    node: (id) => capital(names.node(id)),
    ballot: (id) => capital(names.ballot(id)),
    measure: (id) => capital(names.measure(id)),
  };
}
