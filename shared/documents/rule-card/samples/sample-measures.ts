import type { ScoringScheme } from '../../../domain/scoring/rules/scoring-scheme.ts';
import type { NumberSource, ValueNode } from '../../../domain/scoring/rules/value-node.ts';
import { add, decimal, type Rational, rational } from '../../../kernel/rational.ts';
import { ballotDecimal } from './sample-ballots.ts';
import type { Draw } from './sample-room.ts';

/** What a fact is in a sample where the scheme leaves it to the event. */
const usualLimit = '300';
const usualFact = '100';

function isSource(value: unknown): value is NumberSource {
  return typeof value === 'object' && value !== null && ('fact' in value || 'measure' in value);
}

function sourcesOf(node: ValueNode): readonly NumberSource[] {
  const parts = node.kind === 'sum' ? node.parts : [];
  return [...Object.values(node), ...parts.map(({ times }) => times)].filter(isSource);
}

/** Facts that the scheme leaves open, with a value to reckon with. */
export function sampleFacts({ facts, nodes }: ScoringScheme): { readonly [fact: string]: string } {
  const limits = nodes.flatMap((node) =>
    node.kind === 'time' && typeof node.limit === 'object' && 'fact' in node.limit ? [node.limit.fact] : [],
  );
  return Object.fromEntries(
    facts.map(({ id, value }) => [id, value ?? (limits.includes(id) ? usualLimit : usualFact)]),
  );
}

/** Every measured value the scheme names. */
export function measuresOf({ nodes }: ScoringScheme): readonly string[] {
  return [
    ...new Set(
      nodes.flatMap((node) => [
        ...(node.kind === 'measure' ? [node.measure] : []),
        ...sourcesOf(node).flatMap((source) =>
          typeof source === 'object' && 'measure' in source ? [source.measure] : [],
        ),
      ]),
    ),
  ];
}

function numberOf(scheme: ScoringScheme, source: NumberSource): Rational {
  if (typeof source === 'string') return decimal(source);
  return decimal('fact' in source ? (sampleFacts(scheme)[source.fact] ?? usualFact) : '2');
}

const around = (value: Rational, more: number): string => ballotDecimal(add(value, rational(BigInt(more))));

/** A value that the node taking it does something with: a little over a limit, near a par, in some band. */
export function drawMeasure(scheme: ScoringScheme, measure: string, draw: Draw): string {
  const node = scheme.nodes.find((entry) => entry.kind === 'measure' && entry.measure === measure);
  // Only named inside other nodes: a difficulty, a factor.
  if (!node) return ballotDecimal(rational(BigInt(15 + draw(15)), 10n));
  const taker = scheme.nodes.find((entry) => 'of' in entry && entry.of === node.id);
  switch (taker?.kind) {
    case 'time':
      return around(numberOf(scheme, taker.limit), draw(3) === 0 ? -draw(20) : draw(30));
    case 'linear':
      return around(numberOf(scheme, taker.par), draw(6));
    case 'bands': {
      const band = taker.bands[draw(taker.bands.length)];
      return around(decimal(band?.from ?? '0'), draw(20));
    }
    default:
      return `${70 + draw(26)}`;
  }
}

/** How many items of a list a sample needs, so that something is left after those that are dropped. */
export function itemCount({ nodes }: ScoringScheme, list: string): number {
  const needs = nodes.flatMap((node) => {
    if (node.kind !== 'pick' || !('items' in node.from)) return [];
    const { items } = node.from;
    const isOfList = nodes.some(({ id, each }) => id === items && each === list);
    return isOfList ? [node.dropBest + node.dropWorst + (node.best ?? 1)] : [];
  });
  return Math.min(10, Math.max(3, ...needs));
}
