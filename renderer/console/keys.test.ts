import { describe, expect, test } from 'vitest';
import { createShowGate, type KeyPress, keyIntent } from './keys.ts';

const press = (change: Partial<KeyPress>): KeyPress => ({
  key: ' ',
  keyCode: 32,
  isComposing: false,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...change,
});

describe('the meaning of a key', () => {
  test.each([
    [{ key: ' ' }, 'next'],
    [{ key: 'PageDown' }, 'next'],
    [{ key: ' ', shiftKey: true }, 'back'],
    [{ key: 'P' }, 'pause'],
    [{ key: '+', shiftKey: true }, 'minute'],
    [{ key: '？' }, 'allKeys'],
  ] as const)('%o is %s', (change, intent) => {
    expect(keyIntent(press(change))).toBe(intent);
  });

  test('a key inside an IME composition means nothing, reported as composing or as code 229', () => {
    expect(keyIntent(press({ isComposing: true }))).toBeNull();
    expect(keyIntent(press({ key: 'Process', keyCode: 229 }))).toBeNull();
    expect(keyIntent(press({ key: ' ', keyCode: 229 }))).toBeNull();
  });

  test('the browser’s own shortcuts stay the browser’s', () => {
    expect(keyIntent(press({ key: 'f', ctrlKey: true }))).toBeNull();
    expect(keyIntent(press({ key: 'p', metaKey: true }))).toBeNull();
  });
});

test('the show moves once per 0.8 s', () => {
  let now = 0;
  const passes = createShowGate(() => now);
  expect(passes()).toBe(true);
  now = 799;
  expect(passes()).toBe(false);
  now = 800;
  expect(passes()).toBe(true);
});
