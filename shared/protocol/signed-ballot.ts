import { canonicalJson } from '../kernel/canonical-json.ts';
import { sha256Hex } from '../kernel/sha256.ts';

/** What a device signs: nothing in it can be read as another event, round, opening, scheme or seat. */
export type SignedBallot = {
  readonly protocol: 'leitai-ballot-1';
  readonly event: string;
  readonly round: string;
  readonly opening: number;
  /** SHA-256 of the scheme's canonical text. */
  readonly scheme: string;
  readonly seat: string;
  readonly device: number;
  /** Criterion id → mark, as decimal text. */
  readonly values: { readonly [criterion: string]: string };
};

/** The exact text that is signed and kept: canonical JSON (RFC 8785). */
export function signedBallotText(ballot: SignedBallot): string {
  return canonicalJson(ballot);
}

const codeAlphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Four characters that a panelist can compare by eye: 20 bits of the signed text's SHA-256. */
export function ballotCheckCode(signed: string): string {
  const bits = Number.parseInt(sha256Hex(signed).slice(0, 5), 16);
  return [15, 10, 5, 0].map((shift) => codeAlphabet[(bits >> shift) & 31]).join('');
}
