import { canonicalJson, type Json } from '../kernel/canonical-json.ts';
import { sha256Hex } from '../kernel/sha256.ts';
import type { Act } from './two-person-act.ts';

/** SHA-256 of the act's canonical text: what a second device signs, so that it lets exactly this one happen. */
export function actHash(act: Act): string {
  return sha256Hex(canonicalJson(act as unknown as Json));
}
