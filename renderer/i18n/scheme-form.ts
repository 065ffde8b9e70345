import i18next from 'i18next';
import { languages } from '../../shared/kernel/language.ts';
import { schemeFormEn } from './scheme-form-en.ts';
import { schemeFormHans } from './scheme-form-zh-hans.ts';
import { schemeFormHant } from './scheme-form-zh-hant.ts';
import { schemeProblemWords } from './scheme-problems.ts';
import { defineWords } from './words.ts';

/** The texts of the scheme form, which is loaded after the console. */
export const schemeFormWords = defineWords(
  { ...schemeFormHans, gap: schemeProblemWords['zh-Hans'].gap },
  { ...schemeFormHant, gap: schemeProblemWords['zh-Hant'].gap },
  { ...schemeFormEn, gap: schemeProblemWords.en.gap },
);

declare module './namespaces.ts' {
  interface Namespaces {
    schemeForm: (typeof schemeFormWords)['zh-Hans'];
    schemeProblem: (typeof schemeProblemWords)['zh-Hans'];
  }
}

/** Adds the form's texts to those of the page that is already shown. */
export function addSchemeFormWords(): void {
  for (const language of languages) {
    i18next.addResourceBundle(language, 'schemeForm', schemeFormWords[language]);
    i18next.addResourceBundle(language, 'schemeProblem', schemeProblemWords[language]);
  }
}
