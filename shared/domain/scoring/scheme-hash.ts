import { canonicalJson, type Json } from '../../kernel/canonical-json.ts';
import { sha256Hex } from '../../kernel/sha256.ts';
import type { ScoringScheme } from './rules/scoring-scheme.ts';

/** SHA-256 of the scheme's canonical text, with every default written out: signed with each ballot, printed on each sheet. */
export function hashOfScheme(scheme: ScoringScheme): string {
  return sha256Hex(canonicalJson(scheme as unknown as Json));
}
