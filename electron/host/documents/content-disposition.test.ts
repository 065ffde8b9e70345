import { expect, test } from 'vitest';
import { contentDisposition } from './content-disposition.ts';

test('a Chinese file name crosses the header whole, and an old program still gets an ASCII one', () => {
  const header = contentDisposition('演示 "擂台" (1)\'s.csv');
  expect(header).toMatch(/^[\x20-\x7E]+$/);
  expect(header).toContain('filename="_ ___ (1)\'s.csv"');
  const [, encoded = ''] = header.split("filename*=UTF-8''");
  expect(encoded).not.toMatch(/['()*" ]/);
  expect(decodeURIComponent(encoded)).toBe('演示 "擂台" (1)\'s.csv');
});
