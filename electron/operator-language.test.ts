import { expect, test } from 'vitest';
import { languageOfLocale, operatorLanguage } from './operator-language.ts';

test.each([
  ['zh-CN', 'zh-Hans'],
  ['zh_CN.UTF-8', 'zh-Hans'],
  ['zh', 'zh-Hans'],
  ['zh-Hans-SG', 'zh-Hans'],
  ['zh_TW.UTF-8', 'zh-Hant'],
  ['zh_HK', 'zh-Hant'],
  ['zh-Hant-MO', 'zh-Hant'],
  ['zh_MO.Big5', 'zh-Hant'],
  ['C.UTF-8', 'en'],
  ['zha', 'en'],
  ['de_DE', 'en'],
  ['', 'en'],
] as const)('given the locale “%s”, then it is spoken to in %s', (locale, language) => {
  expect(languageOfLocale(locale)).toBe(language);
});

test('given locale variables, then the more particular one counts, an empty one counts as none, and none as English', () => {
  const of = (environment: NodeJS.ProcessEnv) => operatorLanguage([], environment, 'linux');
  expect(of({ LC_ALL: 'zh_TW', LC_MESSAGES: 'zh_CN', LANG: 'en_US' })).toBe('zh-Hant');
  expect(of({ LC_ALL: '', LC_MESSAGES: 'zh_CN', LANG: 'en_US' })).toBe('zh-Hans');
  expect(of({ LANG: 'zh_HK.UTF-8' })).toBe('zh-Hant');
  expect(of({ LC_ALL: 'C', LANG: 'zh_CN' })).toBe('en');
  expect(of({})).toBe('en');
});

test('given --lang, then it counts before every variable, in either form, unless it names no language of ours', () => {
  const of = (...args: readonly string[]) => operatorLanguage(args, { LC_ALL: 'zh_CN' }, 'linux');
  expect(of('--event', 'a', '--lang', 'zh-Hant')).toBe('zh-Hant');
  expect(of('--lang=en')).toBe('en');
  expect(of('--lang', 'zh-Hant', '--lang=en')).toBe('en');
  expect(of('--lang', 'fr')).toBe('zh-Hans');
  expect(of('--lang')).toBe('zh-Hans');
});
