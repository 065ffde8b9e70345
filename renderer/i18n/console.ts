import { consoleEn } from './console-en.ts';
import { consoleHans } from './console-zh-hans.ts';
import { consoleHant } from './console-zh-hant.ts';
import { defineWords } from './words.ts';

/** The console's texts; a key missing in one language doesn't compile. */
export const consoleWords = defineWords(consoleHans, consoleHant, consoleEn);

declare module './namespaces.ts' {
  interface Namespaces {
    console: (typeof consoleWords)['zh-Hans'];
  }
}
