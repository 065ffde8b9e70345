import type { Language } from '../../shared/kernel/language.ts';

/** The bundled families of a language; variable, so one face serves every weight. */
const families: { readonly [language in Language]: readonly string[] } = {
  'zh-Hans': ['Noto Sans SC Variable', 'Noto Serif SC Variable'],
  'zh-Hant': ['Noto Sans TC Variable', 'Noto Serif TC Variable'],
  en: ['Noto Sans SC Variable', 'Noto Serif SC Variable'],
};

const loaded = new Map<Language, Set<string>>();

function charactersOf(language: Language): Set<string> {
  const known = loaded.get(language) ?? new Set();
  loaded.set(language, known);
  return known;
}

/** Whether every character of `text` has been asked for and answered in this language. */
export function hasCharacters(language: Language, text: string): boolean {
  const known = charactersOf(language);
  return [...text].every((character) => known.has(character));
}

/**
 * Loads the slices of the bundled fonts that `text` needs, so that nothing is first drawn in another face. Ends
 * after `limitMs` at the latest: a picture in a fallback face is better than none.
 */
export async function loadCharacters(language: Language, text: string, limitMs: number): Promise<void> {
  const known = charactersOf(language);
  const characters = [...new Set(text)].filter((character) => !known.has(character));
  if (characters.length === 0) return;
  const wanted = characters.join('');
  const faces = families[language].map((family) => document.fonts.load(`700 20px "${family}"`, wanted));
  const limit = new Promise<void>((resolve) => setTimeout(resolve, limitMs));
  // A slice that fails to load is drawn by the next family of the stack.
  await Promise.race([Promise.allSettled(faces), limit]);
  for (const character of characters) known.add(character);
}
