import { divisionName } from '../domain/division-name.ts';
import type { EventDefinition } from '../domain/event-definition.ts';
import { figuresByDivision } from '../domain/reveal-order.ts';
import type { Figures, UnitFigure } from '../domain/scoring/figures.ts';
import { groupParts, marksBehindTotal } from '../domain/scoring/rules/behind-total.ts';
import { type Calculation, calculator } from '../domain/scoring/rules/calculate.ts';
import { type MarksNode, planScheme } from '../domain/scoring/rules/plan.ts';
import type { ScoringScheme } from '../domain/scoring/rules/scoring-scheme.ts';
import type { Language } from '../kernel/language.ts';
import { spokenScore } from '../views/spoken-score.ts';
import { type AnnouncedTotal, announcerWords } from './announcer-words.ts';
import { shownTotal, totalColumn } from './result-columns.ts';
import { placeRemark } from './result-row.ts';
import { resultWords } from './result-words.ts';
import type { Sheet, SheetBlock } from './sheet.ts';
import { sheetOf } from './sheet-frame.ts';
import type { FigureSource } from './sheet-source.ts';
import { struckOf } from './struck-ballots.ts';

/** What is read: an event, and what its figures are made from, where that is known. */
type Read = { readonly definition: EventDefinition; readonly calculation: Calculation | null };

const englishOrdinal = new Intl.PluralRules('en', { type: 'ordinal' });
const endings: { readonly [rule in Intl.LDMLPluralRule]: string } = {
  one: 'st',
  two: 'nd',
  few: 'rd',
  other: 'th',
  zero: 'th',
  many: 'th',
};

/** A number as it is said; scores with a fraction and places that share a mean alike. */
function spoken(text: string, language: Language): string {
  if (language === 'en') return text;
  return spokenScore(text, language === 'zh-Hans' ? '点' : '點');
}

function spokenPlace(place: string, language: Language): string {
  if (language !== 'en') return spoken(place, language);
  return /^\d+$/.test(place) ? `${place}${endings[englishOrdinal.select(Number(place))]}` : place;
}

/** How many are dropped, as one says it: 两个, not 二个. */
function spokenCount(count: number, language: Language): string {
  if (count === 2 && language !== 'en') return language === 'zh-Hans' ? '两' : '兩';
  return spoken(`${count}`, language);
}

/** Whether what a node strikes are marks: places are better the lower they are. */
function readsMarks({ ballots }: ScoringScheme, node: MarksNode): boolean {
  const kind = ballots.find(({ id }) => id === node.ballot)?.kind;
  return node.read === 'marks' && kind !== 'ranking' && kind !== 'placement';
}

/** The one panel that makes the total by itself, where it strikes; null where there are others, or none. */
function onlyPanel({ plan }: Calculation): MarksNode | null {
  const [own, ...others] = marksBehindTotal(plan);
  return own?.trim && own.each === undefined && others.length === 0 ? own : null;
}

function struckClause(source: Read, figure: UnitFigure, language: Language): string {
  const { definition, calculation } = source;
  const { scheme } = definition;
  const parts = groupParts(planScheme(scheme)).filter(({ counts }) => counts);
  const say = ({ trim }: MarksNode, isOfGroups: boolean) => {
    if (!trim) return '';
    const count = (some: number) => (some === 0 ? null : spokenCount(some, language));
    return announcerWords[language].struck(count(trim.high), count(trim.low), isOfGroups);
  };
  const [first] = parts;
  if (first) {
    const isStruck = parts.every(({ node, group }) => {
      const own = figure.groups.find((each) => each.group === group)?.struck ?? [];
      return Number(struckOf(scheme, calculation, node, figure.unit, own) ?? 0) > 0;
    });
    return isStruck && readsMarks(scheme, first.node) ? say(first.node, true) : '';
  }
  const panel = calculation && onlyPanel(calculation);
  if (!panel || !readsMarks(scheme, panel)) return '';
  const formula = calculation.formulaOf(panel.id, figure.unit);
  const isStruck =
    !('kind' in formula) &&
    formula.parts.some(({ state }) => state === 'struck-high' || state === 'struck-low');
  return isStruck ? say(panel, false) : '';
}

