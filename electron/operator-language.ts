import type { Language } from '../shared/kernel/language.ts';
import { languages } from '../shared/kernel/language.ts';

/** The one typed shape of a dictionary, filled in each language. */
export type InEachLanguage<Words> = { readonly [language in Language]: Words };

/** The language for a system's locale, such as `zh-TW` or `zh_HK.UTF-8`. */
export function languageOfLocale(locale: string): Language {
  const tag = locale.toLowerCase().replace('_', '-');
  if (/^zh-(hant|tw|hk|mo)\b/.test(tag)) return 'zh-Hant';
  return /^zh\b/.test(tag) ? 'zh-Hans' : 'en';
}

/** What `--lang` asks for; null if it isn't there or names no language of ours. */
export function askedLanguage(args: readonly string[]): Language | null {
  const at = args.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const given = args[at]?.startsWith('--lang=') ? args[at].slice('--lang='.length) : args[at + 1];
  return at === -1 ? null : (languages.find((language) => language === given) ?? null);
}

/**
 * In which language a program speaks in the terminal: what `--lang` asks for, or else what the locale variables
 * say, in their order of precedence. Windows has none of them; there it is the system's own.
 */
export function operatorLanguage(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const said = LC_ALL || LC_MESSAGES || LANG || '';
  const locale =
    said === '' && platform === 'win32' ? new Intl.DateTimeFormat().resolvedOptions().locale : said;
  return askedLanguage(args) ?? languageOfLocale(locale);
}
