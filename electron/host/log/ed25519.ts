import { createPublicKey, type KeyObject, verify } from 'node:crypto';

// DER of an Ed25519 SubjectPublicKeyInfo up to the 32 raw bytes.
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const PUBLIC_KEY = /^[0-9a-f]{64}$/;
const SIGNATURE = /^[0-9a-f]{128}$/;
const KEPT_KEYS = 2_000;

const keyObjects = new Map<string, KeyObject>();

/** Checks an Ed25519 signature over the text's UTF-8 bytes; key and signature in hex. False when malformed. */
export function verifySignature(publicKey: string, text: string, signature: string): boolean {
  if (!PUBLIC_KEY.test(publicKey) || !SIGNATURE.test(signature)) return false;
  return verify(null, Buffer.from(text, 'utf8'), keyObject(publicKey), Buffer.from(signature, 'hex'));
}

/** The same beside the main thread, which goes on meanwhile. */
export function verifySignatureAside(publicKey: string, text: string, signature: string): Promise<boolean> {
  if (!PUBLIC_KEY.test(publicKey) || !SIGNATURE.test(signature)) return Promise.resolve(false);
  return new Promise((resolve, reject) => {
    verify(
      null,
      Buffer.from(text, 'utf8'),
      keyObject(publicKey),
      Buffer.from(signature, 'hex'),
      (fault, isGood) => (fault ? reject(fault) : resolve(isGood)),
    );
  });
}

function keyObject(publicKey: string): KeyObject {
  const known = keyObjects.get(publicKey);
  if (known !== undefined) return known;
  const key = createPublicKey({
    key: Buffer.concat([SPKI_PREFIX, Buffer.from(publicKey, 'hex')]),
    format: 'der',
    type: 'spki',
  });
  if (keyObjects.size >= KEPT_KEYS) keyObjects.clear();
  keyObjects.set(publicKey, key);
  return key;
}
