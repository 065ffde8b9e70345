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
    case 'seat-away':
      return t('refusedAway');
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
    // The page checks a paper as the host does: what only the host finds wrong was right before a unit left or came back.
    case 'unit-missing':
    case 'unknown-unit':
    case 'value-missing':
    case 'unknown-value':
    case 'not-a-place':
    case 'place-twice':
      return t('refusedChanged');
    default:
      return t('refusedOther', { code: refusal.code });
  }
}
