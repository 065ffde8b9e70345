import type { EventDefinition } from '../domain/event-definition.ts';
import type { GroupFigure, UnitFigure } from '../domain/scoring/figures.ts';
import { type GroupPart, groupParts, groupsNodeBehindTotal } from '../domain/scoring/rules/behind-total.ts';
import type { Calculation } from '../domain/scoring/rules/calculate.ts';
import { nameIn } from '../domain/scoring/rules/names.ts';
import { planScheme } from '../domain/scoring/rules/plan.ts';
import type { ScoringScheme } from '../domain/scoring/rules/scoring-scheme.ts';
import type { Language } from '../kernel/language.ts';
import { ruleView } from '../views/build-common.ts';
import { besideWords } from './beside-words.ts';
import { eventNames } from './event-names.ts';
import { resultWords } from './result-words.ts';
import type { SheetColumn } from './sheet.ts';
import { struckOf } from './struck-ballots.ts';
import { type PartFactor, partValue, totalParts } from './total-parts.ts';

/** Columns of a table of units, with what stands in them for one unit. */
export type UnitColumns = {
  readonly columns: readonly SheetColumn[];
  readonly cells: (figure: UnitFigure) => readonly (string | null)[];
};

const text = { kind: 'text' } as const;
const whole = { kind: 'number' } as const;

/** How the scheme prints the value that it ranks by, where it says so beside the rounding of the node. */
function totalOutput({ outputs, ranking }: ScoringScheme) {
  return outputs.find(({ node }) => node === ranking.by);
}

/** The total as a reader is shown it; an unrounded one with the decimals of its output. */
export function shownTotal(scheme: ScoringScheme, figure: UnitFigure): string | null {
  const own = totalOutput(scheme);
  const printed = own && figure.outputs.find(({ node }) => node === own.node)?.printed;
  return printed ?? figure.total;
}

/** The column of totals, under the name that the scheme gives them. */
export function totalColumn({ scheme }: Pick<EventDefinition, 'scheme'>, language: Language): SheetColumn {
  const node = scheme.nodes.find(({ id }) => id === scheme.ranking.by);
  const words = resultWords[language];
  const own = node?.name === undefined ? words.total : nameIn(node.name, '')[language];
  // Beside the places, a value of the same name couldn't be told from them.
  const name = own === words.rank ? words.reckoned(own) : own;
  return { name, content: { kind: 'number' } };
}

/** How a part goes into the total, in words; empty where it goes in as it is. */
export function factorText(factor: PartFactor, definition: EventDefinition, language: Language): string {
  const words = besideWords[language];
  switch (factor.kind) {
    case 'whole':
      return '';
    case 'percent':
      return words.percent(factor.percent);
    case 'times':
      return words.times(factor.times);
    case 'named':
      return words.times(eventNames(definition, language).fact(factor.of));
  }
}

/** With more groups than this, or other parts beside them, their ballots are counted in a table of their own. */
const mostGroupsAside = 2;

/** Of a unit in another state no vote counts. */
const hasVotes: ReadonlySet<UnitFigure['state']> = new Set([
  'ranked',
  'waits',
  'did-not-finish',
  'no-result',
]);

type GroupCell = {
  readonly column: SheetColumn;
  readonly of: (figure: UnitFigure, group: GroupFigure) => string | null;
};

/** What the groups make together, where that is a part of the total; empty where it is the total. */
function partOfTotal(definition: EventDefinition, language: Language): string {
  const { scheme } = definition;
  const node = groupsNodeBehindTotal(planScheme(scheme));
  return node && node.id !== scheme.ranking.by ? eventNames(definition, language).node(node.id) : '';
}

/** What stands of each group: its part of the total, how many ballots that is, and how many of them were struck. */
function groupCells(
  definition: EventDefinition,
  calculation: Calculation | null,
  { node, group: id }: GroupPart,
  language: Language,
): { readonly mean: GroupCell; readonly counts: readonly GroupCell[] } {
  const words = resultWords[language];
  const { groups } = ruleView(definition);
  const name = eventNames(definition, language).group(id);
  const percent = groups.find((own) => own.name[language] === name)?.percent;
  const struck: GroupCell = {
    column: { name: words.struck(name), content: whole },
    of: ({ unit }, figure) => struckOf(definition.scheme, calculation, node, unit, figure.struck),
  };
  return {
    mean: {
      column: {
        name: percent === undefined ? name : words.mean(name, percent, partOfTotal(definition, language)),
        content: { kind: 'number' },
      },
      of: (_, { mean }) => mean,
    },
    counts: [
      { column: { name: words.ballots(name), content: whole }, of: (_, { ballots }) => `${ballots}` },
      ...(node.trim === undefined ? [] : [struck]),
    ],
  };
}

