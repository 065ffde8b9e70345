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
    case 'seat-recused':
      return t('refusedRecused');
    case 'seat-has-paper':
      return t('refusedPaper');
    case 'too-many-names':
    case 'too-few-names':
    case 'reason-missing':
    case 'too-many-marks':
    case 'too-few-marks':
    case 'equal-marks':
    case 'all-equal':
      return t('refusedLimit');
    default:
      return t('refusedOther', { code: refusal.code });
  }
}
