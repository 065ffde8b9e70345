import { sha256Hex } from '../kernel/sha256.ts';

const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/**
 * Four characters that a panelist can compare by eye: the first 20 bits of the signed text's SHA-256. `hash` may be
 * a faster SHA-256 than the portable one.
 */
export function ballotCheckCode(signed: string, hash: (text: string) => string = sha256Hex): string {
  const bits = Number.parseInt(hash(signed).slice(0, 5), 16);
  return [15, 10, 5, 0].map((shift) => alphabet[(bits >> shift) & 31]).join('');
}
