import type { TFunction } from 'i18next';
import { expect, test } from 'vitest';
import { refusalText } from './refusal-text.ts';

const t = ((key: string) => key) as TFunction<'panel'>;

test.each(['unit-missing', 'unknown-value', 'not-a-place', 'place-twice'])(
  'given a paper that a unit left while it was filled in (%s), then the panelist is told that it has changed',
  (code) => {
    expect(refusalText(t, { code, path: 'values.u2/place', params: {} })).toBe('refusedChanged');
  },
);

test('given a code that no panelist can do anything about, then it is named', () => {
  expect(refusalText(t, { code: 'bad-signature', path: 'signature', params: {} })).toBe('refusedOther');
});
