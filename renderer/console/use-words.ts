import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/language.ts';
import '../i18n/console.ts';

export type ConsoleWords = TFunction<'console'>;

/** The console's own words in the operator's language; `localise` picks from the event's texts. */
export function useWords() {
  const { t } = useTranslation('console');
  const { language, localise, choose } = useLanguage();
  return { t, language, localise, choose };
}
