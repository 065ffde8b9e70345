import { expect, test } from 'vitest';
import { countdownText, differenceText, elapsedText } from './time-text.ts';

test('a countdown reads 0:00 exactly when it is over, then counts its overtime', () => {
  expect([61_000, 60_001, 1, 0, -999, -1000, -61_000].map(countdownText)).toEqual([
    '1:01',
    '1:01',
    '0:01',
    '0:00',
    '0:00',
    '−0:01',
    '−1:01',
  ]);
});

test('elapsed time and differences are in whole seconds', () => {
  expect(elapsedText(59_999)).toBe('0:59');
  expect(elapsedText(6_120_000)).toBe('1:42:00');
  expect([22_000, -13_400, 400].map(differenceText)).toEqual(['+0:22', '−0:13', '0:00']);
});
