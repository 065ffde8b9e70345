import { describe, expect, test } from 'vitest';
import { languages } from '../../shared/kernel/language.ts';
import { chairWords } from './chair.ts';
import { commonWords } from './common.ts';
import { consoleWords } from './console.ts';
import { entryWords } from './console-entries.ts';
import { refusalWords } from './console-refusals.ts';
import { nearestLanguage } from './language.ts';
import { monitorWords } from './monitor.ts';
import { panelWords } from './panel.ts';
import { paperWords } from './paper.ts';
import { projectorWords } from './projector.ts';
import { prompterWords } from './prompter.ts';
import { schemeFormWords } from './scheme-form.ts';
import { schemeProblemWords } from './scheme-problems.ts';

type Texts = { readonly [key: string]: unknown };

/** `a.b` → text, for dictionaries nested to any depth. */
function flat(texts: Texts, path = ''): [key: string, text: string][] {
  return Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : flat(Object(value), `${path}${key}.`),
  );
}

const placeholders = (text: string) =>
  [...text.matchAll(/\{\{\s*([^},\s]+)/g)].map(([, name]) => name).sort();

const dictionaries = {
  chairWords,
  commonWords,
  consoleWords,
  entryWords,
  refusalWords,
  monitorWords,
  panelWords,
  paperWords,
  projectorWords,
  prompterWords,
  schemeFormWords,
  schemeProblemWords,
};

describe.each(Object.entries(dictionaries))('%s', (_, words) => {
  const hans = flat(words['zh-Hans']);

  test.each(languages)('given %s, every text is there and fills in the same values', (language) => {
    const texts = new Map(flat(words[language]));
    expect([...texts.keys()].sort()).toEqual(hans.map(([key]) => key).sort());
    for (const [key, text] of hans) {
      const other = texts.get(key) ?? '';
      expect(other.trim() === '', key).toBe(text.trim() === '');
      expect({ key, fills: placeholders(other) }).toEqual({ key, fills: placeholders(text) });
    }
  });

  test('given English, no Chinese sign is left in it', () => {
    // The product's name is written with its signs in every language.
    const left = flat(words.en).filter(([key, text]) => key !== 'brand' && /\p{Script=Han}/u.test(text));
    expect(left).toEqual([]);
  });
});

describe('the language a browser asks for', () => {
  test.each([
    ['zh-CN', 'zh-Hans'],
    ['zh', 'zh-Hans'],
    ['zh-Hant-CN', 'zh-Hant'],
    ['zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['en-GB', 'en'],
    ['fr', 'en'],
  ])('given %s, it is %s', (tag, language) => expect(nearestLanguage(tag)).toBe(language));
});
