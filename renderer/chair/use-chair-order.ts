import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
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

function refusalText(t: TFunction<'chair'>, code: string): string {
  const known = worded.find((each) => each === code);
  return known ? t(`refusal.${known}`) : t('refusalOther', { code });
}

/** An order of the chair's page under way. */
export function useChairOrder(): GivenOrder {
  const { t } = useTranslation('chair');
  return useGivenOrder((code) => refusalText(t, code));
}
