import { expect, test } from 'vitest';
import { spokenPlace, spokenScore } from './spoken-score.ts';

test.each([
  ['89.45', '八十九点四五'],
  ['100.00', '一百点零零'],
  ['7.50', '七点五零'],
  ['10.05', '十点零五'],
  ['92', '九十二'],
  ['105', '一百零五'],
  ['110', '一百一十'],
  ['-1.50', '负一点五零'],
])('%s is read %s', (score, spoken) => {
  expect(spokenScore(score, '点')).toBe(spoken);
});

test('places are read as numbers', () => {
  expect([1, 10, 11, 20, 25].map(spokenPlace)).toEqual(['一', '十', '十一', '二十', '二十五']);
});
