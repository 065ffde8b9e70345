import { canonicalJson, type Json } from '../kernel/canonical-json.ts';
import { sha256Hex } from '../kernel/sha256.ts';
import type { Figures } from './scoring/figures.ts';

const known = new WeakMap<Figures, string>();

/** SHA-256 of the figures' canonical text: what a monitor co-signs and a sheet prints. */
export function figuresHash(figures: Figures): string {
  const before = known.get(figures);
  if (before !== undefined) return before;
  const hash = sha256Hex(canonicalJson(figures as unknown as Json));
  known.set(figures, hash);
  return hash;
}
