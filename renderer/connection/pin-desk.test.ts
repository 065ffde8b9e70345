import { describe, expect, test } from 'vitest';
import { pinDesk } from './pin-desk.ts';
import { keyOfPin } from './pin-key.ts';
import { pinsInMemory } from './pin-memory.ts';

const signing = { purpose: 'sign', mayChooseAnew: false } as const;

/** A desk at which the person has chosen 246810. */
async function chosen() {
  const memory = pinsInMemory();
  let now = 1_000_000;
  const pins = pinDesk(memory, () => now);
  const key = pins.ask('event-1', { purpose: 'come-in', mayChooseAnew: true });
  pins.answer('246810', '246810');
  return {
    memory,
    pins,
    key: await key,
    pass: (ms: number) => {
      now += ms;
    },
  };
}

describe('SAME-3: the PIN of the second person', () => {
  test('given a new PIN, when it is typed twice alike, then only its salt and its public key are kept', async () => {
    const pins = pinDesk(pinsInMemory());
    const asked = pins.ask('event-1', { purpose: 'come-in', mayChooseAnew: true });
    expect(pins.store.getState().question?.kind).toBe('choose');
    pins.answer('12345', '12345');
    expect(pins.store.getState().fault).toBe('bad-form');
    pins.answer('246810', '246811');
    expect(pins.store.getState().fault).toBe('not-the-same');
    pins.answer('246810', '246810');
    expect(await asked).not.toBeNull();

    const { memory, key } = await chosen();
    const kept = memory.read('event-1');
    expect(kept).toEqual({
      salt: expect.stringMatching(/^[0-9a-f]{32}$/),
      publicKey: key?.publicKey,
      wrong: 0,
      waitUntil: 0,
    });
    expect(JSON.stringify(kept)).not.toContain(key?.secret);
  });

  test('given the right PIN again, then the same key; given the same PIN under another salt, then another', async () => {
    const { pins, key, memory } = await chosen();
    const asked = pins.ask('event-1', signing);
    expect(pins.store.getState().question).toEqual({ kind: 'enter', ...signing });
    pins.answer('246810', '');
    expect((await asked)?.publicKey).toBe(key?.publicKey);
    expect(keyOfPin('246810', '00'.repeat(16)).publicKey).not.toBe(memory.read('event-1')?.publicKey);
  });

  test('given wrong PINs, then each is told at once, and after the third the waits grow, over a reload too', async () => {
    const { pins, memory, pass } = await chosen();
    const waits: number[] = [];
    let asked = pins.ask('event-1', signing);
    for (const _ of [1, 2, 3, 4]) {
      pins.answer('111111', '');
      expect(pins.store.getState()).toMatchObject({ fault: 'wrong' });
      const until = pins.store.getState().waitUntil;
      waits.push(until === 0 ? 0 : until - 1_000_000 - waits.reduce((sum, wait) => sum + wait, 0));
      pass(waits.at(-1) ?? 0);
    }
    expect(waits).toEqual([0, 0, 5_000, 10_000]);
    pins.answer('111111', '');
    pins.answer('246810', '');
    const reloaded = pinDesk(memory, () => 1_000_000);
    void reloaded.ask('event-1', signing);
    expect(reloaded.store.getState().waitUntil).toBeGreaterThan(1_000_000);
    expect(pins.store.getState().question).not.toBeNull();
    pass(20_000);
    pins.answer('246810', '');
    expect(await asked).not.toBeNull();
    asked = pins.ask('event-1', signing);
    expect(pins.store.getState().waitUntil).toBe(0);
    pins.giveUp();
    expect(await asked).toBeNull();
  });
});
