import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  compare,
  decimal,
  divide,
  formatDecimal,
  isMultipleOf,
  mean,
  multiply,
  parseDecimal,
  parseRational,
  rationalText,
  roundHalfUp,
  subtract,
} from './rational.ts';

describe('exact rationals', () => {
  test.each([
    ['84.125', '84.13'],
    ['84.135', '84.14'],
    ['60.025', '60.03'],
    ['60.035', '60.04'],
    ['60.055', '60.06'],
    ['60.065', '60.07'],
    ['60.095', '60.10'],
    ['1.005', '1.01'],
    ['-1.005', '-1.01'],
  ])('half-up to two places: %s gives %s', (exact, rounded) => {
    expect(formatDecimal(decimal(exact), 2)).toBe(rounded);
  });

  test('a share in percent is rounded once: 305 of 313 commitments kept are 97.4 %', () => {
    const share = divide(multiply(decimal('305'), decimal('100')), decimal('313'));
    expect(formatDecimal(share, 1)).toBe('97.4');
  });

  test.each(['', '.5', '5.', '1e3', '０.5', ' 5', '5 ', '+5', '0x1', '1.2345678', 'NaN'])(
    'refuses %j as a decimal',
    (text) => {
      expect(parseDecimal(text)).toEqual({ ok: false, error: 'not-a-decimal' });
    },
  );

  test('thirds add up to one', () => {
    const third = mean([decimal('1'), decimal('0'), decimal('0')]);
    expect(rationalText(add(add(third, third), third))).toBe('1/1');
  });

  test('a mark of 18.3 is not on a half-point step, 18.5 is', () => {
    expect(isMultipleOf(decimal('18.3'), decimal('0.5'))).toBe(false);
    expect(isMultipleOf(decimal('18.5'), decimal('0.5'))).toBe(true);
  });

  test('rounding moves a value by at most half a unit of the last place, and text forms read back', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
        fc.bigInt({ min: 1n, max: 10n ** 9n }),
        (n, d) => {
          const value = { numerator: n, denominator: d };
          const distance = subtract(roundHalfUp(value, 2), value);
          expect(compare(distance, decimal('0.005'))).toBeLessThanOrEqual(0);
          expect(compare(distance, decimal('-0.005'))).toBeGreaterThanOrEqual(0);
          const text = rationalText(add(value, decimal('0')));
          expect(parseRational(text)).toMatchObject({ ok: true });
        },
      ),
    );
  });
});
