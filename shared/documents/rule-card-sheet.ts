import type { Language } from '../kernel/language.ts';
import { ruleCard } from './rule-card/rule-card.ts';
import type { Sheet } from './sheet.ts';
import { sheetOf } from './sheet-frame.ts';
import type { FigureSource } from './sheet-source.ts';

/** The rule card of this event: its scheme in plain words with worked samples, in the frame of its sheets. */
export function ruleCardSheet(source: FigureSource, language: Language): Sheet {
  const { definition, schemeHash } = source.state;
  const groups = definition.groups.map(({ id, name }) => {
    const seats = definition.seats.filter(({ group }) => group === id).length;
    return { id, name, seats };
  });
  const { scheme, units, attempts } = definition;
  const card = ruleCard({ scheme, schemeHash, groups, units: units.length, attempts }, language);
  const { name, title, subtitle, blocks } = card;
  const frame = sheetOf(source, language, { name, isOfResult: false, blocks, isWithoutChanges: true });
  return { ...frame, title, subtitle: [subtitle, definition.title[language], frame.subtitle].join(' · ') };
}
