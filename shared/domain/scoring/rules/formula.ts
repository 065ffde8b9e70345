import { add, compare, divide, multiply, type Rational, rational, zero } from '../../../kernel/rational.ts';
import { unreachable } from '../../../kernel/unreachable.ts';
import type { Formula, Part } from './node-value.ts';

const one = rational(1n);
const two = rational(2n);

/** The middle value, or the mean of the two in the middle; throws on an empty list. */
export function median(values: readonly Rational[]): Rational {
  const sorted = [...values].sort(compare);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (!low || !high) throw new RangeError('the median of nothing');
  return divide(add(low, high), two);
}

const isCounted = (part: Part): boolean => part.state === 'counted' || part.state === 'filled';

// RULE-1
/** The value of a formula, from its counted parts alone. */
export function evaluate({ by, parts, over }: Formula): Rational {
  const values = parts.flatMap((part) =>
    isCounted(part) && part.value ? [multiply(part.value, part.times)] : [],
  );
  switch (by) {
    case 'sum':
      return divide(values.reduce(add, zero), over);
    case 'product':
      return divide(values.reduce(multiply, one), over);
    case 'median':
      return divide(median(values), over);
    case 'highest':
      return divide(
        values.reduce((a, b) => (compare(a, b) >= 0 ? a : b)),
        over,
      );
    case 'lowest':
      return divide(
        values.reduce((a, b) => (compare(a, b) <= 0 ? a : b)),
        over,
      );
    default:
      return unreachable(by);
  }
}
