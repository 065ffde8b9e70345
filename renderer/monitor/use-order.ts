import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../shared/kernel/language.ts';
import { useLanguage } from '../i18n/language.ts';
import { pinWords } from '../i18n/pin.ts';
import { type GivenOrder, useGivenOrder } from './use-given-order.ts';

const worded = [
  'wrong-count',
  'wrong-figures',
  'not-looked',
  'already-co-signed',
  'objection-open',
  'objection-there',
  'no-objection',
  'objection-of-another',
  'already-released',
  'result-not-counted',
  'unknown-proposal',
  'unknown-screen',
  'bad-signature',
  'another-round-open',
  'event-closed',
  'event-read-only',
] as const;

function refusalText(language: Language, t: TFunction<'monitor'>, code: string): string {
  if (code === 'no-pin') return pinWords[language].noPin;
  const known = worded.find((each) => each === code);
  return known ? t(`refusal.${known}`) : t('refusalOther', { code });
}

/** An order of the monitor's page under way. */
export function useOrder(): GivenOrder {
  const { t } = useTranslation('monitor');
  const { language } = useLanguage();
  return useGivenOrder((code) => refusalText(language, t, code));
}
