import type { EventDefinition } from '../domain/event-definition.ts';
import type { Language } from '../kernel/language.ts';
import { ruleInOneLine } from './rule-card/rule-in-one-line.ts';

/** How the totals come about and units are placed, in the words of the rule card. */
export function ruleLine({ scheme, groups }: EventDefinition, language: Language): string {
  return ruleInOneLine(scheme, Object.fromEntries(groups.map(({ id, name }) => [id, name])), language);
}
