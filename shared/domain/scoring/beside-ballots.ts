import type { LocalText } from '../../kernel/language.ts';
import { indicatorList } from './indicator-items.ts';
import { nameIn } from './rules/names.ts';
import type { ScoringScheme } from './rules/scoring-scheme.ts';

/**
 * A number that somebody measures or fixes. A time (`seconds`, or what a `time` node takes) counts only once the
 * timekeeper has confirmed it.
 */
export type MeasureAsked = { readonly id: string; readonly name: LocalText; readonly isTime: boolean };

/** A fact of the event with the value that the scheme gives it; null where the event must give one. */
export type FactAsked = { readonly id: string; readonly name: LocalText; readonly usual: string | null };

/** Where the jury gives or takes points. */
export type PointsNode = { readonly id: string; readonly name: LocalText };

function measuresIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'measure' in value && typeof value.measure === 'string' ? [value.measure] : [];
  return [...own, ...Object.values(value).flatMap(measuresIn)];
}

/** The numbers of each unit that the scheme takes, in its order; those of the event's boards are known already. */
export function measuresAsked({ nodes }: ScoringScheme): readonly MeasureAsked[] {
  return measuresOf(nodes.filter(({ each }) => each === undefined));
}

// ATTEMPT-2
/** The numbers of each attempt of a list that the scheme takes, in its order. */
export function attemptMeasuresAsked({ nodes }: ScoringScheme, list: string): readonly MeasureAsked[] {
  return list === indicatorList ? [] : measuresOf(nodes.filter(({ each }) => each === list));
}

function measuresOf(own: ScoringScheme['nodes']): readonly MeasureAsked[] {
  const ids = [...new Set(own.flatMap(measuresIn))];
  return ids.map((id) => {
    const readers = own.flatMap((node) => (node.kind === 'measure' && node.measure === id ? [node] : []));
    const isTime =
      id === 'seconds' ||
      own.some((node) => node.kind === 'time' && readers.some((reader) => reader.id === node.of));
    return { id, name: nameIn(readers[0]?.name, id), isTime };
  });
}

export function factsAsked({ facts }: ScoringScheme): readonly FactAsked[] {
  return facts.map(({ id, name, value }) => ({ id, name: nameIn(name, id), usual: value }));
}

export function pointsNodes({ nodes }: ScoringScheme): readonly PointsNode[] {
  return nodes.flatMap(({ id, name, kind }) =>
    kind === 'adjustments' ? [{ id, name: nameIn(name, id) }] : [],
  );
}

/** Whether the jury's own decision is one of the rules that part equal units. */
export function mayDecideTies({ ranking }: ScoringScheme): boolean {
  return ranking.ties.some(({ kind }) => kind === 'decision');
}
