import { describe, expect, test } from 'vitest';
import { safeFileName } from './file-name.ts';

describe('file names that every system takes', () => {
  test('keeps Chinese words and joins them with spaces', () => {
    expect(safeFileName(['演示', '温州擂台·六比竞赛', '成绩单'], 'xlsx')).toBe(
      '演示 温州擂台·六比竞赛 成绩单.xlsx',
    );
  });

  test.each([
    ['a path', ['../..\\etc/passwd'], 'etc passwd.csv'],
    ['characters that Windows refuses', ['a<b>c:d"e|f?g*h'], 'a b c d e f g h.csv'],
    ['control and invisible characters', ['a\r\nb\u202Ec\u0000'], 'a b c.csv'],
    ['dots and spaces at the ends', [' .hidden. . '], 'hidden.csv'],
    ['the name of a device', ['CON'], '_CON.csv'],
    ['the name of a device with a suffix', ['com1.result'], '_com1.result.csv'],
    ['nothing that is left', ['???', ' '], 'leitai.csv'],
  ])('given %s, the name is harmless', (_, words, expected) => {
    expect(safeFileName(words, 'csv')).toBe(expected);
  });

  test('given words that together are too long, then the long ones are shortened alike, and none is lost', () => {
    const name = safeFileName(['演示', 'Long title '.repeat(20), 'x'.repeat(200), 'Result'], 'csv');
    expect(name).toMatch(/^演示 Long title .*… x+… Result\.csv$/);
    expect(name.length).toBeGreaterThan(110);
    expect(name.length).toBeLessThanOrEqual(124);
  });

  test('stays below the 255 bytes of Linux, and cuts no character in two', () => {
    const name = safeFileName(['𠮷'.repeat(500)], 'csv');
    expect(encodeURIComponent(name).replaceAll(/%../g, 'x').length).toBeLessThanOrEqual(255);
    expect(name.isWellFormed()).toBe(true);
  });
});
