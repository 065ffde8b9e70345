import { attemptLists, attemptsOf } from '../domain/attempts.ts';
import type { EventDefinition } from '../domain/event-definition.ts';
import { indicatorBoard } from '../domain/indicator-board.ts';
import {
  attemptMeasuresAsked,
  factsAsked,
  type MeasureAsked,
  measuresAsked,
} from '../domain/scoring/beside-ballots.ts';
import { indicatorItems, indicatorList } from '../domain/scoring/indicator-items.ts';
import type { Calculation } from '../domain/scoring/rules/calculate.ts';
import type { Contest, ContestUnit, Measurement } from '../domain/scoring/rules/contest.ts';
import type { Language } from '../kernel/language.ts';
import { besideWords } from './beside-words.ts';
import { carriedBlocks } from './carried-blocks.ts';
import { eventNames } from './event-names.ts';
import { numberText } from './result-tree/exact-text.ts';
import type { SheetBlock, SheetColumn, SheetRow } from './sheet.ts';

const text = (name: string): SheetColumn => ({ name, content: { kind: 'text' } });
const number = (name: string): SheetColumn => ({ name, content: { kind: 'number' } });

function block(
  heading: string,
  columns: readonly SheetColumn[],
  rows: readonly SheetRow[],
): readonly SheetBlock[] {
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', text: heading },
    { kind: 'table', columns, rows },
  ];
}

/** What was measured, and what is to be known about it; a number that nobody confirms has no state. */
function measuredCells(
  { isTime }: MeasureAsked,
  value: Measurement | undefined,
  language: Language,
): readonly [string | null, string | null] {
  const { states } = besideWords[language];
  if (value === undefined) return [null, states.missing];
  if (typeof value === 'string') return [value, isTime ? states.confirmed : null];
  return value.kind === 'unconfirmed' ? [value.value, states.unconfirmed] : [null, states['did-not-finish']];
}

type Named = { readonly definition: EventDefinition; readonly language: Language };

function unitName({ definition, language }: Named, id: string): string {
  return definition.units.find((unit) => unit.id === id)?.name[language] ?? id;
}

/** The numbers that stand beside the ballots of these units; `isOfMany` names the unit of each row. */
function measureBlocks(of: Named, units: readonly ContestUnit[], isOfMany: boolean): readonly SheetBlock[] {
  const { definition, language } = of;
  const words = besideWords[language];
  const names = eventNames(definition, language);
  const asked = measuresAsked(definition.scheme);
  const isGiven = units.some(({ measures }) => measures !== undefined);
  if (isOfMany && !isGiven) return [];
  const rows = units.flatMap(({ unit, measures }) =>
    asked.map(
      (measure): SheetRow => [
        ...(isOfMany ? [unitName(of, unit)] : []),
        measure.name[language] === measure.id ? names.measure(measure.id) : measure.name[language],
        ...measuredCells(measure, measures?.[measure.id], language),
      ],
    ),
  );
  const columns = [
    ...(isOfMany ? [text(words.unit)] : []),
    text(words.measure),
    number(words.number),
    text(words.state),
  ];
  return block(words.measures, columns, rows);
}

/** A value that the scheme makes of one attempt; nothing where it has none. */
function attemptValue({ nodeValue }: Calculation, node: string, unit: ContestUnit, list: string, id: string) {
  const at = unit.items?.[list]?.findIndex((item) => item.id === id) ?? -1;
  const value = at < 0 ? null : nodeValue(node, unit.unit, at);
  return value?.kind === 'value' ? numberText(value.value) : null;
}

// ATTEMPT-2
/** The numbers of each attempt and what the scheme makes of it: a table for each list, a row for each attempt. */
function attemptBlocks(
  of: Named,
  calculation: Calculation,
  units: readonly ContestUnit[],
  isOfMany: boolean,
): readonly SheetBlock[] {
  const { definition, language } = of;
  const words = besideWords[language];
  const names = eventNames(definition, language);
  return attemptLists(definition.scheme).flatMap((list) => {
    const asked = attemptMeasuresAsked(definition.scheme, list);
    const made = definition.scheme.nodes.filter(({ kind, each }) => each === list && kind !== 'measure');
    const given = units.filter(({ items }) => (items?.[list]?.length ?? 0) > 0);
    if (asked.length + made.length === 0 || (isOfMany && given.length === 0)) return [];
    const rows = (isOfMany ? given : units).flatMap((own) =>
      attemptsOf(definition, list).map(
        ({ id, name }): SheetRow => [
          ...(isOfMany ? [unitName(of, own.unit)] : []),
          name[language],
          ...asked.map((measure) => {
            const value = own.items?.[list]?.find((item) => item.id === id)?.measures?.[measure.id];
            return measuredText(value, language);
          }),
          ...made.map((node) => attemptValue(calculation, node.id, own, list, id)),
        ],
      ),
    );
    const columns = [
      ...(isOfMany ? [text(words.unit)] : []),
      text(words.attempt),
      ...asked.map(({ id, name }) => number(name[language] === id ? names.measure(id) : name[language])),
      ...made.map(({ id }) => number(names.node(id))),
    ];
    return block(words.attempts, columns, rows);
  });
}

