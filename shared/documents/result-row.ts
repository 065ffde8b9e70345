import type { EventDefinition } from '../domain/event-definition.ts';
import type { UnitFigure } from '../domain/scoring/figures.ts';
import { totalDecimals } from '../domain/scoring/figures-of.ts';
import { groupParts, groupsNodeBehindTotal } from '../domain/scoring/rules/behind-total.ts';
import type { Calculation } from '../domain/scoring/rules/calculate.ts';
import { planScheme } from '../domain/scoring/rules/plan.ts';
import type { ScoringScheme } from '../domain/scoring/rules/scoring-scheme.ts';
import type { Language } from '../kernel/language.ts';
import { add, decimal, divide, formatDecimal, multiply, rational, zero } from '../kernel/rational.ts';
import { ruleView } from '../views/build-common.ts';
import { shownTotal, type UnitColumns } from './result-columns.ts';
import { type ResultWords, resultWords } from './result-words.ts';
import { sheetWords } from './sheet-words.ts';
import { tieText } from './tie-text.ts';
import { totalFromParts } from './total-parts.ts';
import { recusedOn } from './turnout-blocks.ts';

/** The total that a reader gets from the group means as printed; null where it isn't made of them alone. */
function totalFromGroups(scheme: ScoringScheme, figure: UnitFigure): string | null {
  const plan = planScheme(scheme);
  const node = groupsNodeBehindTotal(plan);
  if (figure.total === null || !node || node.id !== scheme.ranking.by) return null;
  let [weighted, weights] = [zero, zero];
  for (const { group, weight, counts } of groupParts(plan)) {
    const mean = figure.groups.find((candidate) => candidate.group === group)?.mean ?? null;
    if (!counts || (mean === null && node.emptyGroup !== 'zero')) continue;
    const share = rational(BigInt(weight));
    weighted = add(weighted, multiply(decimal(mean ?? '0'), share));
    weights = add(weights, share);
  }
  const decimals = totalDecimals(plan);
  if (weights.numerator === 0n || decimals === undefined) return null;
  return formatDecimal(divide(weighted, weights), decimals);
}

/** Who is in no denominator of the unit because of a recusal. */
function recusals(
  { groups }: EventDefinition,
  figure: UnitFigure,
  calculation: Calculation | null,
  language: Language,
): readonly string[] {
  if (!calculation) return [];
  return [...recusedOn(calculation, figure.unit)].map(([id, count]) => {
    const name = groups.length > 1 ? (groups.find((group) => group.id === id)?.name[language] ?? id) : '';
    return resultWords[language].recused(name, `${count}`);
  });
}

/** What a reader works out from the row, where that is another total. */
function asShown(
  { scheme }: EventDefinition,
  figure: UnitFigure,
  calculation: Calculation | null,
  words: ResultWords,
): readonly string[] {
  const byGroups = totalFromGroups(scheme, figure);
  if (byGroups !== null) return byGroups === figure.total ? [] : [words.asShown(byGroups)];
  const byParts = calculation && totalFromParts(calculation, figure.unit);
  return byParts === null || byParts === figure.total ? [] : [words.asShownParts(byParts)];
}

function tieRemark(definition: EventDefinition, figure: UnitFigure, language: Language): readonly string[] {
  const words = resultWords[language];
  const { ties } = ruleView(definition);
  return figure.partedBy.flatMap((rule) => {
    const tie = ties[rule];
    return tie ? [words.partedBy(tieText(tie, language))] : [];
  });
}

function groupRemarks(
  definition: EventDefinition,
  figure: UnitFigure,
  language: Language,
): readonly string[] {
  const words = resultWords[language];
  return figure.groups.flatMap(({ group, ballots }) => {
    const name = definition.groups.find((candidate) => candidate.id === group)?.name[language] ?? group;
    if (ballots === 0) return [words.groupWithoutBallot(name)];
    return ballots < definition.scheme.publish.fromBallots ? [words.fewBallots(name, `${ballots}`)] : [];
  });
}

function standing(
  definition: EventDefinition,
  figure: UnitFigure,
  language: Language,
  words: ResultWords,
): readonly string[] {
  return [
    ...(figure.isUndecided ? [words.undecided] : figure.isShared ? [words.shared] : []),
    ...tieRemark(definition, figure, language),
  ];
}

function remarks(
  definition: EventDefinition,
  figure: UnitFigure,
  calculation: Calculation | null,
  language: Language,
): readonly string[] {
  const words = resultWords[language];
  if (figure.state !== 'ranked') return [words.states[figure.state]];
  return [
    ...standing(definition, figure, language, words),
    ...recusals(definition, figure, calculation, language),
    ...groupRemarks(definition, figure, language),
    ...asShown(definition, figure, calculation, words),
  ];
}

/** Why a unit stands where it stands, or has no place; null where there is nothing to say. */
export function placeRemark(
  definition: EventDefinition,
  figure: UnitFigure,
  language: Language,
): string | null {
  const words = resultWords[language];
  const all =
    figure.state === 'ranked' ? standing(definition, figure, language, words) : [words.states[figure.state]];
  return all.join(sheetWords[language].clause) || null;
}

/** All that the remark of the result sheet says of a unit, for a sheet that shows the same means or parts; null where that is nothing. */
export function unitRemark(
  definition: EventDefinition,
  figure: UnitFigure,
  calculation: Calculation | null,
  language: Language,
): string | null {
  return remarks(definition, figure, calculation, language).join(sheetWords[language].clause) || null;
}

/** One unit's cells, in the order of the columns: rank, unit, total, what it is made of, remark. */
export function resultRow(
  definition: EventDefinition,
  figure: UnitFigure,
  calculation: Calculation | null,
  parts: UnitColumns,
  language: Language,
): readonly (string | null)[] {
  const unit = definition.units.find((candidate) => candidate.id === figure.unit);
  return [
    figure.place,
    unit?.name[language] ?? figure.unit,
    shownTotal(definition.scheme, figure),
    ...parts.cells(figure),
    unitRemark(definition, figure, calculation, language),
  ];
}
