import type { TFunction } from 'i18next';
import type { Refusal } from '../../shared/protocol/host-message.ts';
import type { SeatClaim } from '../connection/seat-claim.ts';

/** Why the host didn't take a card or a code, and what to do about it. */
export function joinRefusal(
  t: TFunction<'panel'>,
  refusal: Refusal | null,
  claim: SeatClaim,
): { readonly title: string; readonly more: string } {
  switch (refusal?.code) {
    case 'slow-down':
      return { title: t('joinTooMany'), more: '' };
    case 'wrong-card':
      return claim.kind === 'code'
        ? { title: t('joinWrong'), more: t('joinWrongMore') }
        : { title: t('joinVoid'), more: t('joinVoidMore') };
    default:
      return { title: t('joinRefused'), more: t('joinRefusedMore') };
  }
}
