import { type Rational, rational } from '../../../kernel/rational.ts';
import { unreachable } from '../../../kernel/unreachable.ts';
import type { Rounding } from './value-node.ts';

function goesUp(mode: Rounding['mode'], whole: bigint, twiceRest: bigint, denominator: bigint): boolean {
  switch (mode) {
    case 'half-up':
      return twiceRest >= denominator;
    case 'half-down':
      return twiceRest > denominator;
    case 'half-even':
      return twiceRest > denominator || (twiceRest === denominator && whole % 2n === 1n);
    case 'up':
      return twiceRest > 0n;
    case 'down':
      return false;
    default:
      return unreachable(mode);
  }
}

// RULE-8
/** The value with the rule's decimals, exactly; modes speak of the distance from zero (half-up: 四舍五入). */
export function roundBy(value: Rational, { decimals, mode }: Rounding): Rational {
  const scale = 10n ** BigInt(decimals);
  const negative = value.numerator < 0n;
  const scaled = (negative ? -value.numerator : value.numerator) * scale;
  const whole = scaled / value.denominator;
  const twiceRest = 2n * (scaled % value.denominator);
  const magnitude = goesUp(mode, whole, twiceRest, value.denominator) ? whole + 1n : whole;
  return rational(negative ? -magnitude : magnitude, scale);
}
