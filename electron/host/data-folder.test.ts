import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../test/builders/temporary-folder.ts';
import { dataFolder, defaultDataFolder, locateDataFolder } from './data-folder.ts';
import { verifySignature } from './log/ed25519.ts';
import { readHead, writeHead } from './log/heads.ts';
import { loadHostKey, readHostPublicKey } from './log/host-key.ts';

const onlyOwner = process.platform === 'win32' ? test.skip : test;

describe('the data folder', () => {
  test('given a folder on the command line, in the environment or neither, when located, then that order holds', () => {
    expect(locateDataFolder('/a', { LEITAI_DATA: '/b' })).toBe('/a');
    expect(locateDataFolder(null, { LEITAI_DATA: '/b' })).toBe('/b');
    expect(defaultDataFolder('linux', { HOME: '/home/x' })).toBe('/home/x/.local/share/leitai');
    expect(defaultDataFolder('linux', { HOME: '/home/x', XDG_DATA_HOME: '/data' })).toBe('/data/leitai');
    expect(defaultDataFolder('darwin', { HOME: '/Users/x' })).toBe(
      '/Users/x/Library/Application Support/Leitai',
    );
  });

  onlyOwner('given it does not exist, when asked for, then it is made and only its owner can read it', () => {
    const folder = dataFolder(join(temporaryFolder(), 'deep', 'leitai'));
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });
});

describe('the host key', () => {
  test('given none, when loaded twice, then one was made and signs what others can verify', () => {
    const folder = temporaryFolder();
    expect(readHostPublicKey(folder)).toBeNull();
    const { publicKey, sign } = loadHostKey(folder);
    expect(loadHostKey(folder).publicKey).toBe(publicKey);
    expect(readHostPublicKey(folder)).toBe(publicKey);
    const signature = sign('擂台');
    expect(verifySignature(publicKey, '擂台', signature)).toBe(true);
    expect(verifySignature(publicKey, '擂臺', signature)).toBe(false);
    expect(verifySignature(loadHostKey(temporaryFolder()).publicKey, '擂台', signature)).toBe(false);
    expect(readdirSync(folder)).toStrictEqual(['host-key.pem']);
  });

  test.each([
    ['a short key', 'ab', '00'.repeat(64)],
    ['a short signature', '00'.repeat(32), 'ab'],
    ['a key that is no point', 'ff'.repeat(32), '00'.repeat(64)],
  ])('given %s, when a signature is verified, then it is false', (_, key, signature) => {
    expect(verifySignature(key, 'text', signature)).toBe(false);
  });

  onlyOwner('given it was made, when its mode is read, then only its owner can read it', () => {
    const folder = temporaryFolder();
    loadHostKey(folder);
    expect(statSync(join(folder, 'host-key.pem')).mode & 0o777).toBe(0o600);
  });
});

describe('noted heads', () => {
  const head = { n: 7, hash: 'a'.repeat(64) };

  test('given heads of two events, when read, then each is its own and the last one written', () => {
    const folder = temporaryFolder();
    expect(readHead(folder, 'event-1')).toBeNull();
    writeHead(folder, 'event-1', head);
    writeHead(folder, '../../擂台', { ...head, n: 1 });
    writeHead(folder, 'event-1', { ...head, n: 8 });
    expect(readHead(folder, 'event-1')).toStrictEqual({ ...head, n: 8 });
    expect(readHead(folder, '../../擂台')).toStrictEqual({ ...head, n: 1 });
    expect(readdirSync(folder)).toStrictEqual(['heads']);
  });

  test('given a note that is not readable, when read, then there is none', () => {
    const folder = temporaryFolder();
    writeHead(folder, 'event-1', head);
    writeFileSync(join(folder, 'heads', 'event-1.json'), '{"n":');
    expect(readHead(folder, 'event-1')).toBeNull();
  });
});
