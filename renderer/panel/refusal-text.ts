import type { TFunction } from 'i18next';
import type { Refusal } from '../../shared/protocol/host-message.ts';

/** Why a ballot wasn't stored, in the panelist's words. */
export function refusalText(t: TFunction<'panel'>, refusal: Refusal): string {
  switch (refusal.code) {
    case 'round-reopened':
      return t('refusedReopened');
    case 'round-closed':
      return t('refusedClosed');
    case 'seat-has-decision':
      return t('refusedDecision');
    default:
      return t('refusedOther', { code: refusal.code });
  }
}