function columnsOfGroups(
  definition: EventDefinition,
  cellsOf: (part: GroupPart) => readonly GroupCell[],
): UnitColumns {
  const all = groupParts(planScheme(definition.scheme)).map((part) => ({ part, cells: cellsOf(part) }));
  return {
    columns: all.flatMap(({ cells }) => cells.map(({ column }) => column)),
    cells: (figure) =>
      all.flatMap(({ part, cells }) => {
        const own = figure.groups.find(({ group }) => group === part.group);
        return cells.map(({ of }) => (own && hasVotes.has(figure.state) ? of(figure, own) : null));
      }),
  };
}

function hasCountsApart({ scheme }: EventDefinition): boolean {
  const plan = planScheme(scheme);
  const groups = groupParts(plan).length;
  return groups > mostGroupsAside || (groups > 0 && totalParts(plan).length > 0);
}

function groupColumns(
  definition: EventDefinition,
  calculation: Calculation | null,
  language: Language,
): UnitColumns {
  return columnsOfGroups(definition, (part) => {
    const { mean, counts } = groupCells(definition, calculation, part, language);
    return hasCountsApart(definition) ? [mean] : [mean, ...counts];
  });
}

/** The ballots of each group where they have no room beside its part; null where they stand there. */
export function groupCountColumns(
  definition: EventDefinition,
  calculation: Calculation | null,
  language: Language,
): UnitColumns | null {
  if (!hasCountsApart(definition)) return null;
  return columnsOfGroups(definition, (part) => groupCells(definition, calculation, part, language).counts);
}

/** The parts that the total is put together from; none where it is one panel's. */
function partColumns(
  definition: EventDefinition,
  calculation: Calculation | null,
  language: Language,
): UnitColumns {
  if (!calculation) return { columns: [], cells: () => [] };
  const names = eventNames(definition, language);
  const parts = totalParts(calculation.plan);
  return {
    columns: parts.map(({ node, factor }) => ({
      name: resultWords[language].part(names.node(node), factorText(factor, definition, language)),
      content: { kind: 'number' },
    })),
    cells: ({ unit }) => parts.map((part) => partValue(calculation, part, unit)),
  };
}

/** Figures are numbers; with a word beside them they are text. */
function contentOf({ labels }: ScoringScheme['outputs'][number]): SheetColumn['content'] {
  return labels.length > 0 ? text : { kind: 'number' };
}

/** What the scheme lets out beside the total, less what `shown` has already; the word for a total's band stands apart. */
export function outputColumns(
  definition: EventDefinition,
  shown: readonly string[],
  language: Language,
): UnitColumns {
  const { outputs, ranking } = definition.scheme;
  const names = eventNames(definition, language);
  const columns = outputs.flatMap((output) => {
    if (output.node !== ranking.by) {
      const column = { name: names.node(output.node), content: contentOf(output) };
      return shown.includes(output.node) ? [] : [{ output, column }];
    }
    return output.labels.length === 0
      ? []
      : [{ output, column: { name: resultWords[language].band, content: text } }];
  });
  return {
    columns: columns.map(({ column }) => column),
    cells: (figure) =>
      columns.map(({ output: { node } }) => {
        const own = figure.outputs.find((output) => output.node === node);
        if (!own) return null;
        const printed = node === ranking.by ? null : own.printed;
        return [printed, own.label?.[language]].filter(Boolean).join(' ') || null;
      }),
  };
}

/** What the totals are made of and what is let out beside them. */
export function partsOfResult(
  definition: EventDefinition,
  calculation: Calculation | null,
  language: Language,
): UnitColumns {
  const plan = planScheme(definition.scheme);
  const shown = [
    ...groupParts(plan).map(({ node }) => node.id),
    ...(calculation ? totalParts(plan).map(({ node }) => node) : []),
  ];
  const all = [
    groupColumns(definition, calculation, language),
    partColumns(definition, calculation, language),
    outputColumns(definition, shown, language),
  ];
  return {
    columns: all.flatMap(({ columns }) => columns),
    cells: (figure) => all.flatMap(({ cells }) => cells(figure)),
  };
}
