import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { ClientMessage } from '../../shared/protocol/client-message.ts';
import { pairingText, proofText } from '../../shared/protocol/device-proof.ts';
import { seatCodeLength } from '../../shared/protocol/seat-code.ts';
import type { DeviceKey } from './device-key.ts';

/** By what a device claims a seat: its printed card, or the code typed from it. */
export type SeatClaim =
  | { readonly kind: 'card'; readonly seat: string; readonly secret: string }
  | { readonly kind: 'code'; readonly code: string };

/** The claim in the fragment of a card's link, `#seat.secret`; null if there is none. */
export function claimOfFragment(fragment: string): SeatClaim | null {
  const match = /^#([\w-]{1,32})\.([0-9a-f]{32})$/.exec(fragment);
  return match?.[1] && match[2] ? { kind: 'card', seat: match[1], secret: match[2] } : null;
}

export function isWholeCode(code: string): boolean {
  return code.length === seatCodeLength;
}

/** The message that claims the seat on this connection. The secret itself isn't in it. */
export function pairMessage(
  claim: SeatClaim,
  challenge: string,
  eventId: string,
  key: DeviceKey,
): ClientMessage {
  const secret = claim.kind === 'card' ? claim.secret : claim.code;
  const named = claim.kind === 'card' ? claim.seat : 'code';
  const text = pairingText(challenge, eventId, key.publicKey, named);
  return {
    kind: 'pair',
    by: claim.kind === 'card' ? { kind: 'card', seat: claim.seat } : { kind: 'code' },
    publicKey: key.publicKey,
    mac: bytesToHex(hmac(sha256, utf8ToBytes(secret), utf8ToBytes(text))),
    signature: key.sign(proofText(challenge, eventId, key.publicKey)),
  };
}
