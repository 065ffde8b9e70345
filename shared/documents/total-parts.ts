import type { Calculation } from '../domain/scoring/rules/calculate.ts';
import { held } from '../domain/scoring/rules/calculate.ts';
import { evaluate } from '../domain/scoring/rules/formula.ts';
import type { Part } from '../domain/scoring/rules/node-value.ts';
import type { Plan } from '../domain/scoring/rules/plan.ts';
import { roundBy } from '../domain/scoring/rules/rounding.ts';
import type { NumberSource } from '../domain/scoring/rules/value-node.ts';
import { decimal, formatDecimal, multiply, type Rational, rational } from '../kernel/rational.ts';

/** How a part goes into the total. */
export type PartFactor =
  | { readonly kind: 'whole' }
  /** Decimal text, of 100. */
  | { readonly kind: 'percent'; readonly percent: string }
  | { readonly kind: 'times'; readonly times: string }
  /** By a fact of the event, or a measured number of the unit. */
  | { readonly kind: 'named'; readonly of: string };

/** One node that the total is put together from. */
export type TotalPart = { readonly node: string; readonly factor: PartFactor; readonly decimals: number };

type Way = { readonly times: Rational; readonly isShare: boolean; readonly named: string | null };

const whole: Way = { times: rational(1n), isShare: false, named: null };

/** The parts of a node that only puts others together and isn't rounded by itself; null for any other. */
function joined({ scheme }: Plan, id: string) {
  const node = scheme.nodes.find((entry) => entry.id === id);
  if (node?.kind !== 'weighted' && node?.kind !== 'sum') return null;
  return node.round === undefined || id === scheme.ranking.by ? node : null;
}

function byNumber(way: Way, times: NumberSource): Way {
  if (typeof times === 'string') return { ...way, times: multiply(way.times, decimal(times)) };
  return { ...way, named: 'fact' in times ? times.fact : times.measure };
}

function leavesOf(plan: Plan, id: string, way: Way): readonly { readonly node: string; readonly way: Way }[] {
  const node = joined(plan, id);
  if (!node) return [{ node: id, way }];
  if (node.kind === 'sum')
    return node.parts.flatMap((part) => leavesOf(plan, part.node, byNumber(way, part.times)));
  const sum = node.parts.reduce((total, { weight }) => total + weight, 0);
  return node.parts.flatMap(({ node: part, weight }) =>
    leavesOf(plan, part, {
      ...way,
      isShare: true,
      times: multiply(way.times, rational(BigInt(weight), BigInt(Math.max(1, sum)))),
    }),
  );
}

/** As many decimals as there are, up to one of a per cent. */
function trimmed(value: Rational, decimals: number): string {
  const text = formatDecimal(value, decimals);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

function factorOf({ times, isShare, named }: Way): PartFactor {
  if (named !== null) return { kind: 'named', of: named };
  if (isShare) return { kind: 'percent', percent: trimmed(multiply(times, decimal('100')), 1) };
  return times.numerator === times.denominator
    ? { kind: 'whole' }
    : { kind: 'times', times: trimmed(times, 6) };
}

function decimalsOf({ nodeById }: Plan, id: string): number {
  const node = nodeById.get(id);
  return node?.round?.decimals ?? (node?.kind === 'marks' && node.by === 'count' ? 0 : 2);
}

/** What a total is put together from, in the scheme's order; none where it is a single panel's, or no sum. */
export function totalParts(plan: Plan): readonly TotalPart[] {
  const leaves = leavesOf(plan, plan.scheme.ranking.by, whole);
  if (leaves.length < 2) return [];
  return leaves.map(({ node, way }) => ({ node, factor: factorOf(way), decimals: decimalsOf(plan, node) }));
}

/** A part's value of a unit as printed; null where it has none. */
export function partValue(
  { nodeValue }: Pick<Calculation, 'nodeValue'>,
  { node, decimals }: TotalPart,
  unit: string,
): string | null {
  const value = nodeValue(node, unit);
  return value.kind === 'none' ? null : formatDecimal(value.value, decimals);
}

function worked(calculation: Calculation, id: string, unit: string): Rational | null {
  const { plan, nodeValue, formulaOf, limitsOf } = calculation;
  if (!joined(plan, id)) {
    const value = nodeValue(id, unit);
    return value.kind === 'none' ? null : decimal(formatDecimal(value.value, decimalsOf(plan, id)));
  }
  const formula = formulaOf(id, unit);
  if ('kind' in formula) return null;
  const parts = formula.parts.map(
    (part): Part =>
      part.from === 'node' && part.state === 'counted'
        ? { ...part, value: worked(calculation, part.of, unit) }
        : part,
  );
  if (parts.some(({ state, value }) => state === 'counted' && value === null)) return null;
  const value = held(evaluate({ ...formula, parts }), limitsOf(id, unit));
  const round = plan.nodeById.get(id)?.round;
  return round ? roundBy(value, round) : value;
}

/** The total that a reader gets from the parts as printed; null where it has no parts, no value or no rounding. */
export function totalFromParts(calculation: Calculation, unit: string): string | null {
  const { plan } = calculation;
  const { by } = plan.scheme.ranking;
  const decimals = plan.nodeById.get(by)?.round?.decimals;
  if (decimals === undefined || totalParts(plan).length === 0) return null;
  const value = worked(calculation, by, unit);
  return value && formatDecimal(value, decimals);
}
