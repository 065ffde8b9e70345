import type { EventDefinition } from '../domain/event-definition.ts';
import type { Figures, GroupFigure, UnitFigure } from '../domain/scoring/figures.ts';
import type { Language } from '../kernel/language.ts';
import { ruleLine } from './rule-line.ts';
import { sheetMarks } from './sheet-frame.ts';
import type { FigureSource } from './sheet-source.ts';

/** Which seats gave the extremes stays in the event file: an export says only how many were struck. */
function groupOf({ group, exactMean, mean, ballots, struck }: GroupFigure) {
  return { group, exactMean, mean, ballots, struck: struck.length };
}

function unitOf({ units }: EventDefinition, figure: UnitFigure) {
  const unit = units.find((candidate) => candidate.id === figure.unit);
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
export function resultJson({ state, head }: FigureSource, figures: Figures, language: Language): string {
  const { definition, result, versions = [], attachments = [] } = state;
  const { id, title, arena, sitting, isDemo, groups, seats, scheme } = definition;
  const document = {
    format: 'leitai-result',
    version: 1,
    status: result.kind,
    marks: sheetMarks(state, true, language),
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
      units: figures.units.map((figure) => unitOf(definition, figure)),
    },
    /** Photos of the signed protocol; their bytes lie in the event file under their hash. */
    attachments: attachments.map(({ name, type, bytes, hash, count }) => ({
      name,
      type,
      bytes,
      hash,
      count,
    })),
    head: { n: head.n, hash: head.hash },
    versions: versions.map(({ version, supersedes, orderedBy, reason }) => ({
      version,
      supersedes,
      orderedBy,
      reason,
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
