import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const shipping = ['shared', 'electron', 'renderer', 'headquarters'];

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

function filesOf(folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root }));
}

const isTest = (path: string) => /\.test\.tsx?$/.test(path);
const sources = filesOf(shipping).filter((path) => !isTest(path));
const tests = filesOf([...shipping, 'test/scenarios', 'test/journeys', 'test/faults', 'test/browser']).filter(
  isTest,
);

// `UTF-8` and the like have the same form.
const foreign = /^(SHA|UTF|RFC|ISO|AES|HMAC)-/;

function numbersIn(text: string): readonly string[] {
  return (text.match(/\b[A-Z]{3,}-\d+\b/g) ?? []).filter((number) => !foreign.test(number));
}

/** Numbers that stand in comments: after `//`, or on lines of a doc comment. */
function numbersInComments(path: string): readonly string[] {
  return read(path)
    .split('\n')
    .flatMap((line) => numbersIn(/(?:\/\/|\/\*|^\s*\*)(.*)$/.exec(line)?.[1] ?? ''));
}

/** Numbers in the names that tests and groups of tests are given. */
function numbersInNames(path: string): readonly string[] {
  const names = read(path).match(/^\s*(?:'|"|`|(?:describe|test|it)\b.*?['"`]|\]\)\(['"`]).*$/gm) ?? [];
  return names.flatMap(numbersIn);
}

const rules = [...read('shared/domain/RULES.md').matchAll(/^- \*\*([A-Z]+-\d+)\*\* (.*)$/gm)].map(
  ([, number = '', sentence = '']) => ({ number, sentence }),
);
const known = rules.map(({ number }) => number);
const inCode = new Set(sources.flatMap(numbersInComments));
const inTests = new Set(
  tests.filter((path) => !path.endsWith('scenarios/rules.test.ts')).flatMap(numbersInNames),
);

describe('RULES.md, the code and the tests name the same rules', () => {
  test('given RULES.md, then its rules are one sentence each and numbered from 1 without a gap', () => {
    expect(rules.length).toBeGreaterThan(50);
    for (const { number, sentence } of rules)
      expect(sentence, number).toMatch(/^[A-Z][^.]*(\.[^ .][^.]*)*\.$/);
    const families = [...new Set(known.map((number) => number.replace(/-\d+$/, '')))];
    const numbered = families.flatMap((family) =>
      known.filter((number) => number.startsWith(`${family}-`)).map((_, index) => `${family}-${index + 1}`),
    );
    expect(known).toEqual(numbered);
  });

  test('given a rule in RULES.md, then its number stands in a comment of the code', () => {
    expect(known.filter((number) => !inCode.has(number))).toEqual([]);
  });

  test('given a rule in RULES.md, then a test has its number in its name', () => {
    expect(known.filter((number) => !inTests.has(number))).toEqual([]);
  });

  test('given a number in a comment or in a test name, then RULES.md has that rule', () => {
    expect([...inCode, ...inTests].filter((number) => !known.includes(number))).toEqual([]);
  });
});
