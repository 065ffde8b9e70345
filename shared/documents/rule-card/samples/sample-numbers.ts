import type { Plan } from '../../../domain/scoring/rules/plan.ts';
import { formatDecimal, parseRational, type Rational } from '../../../kernel/rational.ts';
import { signed } from '../number-words.ts';

/** Reads `n/d`; a tree holds nothing else. */
export function fraction(text: string): Rational {
  const value = parseRational(text);
  if (!value.ok) throw new RangeError(`not a fraction: ${text}`);
  return value.value;
}

const places = 6;

function hasEnd(value: Rational): boolean {
  return 10n ** BigInt(places) % value.denominator === 0n;
}

/** All its digits, at least `least` decimals; without an end, six decimals cut off and `…`. */
export function numberText(value: Rational, least: number): string {
  if (hasEnd(value)) {
    const text = formatDecimal(value, places).replace(/0+$/, '');
    const decimals = text.length - text.indexOf('.') - 1;
    const padded = decimals >= least ? text : formatDecimal(value, least);
    return signed(padded.replace(/\.$/, ''));
  }
  const magnitude = value.numerator < 0n ? -value.numerator : value.numerator;
  const cut = (magnitude * 10n ** BigInt(places)) / value.denominator;
  const digits = cut.toString().padStart(places + 1, '0');
  return `${value.numerator < 0n ? '−' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}…`;
}

/** With the node's own decimals. */
export function rounded(value: Rational, decimals: number): string {
  return signed(formatDecimal(value, decimals));
}

/** How many decimals a node's value is written with at least: its rounding's, two for means, none for counts. */
export function leastDecimals(plan: Plan, id: string): number {
  const node = plan.nodeById.get(id);
  if (!node) return 0;
  if (node.round) return node.round.decimals;
  const most = (ids: readonly string[]) => Math.max(0, ...ids.map((of) => leastDecimals(plan, of)));
  switch (node.kind) {
    case 'marks':
      return node.by === 'mean' || node.by === 'median' || node.by === 'share' ? 2 : 0;
    case 'weighted':
    case 'rescale':
      return 2;
    case 'sum':
      return most(node.parts.map((part) => part.node));
    case 'product':
      return most(node.parts);
    case 'pick':
      return node.by === 'sum' ? most('nodes' in node.from ? node.from.nodes : [node.from.items]) : 2;
    case 'factor':
      return leastDecimals(plan, node.of);
    default:
      return 0;
  }
}
