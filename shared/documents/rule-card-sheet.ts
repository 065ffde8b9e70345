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
  const { scheme, units } = definition;
  const card = ruleCard({ scheme, schemeHash, groups, units: units.length }, language);
  const frame = sheetOf(source, language, { name: card.name, isOfResult: false, blocks: card.blocks });
  return {
    ...frame,
    title: card.title,
    subtitle: `${card.name} · ${card.subtitle} · ${definition.title[language]} · ${frame.subtitle}`,
  };
}
