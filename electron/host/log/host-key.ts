import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolder } from './sync-folder.ts';

/** The key with which this machine signs checkpoints. It never enters an event file. */
export type HostKey = {
  /** 32 bytes in hex. */
  readonly publicKey: string;
  /** Ed25519 signature (hex) over the text's UTF-8 bytes. */
  readonly sign: (text: string) => string;
};

/** The machine's key, made at the first call. */
export function loadHostKey(dataFolder: string): HostKey {
  const path = keyPath(dataFolder);
  if (!existsSync(path)) writeNewKey(path, dataFolder);
  const key = createPrivateKey(readFileSync(path, 'utf8'));
  return {
    publicKey: publicKeyHex(key),
    sign: (text) => sign(null, Buffer.from(text, 'utf8'), key).toString('hex'),
  };
}

/** The public half (hex) of the machine's key, without making one: null if it has none. */
export function readHostPublicKey(dataFolder: string): string | null {
  const path = keyPath(dataFolder);
  return existsSync(path) ? publicKeyHex(createPrivateKey(readFileSync(path, 'utf8'))) : null;
}

function keyPath(dataFolder: string): string {
  return join(dataFolder, 'host-key.pem');
}

function writeNewKey(path: string, folder: string): void {
  const { privateKey } = generateKeyPairSync('ed25519');
  const unfinished = `${path}.${process.pid}.part`;
  const descriptor = openSync(unfinished, 'w', 0o600);
  try {
    writeSync(descriptor, privateKey.export({ format: 'pem', type: 'pkcs8' }).toString());
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(unfinished, path);
  syncFolder(folder);
}

function publicKeyHex(privateKey: KeyObject): string {
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  if (x === undefined) throw new Error('host-key.pem does not hold an Ed25519 key');
  return Buffer.from(x, 'base64url').toString('hex');
}
