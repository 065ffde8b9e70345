import { describe, expect, test } from 'vitest';
import { sha256Hex } from '../../kernel/sha256.ts';
import { encodeEntry, linkEntry, NO_ENTRY_HASH, parseEntry } from './entry.ts';

const draft = {
  wall: 1_573_603_200_000,
  mono: 12,
  boot: 'b',
  by: 'host',
  cmd: null,
  kind: 'LogOpened',
  body: {},
};

describe('a log entry', () => {
  test('given an empty log, when a draft is linked, then it is entry 0 and names no entry before it', () => {
    const { entry, text, hash } = linkEntry(null, draft);
    expect(entry).toMatchObject({ n: 0, prev: NO_ENTRY_HASH });
    expect(text).toBe(
      `{"body":{},"boot":"b","by":"host","cmd":null,"kind":"LogOpened","mono":12,"n":0,"prev":"${NO_ENTRY_HASH}","wall":1573603200000}`,
    );
    expect(hash).toBe(sha256Hex(text));
  });

  test('given a head, when a draft is linked, then it follows it', () => {
    const first = linkEntry(null, draft);
    const { entry } = linkEntry({ n: 0, hash: first.hash }, { ...draft, cmd: { device: 'console', n: 4 } });
    expect(entry).toMatchObject({ n: 1, prev: first.hash, cmd: { device: 'console', n: 4 } });
  });

  test('given an encoded entry, when parsed, then it comes back', () => {
    const { entry } = linkEntry(null, { ...draft, body: { 单位: '示例一县', marks: [1, 2] } });
    expect(parseEntry(encodeEntry(entry))).toStrictEqual({ ok: true, value: entry });
  });

  test.each([
    ['a member too many', { ...linkEntry(null, draft).entry, extra: 1 }],
    ['a negative position', { ...linkEntry(null, draft).entry, n: -1 }],
    ['a link that is no hash', { ...linkEntry(null, draft).entry, prev: 'abc' }],
    ['a command without number', { ...linkEntry(null, draft).entry, cmd: { device: 'x' } }],
    ['an empty kind', { ...linkEntry(null, draft).entry, kind: '' }],
  ])('given %s, when parsed, then it is not an entry', (_, value) => {
    const text = JSON.stringify(
      Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))),
    );
    expect(parseEntry(text)).toStrictEqual({ ok: false, error: 'not-an-entry' });
  });
});
