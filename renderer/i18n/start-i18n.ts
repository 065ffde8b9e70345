import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Language, languages } from '../../shared/kernel/language.ts';
import { commonWords } from './common.ts';
import { firstLanguage } from './language.ts';
import type { Namespaces } from './namespaces.ts';
import type { Words } from './words.ts';

/** Starts translation with the common texts and the page's own; only these are in the page's bundle. */
export function startI18n<Name extends Exclude<keyof Namespaces, 'common'>>(
  namespace: Name,
  words: Words<Namespaces[Name]>,
  language: Language = firstLanguage(),
): void {
  document.documentElement.lang = language;
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    supportedLngs: languages,
    // Texts are bundled: the first draw already has them.
    initAsync: false,
    ns: ['common', namespace],
    defaultNS: 'common',
    resources: Object.fromEntries(
      languages.map((each) => [each, { common: commonWords[each], [namespace]: words[each] }]),
    ),
    // React escapes what it draws.
    interpolation: { escapeValue: false },
  });
}
