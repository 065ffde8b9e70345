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
    case 'too-many-tries':
      return { title: t('joinTooMany'), more: '' };
    case 'card-spent':
      return { title: t('joinUsed'), more: t('joinUsedMore') };
    default:
      return claim.kind === 'code'
        ? { title: t('joinWrong'), more: t('joinWrongMore') }
        : { title: t('joinRefused'), more: t('joinRefusedMore') };
  }
}
