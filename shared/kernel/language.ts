export const languages = ['zh-Hans', 'zh-Hant', 'en'] as const;

export type Language = (typeof languages)[number];

/** A text in every language the product speaks. */
export type LocalText = { readonly [language in Language]: string };

/** The same words in every language: names typed at the venue, codes, numbers. */
export function sameText(text: string): LocalText {
  return { 'zh-Hans': text, 'zh-Hant': text, en: text };
}

export function localText(hans: string, hant: string, en: string): LocalText {
  return { 'zh-Hans': hans, 'zh-Hant': hant, en };
}
