import { canonicalJson } from '../kernel/canonical-json.ts';

/** Text a device signs to prove its key on one connection. */
export function proofText(challenge: string, eventId: string, publicKey: string): string {
  return canonicalJson({ challenge, event: eventId, protocol: 'leitai-proof-1', publicKey });
}

/**
 * Text over which the card's secret makes an HMAC-SHA256. `claim` is the seat of a card, or `code`.
 * The key of the HMAC is the UTF-8 text of the secret (32 hex digits) or of the code (10 characters, upper case, no dash).
 */
export function pairingText(challenge: string, eventId: string, publicKey: string, claim: string): string {
  return canonicalJson({ challenge, claim, event: eventId, protocol: 'leitai-pair-1', publicKey });
}
