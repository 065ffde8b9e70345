import { createHmac, createPublicKey, verify } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { pairingText, proofText } from '../../shared/protocol/device-proof.ts';
import { newDeviceKey } from './device-key.ts';
import { claimOfFragment, isWholeCode, pairMessage } from './seat-claim.ts';

const secret = '0123456789abcdef0123456789abcdef';

/** SPKI of an Ed25519 key: a fixed head and the 32 bytes. */
const publicKeyOf = (hex: string) =>
  createPublicKey({
    key: Buffer.from(`302a300506032b6570032100${hex}`, 'hex'),
    format: 'der',
    type: 'spki',
  });

describe('a card’s link', () => {
  test('given the fragment of a card, seat and secret are read', () => {
    expect(claimOfFragment(`#s12.${secret}`)).toEqual({ kind: 'card', seat: 's12', secret });
  });

  test.each(['', '#', '#s12', `#s12.${secret}0`, `#.${secret}`, `#s12.${secret.toUpperCase()}`])(
    'given %j, there is no claim',
    (fragment) => expect(claimOfFragment(fragment)).toBeNull(),
  );
});

describe('a typed code', () => {
  test('given ten signs, it is whole', () => {
    expect(isWholeCode('7F3KD0QXM2')).toBe(true);
    expect(isWholeCode('7F3KD0QXM')).toBe(false);
  });
});

describe('the claim’s message', () => {
  const key = newDeviceKey();

  test('given a card, the MAC and the signature are what the host computes, and the secret is not in it', () => {
    const message = pairMessage({ kind: 'card', seat: 's12', secret }, 'challenge', 'event', key);
    if (message.kind !== 'pair') throw new Error('not a pair message');
    const text = pairingText('challenge', 'event', key.publicKey, 's12');
    expect(message.mac).toBe(createHmac('sha256', secret).update(text).digest('hex'));
    const proof = Buffer.from(proofText('challenge', 'event', key.publicKey));
    const signature = Buffer.from(message.signature, 'hex');
    expect(verify(null, proof, publicKeyOf(message.publicKey), signature)).toBe(true);
    expect(JSON.stringify(message)).not.toContain(secret);
  });

  test('given a code, the claim names no seat', () => {
    const message = pairMessage({ kind: 'code', code: '7F3KD0QXM2' }, 'challenge', 'event', key);
    const text = pairingText('challenge', 'event', key.publicKey, 'code');
    expect(message).toMatchObject({
      by: { kind: 'code' },
      mac: createHmac('sha256', '7F3KD0QXM2').update(text).digest('hex'),
    });
  });
});
