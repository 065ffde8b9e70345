import type { EventDefinition } from '../domain/event-definition.ts';
import type { UnitFigure } from '../domain/scoring/figures.ts';
import type { Scheme } from '../domain/scoring/scheme.ts';
import type { Language } from '../kernel/language.ts';
import { add, decimal, divide, formatDecimal, multiply, rational, zero } from '../kernel/rational.ts';
import { unreachable } from '../kernel/unreachable.ts';
import { type ResultWords, resultWords } from './result-words.ts';

/** The total that a reader gets from the group means as printed; null where there is none. */
function totalAsShown(scheme: Scheme, figure: UnitFigure): string | null {
  let [weighted, weights] = [zero, zero];
  for (const { group, weight } of scheme.weights) {
    const mean = figure.groups.find((candidate) => candidate.group === group)?.mean ?? null;
    if (mean === null && scheme.emptyGroup !== 'zero') continue;
    const share = rational(BigInt(weight));
    weighted = add(weighted, multiply(decimal(mean ?? '0'), share));
    weights = add(weights, share);
  }
  if (figure.total === null || weights.numerator === 0n) return null;
  return formatDecimal(divide(weighted, weights), scheme.decimals);
}

function tieRemark(definition: EventDefinition, figure: UnitFigure, language: Language): readonly string[] {
  const words = resultWords[language];
  if (figure.tieRule === null) return [];
  const [kind, id] = figure.tieRule.split(':');
  if (kind === 'group') {
    const group = definition.groups.find((candidate) => candidate.id === id);
    return [words.partedByGroup(group?.name[language] ?? figure.tieRule)];
  }
  const criterion = definition.scheme.criteria.find((candidate) => candidate.id === id);
  return [words.partedByCriterion(criterion?.name[language] ?? figure.tieRule)];
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
    return ballots < definition.scheme.publishFrom ? [words.fewBallots(name, `${ballots}`)] : [];
  });
}

function rankedRemarks(
  definition: EventDefinition,
  figure: UnitFigure,
  language: Language,
  words: ResultWords,
) {
  const shown = totalAsShown(definition.scheme, figure);
  return [
    ...(figure.isShared ? [words.shared] : []),
    ...tieRemark(definition, figure, language),
    ...groupRemarks(definition, figure, language),
    ...(shown === null || shown === figure.total ? [] : [words.asShown(shown)]),
  ];
}

function remarks(definition: EventDefinition, figure: UnitFigure, language: Language): readonly string[] {
  const words = resultWords[language];
  switch (figure.state) {
    case 'not-called':
      return [words.notCalled];
    case 'no-ballot':
      return [words.noBallot];
    case 'ranked':
      return rankedRemarks(definition, figure, language, words);
    default:
      return unreachable(figure.state);
  }
}

/** One unit's cells, in the order of the columns: rank, unit, total, mean, ballots and struck of each group, remark. */
export function resultRow(
  definition: EventDefinition,
  figure: UnitFigure,
  language: Language,
): readonly (string | null)[] {
  const unit = definition.units.find((candidate) => candidate.id === figure.unit);
  const groups = definition.scheme.weights.map(({ group }) =>
    figure.groups.find((candidate) => candidate.group === group),
  );
  return [
    figure.rank === null ? null : `${figure.rank}`,
    unit?.name[language] ?? figure.unit,
    figure.total,
    ...groups.flatMap((group) =>
      figure.state === 'not-called' || !group
        ? [null, null, null]
        : [group.mean, `${group.ballots}`, `${group.struck.length}`],
    ),
    remarks(definition, figure, language).join(resultWords[language].clause) || null,
  ];
}
