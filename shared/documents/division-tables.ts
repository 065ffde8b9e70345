import { divisionName } from '../domain/division-name.ts';
import type { EventDefinition } from '../domain/event-definition.ts';
import { figuresByDivision } from '../domain/reveal-order.ts';
import type { UnitFigure } from '../domain/scoring/figures.ts';
import type { Language } from '../kernel/language.ts';
import type { SheetBlock } from './sheet.ts';

// DIVISION-6
/** What `make` gives for the units of each division, under its name; for all of them in an event without divisions. */
export function underDivisions(
  definition: Pick<EventDefinition, 'divisions'>,
  units: readonly UnitFigure[],
  language: Language,
  make: (units: readonly UnitFigure[]) => SheetBlock,
): readonly SheetBlock[] {
  return figuresByDivision(units).flatMap(({ division, units: own }): readonly SheetBlock[] => {
    const name = divisionName(definition, division);
    return name ? [{ kind: 'heading', text: name[language] }, make(own)] : [make(own)];
  });
}
