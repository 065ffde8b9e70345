import type { EventDefinition } from '../domain/event-definition.ts';
import type { Language } from '../kernel/language.ts';
import { type Names, namesOf } from './rule-card/names.ts';

/** What groups, ballots and nodes of an event are called, as on its rule card. */
export function eventNames(
  { scheme, groups }: Pick<EventDefinition, 'scheme' | 'groups'>,
  language: Language,
): Names {
  return namesOf(scheme, Object.fromEntries(groups.map(({ id, name }) => [id, name])), language);
}
