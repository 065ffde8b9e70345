import type { EventDefinition } from '../domain/event-definition.ts';
import type { Language } from '../kernel/language.ts';
import { type Names, namesOf } from './rule-card/names.ts';
import { capital } from './rule-card/speaker.ts';

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
