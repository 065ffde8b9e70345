import { expect, test } from 'vitest';
import { spokenPlace, spokenScore } from './spoken-score.ts';
import { countdownText, differenceText, elapsedText } from './time-text.ts';

test.each([
  ['89.45', '八十九点四五'],
  ['100.00', '一百点零零'],
  ['7.50', '七点五零'],
  ['10.05', '十点零五'],
  ['92', '九十二'],
  ['105', '一百零五'],
  ['110', '一百一十'],
])('%s is read %s', (score, spoken) => {
  expect(spokenScore(score, '点')).toBe(spoken);
});

test('places are read as numbers', () => {
  expect([1, 10, 11, 20, 25].map(spokenPlace)).toEqual(['一', '十', '十一', '二十', '二十五']);
});

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
