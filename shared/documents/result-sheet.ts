import { attemptLists } from '../domain/attempts.ts';
import { divisionName } from '../domain/division-name.ts';
import type { EventDefinition } from '../domain/event-definition.ts';
import { attemptMeasuresAsked, measuresAsked } from '../domain/scoring/beside-ballots.ts';
import type { Figures, UnitFigure } from '../domain/scoring/figures.ts';
import { groupParts, groupsNodeBehindTotal } from '../domain/scoring/rules/behind-total.ts';
import { type Calculation, calculator } from '../domain/scoring/rules/calculate.ts';
import { planScheme } from '../domain/scoring/rules/plan.ts';
import { type EventState, unitOf } from '../domain/state.ts';
import type { DivisionId, UnitId } from '../kernel/brand.ts';
import type { Language } from '../kernel/language.ts';
import { attachmentBlocks } from './attachment-blocks.ts';
import { besideBlocks } from './beside-blocks.ts';
import { underDivisions } from './division-tables.ts';
import { formerBlocks } from './former-blocks.ts';
import { groupCountColumns, partsOfResult, totalColumn } from './result-columns.ts';
import { resultRow } from './result-row.ts';
import { resultWords } from './result-words.ts';
import { ruleLine } from './rule-line.ts';
import type { Sheet, SheetBlock } from './sheet.ts';
import { sheetOf } from './sheet-frame.ts';
import type { FigureSource } from './sheet-source.ts';
import { sheetWords } from './sheet-words.ts';
import { totalParts } from './total-parts.ts';
import { validBallotBlocks } from './turnout-blocks.ts';

/** Whether numbers of units or of their attempts stand beside the ballots. */
function hasNumbers({ scheme }: EventDefinition): boolean {
  return (
    measuresAsked(scheme).length > 0 ||
    attemptLists(scheme).some((list) => attemptMeasuresAsked(scheme, list).length > 0)
  );
}

/** How the figures came about, and what their sums are made of. */
export function methodBlock(definition: EventDefinition, language: Language): SheetBlock {
  const words = resultWords[language];
  const plan = planScheme(definition.scheme);
  const sums =
    groupsNodeBehindTotal(plan)?.id === definition.scheme.ranking.by
      ? words.sumsNote
      : totalParts(plan).length > 0
        ? words.sumsNoteParts
        : definition.scheme.ballots.length === 0
          ? words.sumsNoteNumbers
          : hasNumbers(definition)
            ? words.sumsNoteBallotsAndNumbers
            : words.sumsNotePlain;
  const facts = [
    { name: words.rule, text: ruleLine(definition, language) },
    { name: words.sums, text: sums },
  ];
  return { kind: 'facts', facts };
}

function unitName({ units }: EventDefinition, id: string, language: Language): string {
  return units.find((unit) => unit.id === id)?.name[language] ?? id;
}

/** `+0.5`, `−0.1`. */
function signed(points: string): string {
  return points.startsWith('-') ? `−${points.slice(1)}` : `+${points}`;
}

/** What follows from the places: prizes, points of the annual assessment, who goes on. */
function awardBlocks(
  definition: EventDefinition,
  { prizes, annual, entrants: byRule }: Figures['awards'],
  byHand: EventState['entrants'],
  language: Language,
): readonly SheetBlock[] {
  const words = resultWords[language];
  const { clause, comma } = sheetWords[language];
  const named = (units: readonly string[]) =>
    units.map((unit) => unitName(definition, unit, language)).join(comma);
  const entrants = byRule ?? byHand?.units ?? null;
  const inDivision = (text: string, division: DivisionId | undefined) => {
    const name = divisionName(definition, division);
    return name ? words.inDivision(text, name[language]) : text;
  };
  const divisionIds = definition.divisions?.map(({ id }) => id) ?? [undefined];
  const entrantsIn = (entrants: readonly { readonly unit: UnitId }[], division: DivisionId | undefined) =>
    entrants.flatMap(({ unit }) => (unitOf(definition, unit)?.division === division ? [unit] : []));
  const changed = annual.filter(({ points }) => points !== '0');
  const facts = [
    ...prizes.map(({ name, division, units, contested }) => ({
      name: inDivision(name[language], division),
      text:
        [
          ...(units.length > 0 ? [named(units)] : []),
          ...(contested.length > 0 ? [words.contested(named(contested))] : []),
        ].join(clause) || words.nobody,
    })),
    ...(changed.length === 0
      ? []
      : [
          {
            name: words.annual,
            text: changed.map(({ unit, points }) => `${named([unit])} ${signed(points)}`).join(comma),
          },
        ]),
    ...(entrants === null
      ? []
      : divisionIds.map((division) => ({
          name: inDivision(words.entrants, division),
          text: named(entrantsIn(entrants, division)) || words.nobody,
        }))),
    ...(byRule === null && byHand ? [{ name: words.byHand, text: byHand.reason }] : []),
  ];
  if (facts.length === 0) return [];
  return [
    { kind: 'heading', text: words.prizes },
    { kind: 'facts', facts },
  ];
}

/** How many ballots the totals rest on, where the table of results has no room for it: of each group's part, else of each ballot. */
function countBlocks(
  definition: EventDefinition,
  figures: Figures,
  calculation: Calculation | null,
  language: Language,
): readonly SheetBlock[] {
  const words = resultWords[language];
  const counts = groupCountColumns(definition, calculation, language);
  if (groupParts(planScheme(definition.scheme)).length === 0 && calculation)
    return validBallotBlocks(definition, figures, calculation, language);
  if (!counts) return [];
  return [
    { kind: 'heading', text: words.ballotsByGroup },
    {
      kind: 'table',
      columns: [{ name: words.unit, content: { kind: 'text' } }, ...counts.columns],
      rows: figures.units.map((figure) => [
        unitName(definition, figure.unit, language),
        ...counts.cells(figure),
      ]),
    },
  ];
}

/**
 * 成绩单: units in ranked order, then those without a rank, with what the totals are made of and what stands beside the
 * ballots; where the rules were changed or a version is superseded, both results.
 */
export function resultSheet(source: FigureSource, figures: Figures, language: Language): Sheet {
  const { contest } = source;
  const { definition, attachments } = source.state;
  const words = resultWords[language];
  const calculation = contest ? calculator(definition.scheme)(contest) : null;
  const parts = partsOfResult(definition, calculation, language);
  const table = (units: readonly UnitFigure[]): SheetBlock => ({
    kind: 'table',
    columns: [
      { name: words.rank, content: { kind: 'number' } },
      { name: words.unit, content: { kind: 'text' } },
      totalColumn(definition, language),
      ...parts.columns,
      { name: words.remark, content: { kind: 'text' } },
    ],
    rows: units.map((figure) => resultRow(definition, figure, calculation, parts, language)),
  });
  return sheetOf(source, language, {
    name: words.sheet,
    isOfResult: true,
    blocks: [
      ...underDivisions(definition, figures.units, language, table),
      methodBlock(definition, language),
      ...awardBlocks(definition, figures.awards, source.state.entrants ?? null, language),
      ...countBlocks(definition, figures, calculation, language),
      ...(contest && calculation ? besideBlocks(definition, contest, calculation, language) : []),
      ...formerBlocks(source.state, figures, {}, language),
      ...attachmentBlocks(attachments ?? [], language),
    ],
  });
}
