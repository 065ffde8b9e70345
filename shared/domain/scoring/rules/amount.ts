import { add, compare, parseDecimal, type Rational, rational, sum } from '../../../kernel/rational.ts';

/**
 * A mark: millionths in a whole number where that is exact, else a fraction. A decimal has at most six places, so
 * whole millionths hold every mark up to a million; 9,000 of those still add up below 2^53.
 */
export type Amount = number | Rational;

const perOne = 1_000_000;
const largest = 1_000_000 * perOne;
const mostAtOnce = 9_000;

export function toRational(amount: Amount): Rational {
  return typeof amount === 'number' ? rational(BigInt(amount), BigInt(perOne)) : amount;
}

/** Whole millionths where the value allows it. */
export function toAmount(value: Rational): Amount {
  const millionths = value.numerator * BigInt(perOne);
  if (millionths % value.denominator !== 0n) return value;
  const whole = Number(millionths / value.denominator);
  return Math.abs(whole) <= largest ? whole : value;
}

/** Reads decimal text; null where it is none. */
export function readAmount(text: string): Amount | null {
  const value = parseDecimal(text);
  return value.ok ? toAmount(value.value) : null;
}

export function compareAmounts(a: Amount, b: Amount): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return compare(toRational(a), toRational(b));
}

export function addAmounts(a: Amount, b: Amount): Amount {
  if (typeof a === 'number' && typeof b === 'number') {
    const total = a + b;
    if (Math.abs(total) <= largest) return total;
  }
  return add(toRational(a), toRational(b));
}

export function sumAmounts(amounts: readonly Amount[]): Rational {
  if (amounts.length > mostAtOnce) return sum(amounts.map(toRational));
  let whole = 0;
  const others: Rational[] = [];
  for (const amount of amounts) {
    if (typeof amount === 'number') whole += amount;
    else others.push(amount);
  }
  const total = rational(BigInt(whole), BigInt(perOne));
  return others.length === 0 ? total : add(total, sum(others));
}