/** A number in one cell, with what keeps it from counting. */
function measuredText(value: Measurement | undefined, language: Language): string {
  const { states } = besideWords[language];
  if (value === undefined) return states.missing;
  if (typeof value === 'string') return value;
  return value.kind === 'unconfirmed' ? `${value.value} ${states.unconfirmed}` : states['did-not-finish'];
}

function pointBlocks(of: Named, units: readonly ContestUnit[], isOfMany: boolean): readonly SheetBlock[] {
  const { definition, language } = of;
  const words = besideWords[language];
  const names = eventNames(definition, language);
  const rows = units.flatMap(({ unit, adjustments = [] }) =>
    adjustments.map(
      ({ node, points, reason, author }): SheetRow => [
        ...(isOfMany ? [unitName(of, unit)] : []),
        names.node(node),
        points,
        reason,
        author,
      ],
    ),
  );
  const columns = [
    ...(isOfMany ? [text(words.unit)] : []),
    text(words.node),
    number(words.pointsGiven),
    text(words.reason),
    text(words.author),
  ];
  return block(words.points, columns, rows);
}

function factBlocks({ definition, language }: Named, contest: Contest): readonly SheetBlock[] {
  const words = besideWords[language];
  const facts = factsAsked(definition.scheme).map(({ id, name, usual }) => ({
    name: name[language],
    text: contest.facts?.[id] ?? usual ?? words.states.missing,
  }));
  if (facts.length === 0) return [];
  return [
    { kind: 'heading', text: words.facts },
    { kind: 'facts', facts },
  ];
}

function tieBlocks(of: Named, { decisions = [] }: Contest): readonly SheetBlock[] {
  const words = besideWords[of.language];
  const rows = decisions.map(({ units, reason, author }) => [
    units.map((unit) => unitName(of, unit)).join(words.before),
    reason,
    author,
  ]);
  return block(words.ties, [words.tieOrder, words.reason, words.author].map(text), rows);
}

/** The unit's place on each board that the scheme takes; a board with a value missing ranks nobody. */
function indicatorBlocks({ definition, language }: Named, unit: string): readonly SheetBlock[] {
  const words = besideWords[language];
  const { scheme, indicators, units } = definition;
  if (!scheme.nodes.some(({ each }) => each === indicatorList)) return [];
  const items = indicatorItems(definition).get(unit) ?? [];
  const rows = indicators.flatMap((indicator): readonly SheetRow[] => {
    const own = indicatorBoard(
      indicator,
      units.map(({ id }) => id),
    ).find((row) => row.unit === unit);
    if (!items.some(({ id }) => id === indicator.code) || !own?.value) return [];
    const value = `${own.value} ${indicator.measure[language]}`.trim();
    return [
      [
        indicator.name[language],
        indicator.period,
        value,
        words.placeOf(`${own.rank}`, `${units.length}`),
        indicator.values.find((entry) => entry.unit === unit)?.source ?? null,
      ],
    ];
  });
  const columns = [words.indicator, words.period, words.number, words.place, words.source];
  return block(words.indicators, columns.map(text), rows);
}

/** What stands beside the ballots of one unit: its places on the indicators, its numbers, the jury's points. */
export function unitBesideBlocks(
  definition: EventDefinition,
  contest: Contest,
  calculation: Calculation,
  unit: string,
  language: Language,
): readonly SheetBlock[] {
  const of = { definition, language };
  const own = contest.units.filter((entry) => entry.unit === unit);
  return [
    ...indicatorBlocks(of, unit),
    ...measureBlocks(of, own, false),
    ...attemptBlocks(of, calculation, own, false),
    ...carriedBlocks(definition, language, unit),
    ...pointBlocks(of, own, false),
  ];
}

/** What stands beside the ballots of all units: their numbers, the jury's points and decisions, the event's facts. */
export function besideBlocks(
  definition: EventDefinition,
  contest: Contest,
  calculation: Calculation,
  language: Language,
): readonly SheetBlock[] {
  const of = { definition, language };
  return [
    ...measureBlocks(of, contest.units, true),
    ...attemptBlocks(of, calculation, contest.units, true),
    ...carriedBlocks(definition, language),
    ...pointBlocks(of, contest.units, true),
    ...tieBlocks(of, contest),
    ...factBlocks(of, contest),
  ];
}
