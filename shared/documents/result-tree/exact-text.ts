import { formatDecimal, parseRational, type Rational } from '../../kernel/rational.ts';

const decimals = 6;
/** Longer fractions say nothing to a reader. */
const longestFraction = 24;

/** Whether six decimals hold the value exactly. */
export function hasEnd(value: Rational): boolean {
  return 10n ** BigInt(decimals) % value.denominator === 0n;
}

/** As many decimals as there are up to six; `…` where more follow, which are cut off and not rounded. */
export function numberText(value: Rational): string {
  if (hasEnd(value)) return formatDecimal(value, decimals).replace(/\.?0+$/, '');
  const sign = value.numerator < 0n ? '-' : '';
  const magnitude = value.numerator < 0n ? -value.numerator : value.numerator;
  const digits = `${(magnitude * 10n ** BigInt(decimals)) / value.denominator}`.padStart(decimals + 1, '0');
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}…`;
}

/** `n/d` where the decimals have no end and the fraction can be read; else null. */
export function fractionText(value: Rational): string | null {
  const text = `${value.numerator}/${value.denominator}`;
  return hasEnd(value) || text.length > longestFraction ? null : text;
}

/** Reads what a tree carries; throws on anything else than `n/d`. */
export function readFraction(text: string): Rational {
  const value = parseRational(text);
  if (!value.ok) throw new RangeError(`not a fraction: ${text}`);
  return value.value;
}
