import { add, decimal, formatDecimal, type Rational, rational } from '../../../kernel/rational.ts';
import type { ScoringScheme } from '../rules/scoring-scheme.ts';
import type { NumberSource, ValueNode } from '../rules/value-node.ts';
import type { Draw } from './sample-room.ts';

/** What a fact is in a sample where the scheme leaves it to the event. */
const usualLimit = '300';
const usualFact = '100';

/** Decimal text as contests hold it. */
export function sampleDecimal(value: Rational): string {
  return formatDecimal(value, 6).replace(/\.?0+$/, '');
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

function isMeasure(value: unknown): value is { readonly measure: string } {
  return (
    typeof value === 'object' && value !== null && 'measure' in value && typeof value.measure === 'string'
  );
}

/** The node's own measure, and those that stand where it takes a number. */
function measuresIn(node: ValueNode): readonly string[] {
  const parts = node.kind === 'sum' ? node.parts.map(({ times }) => times) : [];
  return [node, ...Object.values(node), ...parts].flatMap((value) =>
    isMeasure(value) ? [value.measure] : [],
  );
}

/** The measured values that a scheme takes of each unit, or of each item of a list. */
export function measuresOf({ nodes }: ScoringScheme, list: string | undefined): readonly string[] {
  return [...new Set(nodes.filter(({ each }) => each === list).flatMap(measuresIn))];
}

function numberOf(scheme: ScoringScheme, source: NumberSource): Rational {
  if (typeof source === 'string') return decimal(source);
  return decimal('fact' in source ? (sampleFacts(scheme)[source.fact] ?? usualFact) : '2');
}

function around(value: Rational, more: number): string {
  const moved = add(value, rational(BigInt(more)));
  return sampleDecimal(moved.numerator < 0n ? rational(0n) : moved);
}

/** A difficulty that points are multiplied by: 1.5 to 2.9. */
const factor = (draw: Draw): string => sampleDecimal(rational(BigInt(15 + draw(15)), 10n));

/** Whether a sum takes the node away from others: a penalty, small beside them. */
function isTakenAway({ nodes }: ScoringScheme, id: string): boolean {
  return nodes.some(
    (entry) =>
      entry.kind === 'sum' &&
      entry.parts.some(
        ({ node, times }) => node === id && typeof times === 'string' && times.startsWith('-'),
      ),
  );
}

/** A value that the node taking it does something with: a little over a limit, near a par, in some band. */
export function drawMeasure(scheme: ScoringScheme, measure: string, draw: Draw): string {
  const { nodes } = scheme;
  const node = nodes.find((entry) => entry.kind === 'measure' && entry.measure === measure);
  if (node?.kind !== 'measure') return factor(draw);
  if (nodes.some((entry) => entry.kind === 'product' && entry.parts.includes(node.id))) return factor(draw);
  if (isTakenAway(scheme, node.id)) return sampleDecimal(rational(BigInt(draw(4)), 10n));
  const taker = nodes.find((entry) => 'of' in entry && entry.of === node.id);
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