/** What the total counts, and whether it is called something else than that. */
function kindOfTotal({ scheme }: EventDefinition, name: string, language: Language): AnnouncedTotal {
  const node = scheme.nodes.find(({ id }) => id === scheme.ranking.by);
  const isOfBallots = node?.kind === 'marks' || node?.kind === 'groups';
  if (isOfBallots && node.by === 'share' && node.outOf === '100') return 'percent';
  if (isOfBallots && node.by === 'count') return 'votes';
  return name === resultWords[language].total ? 'points' : 'named';
}

function sentence(source: Read, figure: UnitFigure, language: Language): string {
  const { definition } = source;
  const words = announcerWords[language];
  const unit = definition.units.find(({ id }) => id === figure.unit)?.name[language] ?? figure.unit;
  const place = spokenPlace(figure.place ?? '', language);
  const total = shownTotal(definition.scheme, figure);
  const { name } = totalColumn(definition, language);
  // What is worked out as a place is said by the place itself.
  const isPlace = name === resultWords[language].reckoned(resultWords[language].rank);
  if (total === null || isPlace || !definition.scheme.publish.totals) return words.withoutTotal(place, unit);
  const kind = kindOfTotal(definition, name, language);
  const say = figure.isShared ? words.shared : words.line;
  const read = say(
    place,
    unit,
    struckClause(source, figure, language),
    words.totals[kind](name, spoken(total, language)),
  );
  return `${read}${words.digits(total)}`;
}

// DIVISION-4
/** 唱分稿: a sentence for each place, division after division, from the last to the first; units without a place, or whose tie is to be decided, stand below, not to be read. */
export function announcerSheet(source: FigureSource, figures: Figures, language: Language): Sheet {
  const { definition } = source.state;
  const { contest } = source;
  const read: Read = { definition, calculation: contest ? calculator(definition.scheme)(contest) : null };
  const words = announcerWords[language];
  const isRead = ({ place, isUndecided }: UnitFigure) => place !== null && !isUndecided;
  const ranked = figures.units.filter(isRead);
  const others = figures.units.filter((figure) => !isRead(figure));
  const nameOf = (id: string) => definition.units.find((unit) => unit.id === id)?.name[language] ?? id;
  const unranked: readonly SheetBlock[] =
    others.length === 0
      ? []
      : [
          { kind: 'heading', text: words.unranked },
          {
            kind: 'lines',
            lines: others.map((figure) =>
              words.unrankedOf(nameOf(figure.unit), placeRemark(definition, figure, language) ?? ''),
            ),
          },
        ];
  const parts = figuresByDivision(ranked).map(({ division, units }) => ({
    name: divisionName(definition, division)?.[language] ?? null,
    lines: [...units].reverse().map((figure) => sentence(read, figure, language)),
  }));
  // Units that share a place are read one by one, as one place.
  const places = new Set(ranked.map(({ division, place }) => `${division ?? ''} ${place}`)).size;
  const opening = words.opening(definition.title[language], spokenCount(places, language));
  const aloud: readonly SheetBlock[] = parts.every(({ name }) => name === null)
    ? [{ kind: 'lines', lines: [opening, ...parts.flatMap(({ lines }) => lines), words.ending] }]
    : [
        { kind: 'lines', lines: [opening] },
        ...parts.flatMap(({ name, lines }): readonly SheetBlock[] => [
          { kind: 'heading', text: name ?? '' },
          { kind: 'lines', lines: [words.ofDivision(name ?? ''), ...lines] },
        ]),
        { kind: 'lines', lines: [words.ending] },
      ];
  const blocks: readonly SheetBlock[] = [...aloud, ...unranked];
  return sheetOf(source, language, {
    name: words.sheet,
    isOfResult: true,
    blocks,
    signatures: [],
  });
}
