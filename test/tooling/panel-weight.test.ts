import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { firstLoad } from './built-pages.ts';

const bytesAtMost = 300 * 1024;

test('given the panel page, when it first loads, then it weighs at most 300 KB compressed', () => {
  const files = firstLoad('panel');
  expect(files.some((file) => file.endsWith('.js'))).toBe(true);
  const weight = files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
  expect(weight).toBeLessThanOrEqual(bytesAtMost);
});
