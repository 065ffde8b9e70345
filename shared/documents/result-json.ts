import type { GroupFigure, UnitFigure } from '../domain/scoring/figures.ts';
import type { Language } from '../kernel/language.ts';
import { type CountedResult, resultMarks, ruleLine } from './result-table.ts';
import { resultWords } from './result-words.ts';

/** Which seats gave the extremes stays in the event file: an export says only how many were struck. */
function groupOf({ group, exactMean, mean, ballots, struck }: GroupFigure) {
  return { group, exactMean, mean, ballots, struck: struck.length };
}

function unitOf(result: CountedResult, figure: UnitFigure) {
  const unit = result.definition.units.find((candidate) => candidate.id === figure.unit);
  return {
    ...figure,
    code: unit?.code ?? null,
    name: unit?.name ?? null,
    groups: figure.groups.map(groupOf),
  };
}

/**
 * A result for other programs, as UTF-8 JSON text. Numbers of the result are text: `total` as published,
 * `exactTotal` as `n/d`. `language` is that of the marks and the rule line; names are there in all three.
 */
export function resultJson(result: CountedResult, language: Language): string {
  const { definition, figures, status, head } = result;
  const { id, title, arena, sitting, isDemo, groups, seats, scheme } = definition;
  const document = {
    format: 'leitai-result',
    version: 1,
    status,
    marks: resultMarks(result, resultWords[language]),
    event: {
      id,
      title,
      arena,
      sitting,
      isDemo,
      groups: groups.map((group) => ({
        ...group,
        seats: seats.filter((seat) => seat.group === group.id).length,
      })),
    },
    scheme,
    rule: ruleLine(definition, language),
    figures: {
      engine: figures.engine,
      schemeHash: figures.schemeHash,
      units: figures.units.map((figure) => unitOf(result, figure)),
    },
    head: { n: head.n, hash: head.hash },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
