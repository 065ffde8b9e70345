import { scrypt } from '@noble/hashes/scrypt.js';
import { bytesToHex, hexToBytes, randomBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { type DeviceKey, deviceKey } from './device-key.ts';

/** What a page keeps of a PIN: enough to know the right one again, not enough to sign. Lower-case hex. */
export type PinRecord = {
  readonly salt: string;
  readonly publicKey: string;
  /** Wrong PINs in a row. */
  readonly wrong: number;
  /** Before this wall time (ms since 1970) no PIN is taken; 0 for no wait. */
  readonly waitUntil: number;
};

/** Trying all PINs of six digits costs a day instead of minutes, and one costs the page a fraction of a second. */
const cost = { N: 2 ** 15, r: 8, p: 1, dkLen: 32 };

export const isPin = (text: string): boolean => /^\d{6,12}$/.test(text);

// SAME-3
/** The Ed25519 key of a PIN under a salt; the same two always give the same key. */
export function keyOfPin(pin: string, salt: string): DeviceKey {
  return deviceKey(bytesToHex(scrypt(utf8ToBytes(pin), hexToBytes(salt), cost)));
}

/** The record of a PIN chosen just now, under a salt of its own. */
export function recordOfPin(pin: string): { readonly record: PinRecord; readonly key: DeviceKey } {
  const salt = bytesToHex(randomBytes(16));
  const key = keyOfPin(pin, salt);
  return { record: { salt, publicKey: key.publicKey, wrong: 0, waitUntil: 0 }, key };
}

const freeTries = 3;
const firstWaitMs = 5_000;
const longestWaitMs = 300_000;

/** The record after one more wrong PIN: from the third one on each wait is twice the one before, up to five minutes. */
export function afterWrongPin(record: PinRecord, now: number): PinRecord {
  const wrong = record.wrong + 1;
  const waitMs = wrong < freeTries ? 0 : Math.min(firstWaitMs * 2 ** (wrong - freeTries), longestWaitMs);
  return { ...record, wrong, waitUntil: waitMs === 0 ? 0 : now + waitMs };
}
