import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../shared/kernel/language.ts';
import { useLanguage } from '../i18n/language.ts';
import { pinWords } from '../i18n/pin.ts';
import { type GivenOrder, useGivenOrder } from '../monitor/use-given-order.ts';

const worded = [
  'wrong-count',
  'wrong-figures',
  'wrong-objection',
  'no-objection',
  'objection-open',
  'not-co-signed',
  'not-a-release-step',
  'fewer-than-three',
  'already-released',
  'result-not-counted',
  'unknown-screen',
  'bad-signature',
  'event-closed',
  'event-read-only',
] as const;

function refusalText(language: Language, t: TFunction<'chair'>, code: string): string {
  if (code === 'no-pin') return pinWords[language].noPin;
  const known = worded.find((each) => each === code);
  return known ? t(`refusal.${known}`) : t('refusalOther', { code });
}

/** An order of the chair's page under way. */
export function useChairOrder(): GivenOrder {
  const { t } = useTranslation('chair');
  const { language } = useLanguage();
  return useGivenOrder((code) => refusalText(language, t, code));
}
