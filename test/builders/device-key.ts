import { createHmac, generateKeyPairSync, sign } from 'node:crypto';

/** An Ed25519 key as a device holds it. */
export type DeviceKey = {
  /** 32 raw bytes in hex. */
  readonly publicKey: string;
  /** Signature over the text's UTF-8 bytes, in hex. */
  readonly sign: (text: string) => string;
};

export function aDeviceKey(): DeviceKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
  return {
    publicKey: raw.toString('hex'),
    sign: (text) => sign(null, Buffer.from(text, 'utf8'), privateKey).toString('hex'),
  };
}

/** HMAC-SHA256 in hex; the key is the UTF-8 text of a card's secret or code. */
export function macOf(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('hex');
}
