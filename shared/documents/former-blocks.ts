import type { EventDefinition } from '../domain/event-definition.ts';
import type { Figures } from '../domain/scoring/figures.ts';
import type { Language } from '../kernel/language.ts';
import { underDivisions } from './division-tables.ts';
import { totalColumn } from './result-columns.ts';
import { resultWords } from './result-words.ts';
import type { SheetBlock } from './sheet.ts';
import type { FigureSource } from './sheet-source.ts';

type Former = { readonly figures: Figures; readonly heading: string; readonly note: string };

type Shown = {
  /** Only this unit; all where it is left out. */
  readonly only?: string;
  /** Places alone, where the rules let no totals out. */
  readonly isWithoutTotals?: boolean;
};

/** Places and totals of a result that isn't the one of this sheet. */
function tablesOf(
  definition: EventDefinition,
  { figures, heading, note }: Former,
  { only, isWithoutTotals = false }: Shown,
  language: Language,
): readonly SheetBlock[] {
  const words = resultWords[language];
  const own = figures.units.filter(({ unit }) => only === undefined || unit === only);
  const nameOf = (id: string) => definition.units.find((unit) => unit.id === id)?.name[language] ?? id;
  return [
    { kind: 'heading', text: heading },
    ...underDivisions(definition, own, language, (units) => ({
      kind: 'table',
      columns: [
        { name: words.rank, content: { kind: 'number' } },
        { name: words.unit, content: { kind: 'text' } },
        ...(isWithoutTotals ? [] : [totalColumn(definition, language)]),
      ],
      rows: units.map(({ unit, place, total }) => [place, nameOf(unit), ...(isWithoutTotals ? [] : [total])]),
    })),
    { kind: 'lines', lines: [note] },
  ];
}

const placesOf = ({ units }: Figures) => units.map(({ unit, place, total }) => [unit, place, total].join());

// SCHEME-3, EVENT-7
/** The results beside this one: by the rules before they were changed, and of the version that this one supersedes, or that it had the same. */
export function formerBlocks(
  { definition, result, versions }: FigureSource['state'],
  figures: Figures,
  shown: Shown,
  language: Language,
): readonly SheetBlock[] {
  const words = resultWords[language];
  const byOldRules = result.kind === 'none' ? null : (result.formerly ?? null);
  const before = versions?.at(-1);
  const superseded = before?.formerly ?? null;
  const version = `${before?.supersedes.version ?? ''}`;
  const isSame = superseded !== null && placesOf(superseded).join('|') === placesOf(figures).join('|');
  const former: readonly Former[] = [
    ...(byOldRules
      ? [{ figures: byOldRules, heading: words.formerly, note: words.formerlyNote(byOldRules.schemeHash) }]
      : []),
    ...(superseded && !isSame
      ? [
          {
            figures: superseded,
            heading: words.formerVersion(version),
            note: words.formerVersionNote(version),
          },
        ]
      : []),
  ];
  return [
    ...former.flatMap((each) => tablesOf(definition, each, shown, language)),
    ...(isSame ? [{ kind: 'lines' as const, lines: [words.sameAsVersion(version)] }] : []),
  ];
}
