import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { type Language, type LocalText, languages } from '../../shared/kernel/language.ts';

const storageKey = 'leitai-language';

const asLanguage = (text: string | null): Language | null => languages.find((each) => each === text) ?? null;

/** The product's language nearest to what the browser asks for, such as `zh-HK` or `en-GB`. */
export function nearestLanguage(tag: string): Language {
  if (!/^zh\b/i.test(tag)) return 'en';
  return /hant|tw|hk|mo/i.test(tag) ? 'zh-Hant' : 'zh-Hans';
}

function keptLanguage(): Language | null {
  try {
    return asLanguage(localStorage.getItem(storageKey));
  } catch {
    // Storage switched off: the browser's own language is used.
    return null;
  }
}

/** The language asked for by `?lang=`, else null. */
export function askedLanguage(): Language | null {
  return asLanguage(new URLSearchParams(location.search).get('lang'));
}

/** `?lang=`, else what was chosen on this device, else the browser's. */
export function firstLanguage(): Language {
  return askedLanguage() ?? keptLanguage() ?? nearestLanguage(navigator.language);
}

export function localised(text: LocalText, language: Language): string {
  return text[language];
}

/** Shows the page in another language without remembering it (the wall follows its event). */
export function showLanguage(language: Language): void {
  document.documentElement.lang = language;
  void i18next.changeLanguage(language);
}

/** Shows the page in another language and remembers it on this device. */
export function chooseLanguage(language: Language): void {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // Storage switched off: the choice lasts until the page is left.
  }
  showLanguage(language);
}

/** The language of the page, and `localise` for the event's own texts. */
export function useLanguage(): {
  readonly language: Language;
  readonly choose: (language: Language) => void;
  readonly localise: (text: LocalText) => string;
} {
  const { i18n } = useTranslation();
  const language = asLanguage(i18n.language) ?? 'zh-Hans';
  return { language, choose: chooseLanguage, localise: (text) => localised(text, language) };
}
