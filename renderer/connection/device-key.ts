import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** An Ed25519 key of this device; everything in lower-case hex. `crypto.subtle` is missing on plain-HTTP pages. */
export type DeviceKey = {
  readonly secret: string;
  readonly publicKey: string;
  /** The signature over the text's UTF-8 bytes. */
  readonly sign: (text: string) => string;
};

export function deviceKey(secret: string): DeviceKey {
  const secretBytes = hexToBytes(secret);
  return {
    secret,
    publicKey: bytesToHex(ed25519.getPublicKey(secretBytes)),
    sign: (text) => bytesToHex(ed25519.sign(utf8ToBytes(text), secretBytes)),
  };
}

export function newDeviceKey(): DeviceKey {
  return deviceKey(bytesToHex(ed25519.utils.randomSecretKey()));
}
