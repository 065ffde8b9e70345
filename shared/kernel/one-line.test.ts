import { expect, test } from 'vitest';
import { onOneLine } from './one-line.ts';

test.each([
  ['pasted line breaks and tabs', ' late\r\n\tby a minute\n', 'late by a minute'],
  ['an emoji cut in half', 'well done \ud83d\udc4f\ud83d', 'well done \ud83d\udc4f'],
  ['signs that turn the text around', '\u202e12.5\u202c \u2066ok\u2069', '12.5 ok'],
  ['plain words', '设备离线，改用纸质票', '设备离线，改用纸质票'],
])('given %s, then the line reads as it was meant', (_, typed, line) => {
  expect(onOneLine(typed)).toBe(line);
  expect(onOneLine(line)).toBe(line);
});
