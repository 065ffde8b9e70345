import { err, ok, type Result } from './result.ts';

/** An exact fraction in lowest terms with a positive denominator. Never crosses JSON: use `rationalText`. */
export type Rational = { readonly numerator: bigint; readonly denominator: bigint };

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** Throws on a zero denominator: dividing by nothing is a bug of the caller. */
export function rational(numerator: bigint, denominator = 1n): Rational {
  if (denominator === 1n) return { numerator, denominator };
  if (denominator === 0n) throw new RangeError('a fraction with denominator zero');
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(numerator, denominator) || 1n;
  return { numerator: (sign * numerator) / divisor, denominator: (sign * denominator) / divisor };
}

export const zero: Rational = rational(0n);

export function add(a: Rational, b: Rational): Rational {
  if (a.denominator === b.denominator) return rational(a.numerator + b.numerator, a.denominator);
  return rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, { numerator: -b.numerator, denominator: b.denominator });
}

export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.numerator, a.denominator * b.denominator);
}

export function divide(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** Negative, zero or positive, as for `sort`. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function sum(values: readonly Rational[]): Rational {
  return values.reduce(add, zero);
}

/** The arithmetic mean; throws on an empty list. */
export function mean(values: readonly Rational[]): Rational {
  return divide(sum(values), rational(BigInt(values.length)));
}

const decimalPattern = /^(-?)(\d{1,12})(?:\.(\d{1,6}))?$/;

/** A contest has a few dozen different marks and reads each of them thousands of times. */
const keptDecimals = 4_096;
const knownDecimals = new Map<string, Rational>();

/** Reads `92.5`, `-3`, `0.125`: at most 12 digits before and 6 after the point, no exponent, no spaces. */
export function parseDecimal(text: string): Result<Rational, 'not-a-decimal'> {
  const known = knownDecimals.get(text);
  if (known) return ok(known);
  const match = decimalPattern.exec(text);
  if (!match) return err('not-a-decimal');
  const [, sign, whole = '', fraction = ''] = match;
  const magnitude = BigInt(whole + fraction);
  const value = rational(sign ? -magnitude : magnitude, 10n ** BigInt(fraction.length));
  if (knownDecimals.size >= keptDecimals) knownDecimals.clear();
  knownDecimals.set(text, value);
  return ok(value);
}

/** A decimal written in the source code; throws if it is not one. */
export function decimal(text: string): Rational {
  const parsed = parseDecimal(text);
  if (!parsed.ok) throw new RangeError(`not a decimal: ${text}`);
  return parsed.value;
}

/** Rounds half away from zero (四舍五入) to `decimals` places; the result is exact. */
export function roundHalfUp(value: Rational, decimals: number): Rational {
  const scale = 10n ** BigInt(decimals);
  const negative = value.numerator < 0n;
  const magnitude = negative ? -value.numerator : value.numerator;
  const rounded = (2n * magnitude * scale + value.denominator) / (2n * value.denominator);
  return rational(negative ? -rounded : rounded, scale);
}

/** The value with exactly `decimals` places, half-up: `90.64`, `-0.50`. */
export function formatDecimal(value: Rational, decimals: number): string {
  const rounded = roundHalfUp(value, decimals);
  const scaled = (rounded.numerator * 10n ** BigInt(decimals)) / rounded.denominator;
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const text = decimals === 0 ? whole : `${whole}.${digits.slice(-decimals)}`;
  return scaled < 0n ? `-${text}` : text;
}

/** `n/d` in lowest terms, the form in which an exact value crosses JSON. */
export function rationalText(value: Rational): string {
  return `${value.numerator}/${value.denominator}`;
}

const fractionPattern = /^(-?\d{1,400})\/([1-9]\d{0,400})$/;

export function parseRational(text: string): Result<Rational, 'not-a-fraction'> {
  const match = fractionPattern.exec(text);
  if (!match) return err('not-a-fraction');
  return ok(rational(BigInt(match[1] ?? '0'), BigInt(match[2] ?? '1')));
}

/** Whether `value` is a whole multiple of `step` (marks come in steps such as 0.5). */
export function isMultipleOf(value: Rational, step: Rational): boolean {
  return divide(value, step).denominator === 1n;
}
