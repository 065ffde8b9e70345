import type { EventDefinition } from '../domain/event-definition.ts';
import type { UnitFigure } from '../domain/scoring/figures.ts';
import { groupParts } from '../domain/scoring/rules/behind-total.ts';
import type { Calculation } from '../domain/scoring/rules/calculate.ts';
import type { Language } from '../kernel/language.ts';
import { eventNames } from './event-names.ts';
import type { SheetColumn, SheetRow } from './sheet.ts';
import { struckOf } from './struck-ballots.ts';
import { unitWords } from './unit-words.ts';

/** The columns of a group's score: the group, its mean, how many ballots that is, and how many of them were struck. */
export function groupScoreColumns(language: Language): readonly SheetColumn[] {
  const words = unitWords[language];
  const whole = { kind: 'number' } as const;
  return [
    { name: words.group, content: { kind: 'text' } },
    { name: words.mean, content: { kind: 'number' } },
    { name: words.ballots, content: whole },
    { name: words.struck, content: whole },
  ];
}

/** A row for each group behind the unit's total; none where its votes don't count any more. */
export function groupScoreRows(
  definition: EventDefinition,
  figure: UnitFigure,
  calculation: Calculation,
  language: Language,
): readonly SheetRow[] {
  if (figure.state !== 'ranked') return [];
  const names = eventNames(definition, language);
  const parts = groupParts(calculation.plan);
  return figure.groups.map(({ group, mean, ballots, struck }) => {
    const node = parts.find((part) => part.group === group)?.node;
    return [
      names.group(group),
      mean,
      `${ballots}`,
      node ? struckOf(definition.scheme, calculation, node, figure.unit, struck) : null,
    ];
  });
}
