import type { DivisionId } from '../kernel/brand.ts';
import { type LocalText, sameText } from '../kernel/language.ts';
import type { EventDefinition } from './event-definition.ts';

/** The name of a division, or its id where the definition doesn't know it; null for none. */
export function divisionName(
  { divisions = [] }: Pick<EventDefinition, 'divisions'>,
  division: DivisionId | null | undefined,
): LocalText | null {
  if (division === null || division === undefined) return null;
  return divisions.find(({ id }) => id === division)?.name ?? sameText(division);
}
