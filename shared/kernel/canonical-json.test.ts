import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, type Json, parseCanonical } from './canonical-json.ts';

const text = fc.string({ unit: 'grapheme' });
const { value: json } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    text,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(text, tie('value'), { maxKeys: 4 }),
  ),
}));

describe('canonical JSON', () => {
  test('given members in any order, when written, then they stand in the order of UTF-16 code units', () => {
    expect(canonicalJson({ '\ufb33': 1, '\u{1f600}': 2, '€': 3, é: 4, b: 5, '10': 6, '9': 7, B: 8 })).toBe(
      '{"10":6,"9":7,"B":8,"b":5,"é":4,"€":3,"\u{1f600}":2,"\ufb33":1}',
    );
  });

  test('given the strings of RFC 8785, when written, then only what must be escaped is', () => {
    expect(canonicalJson('€$\u000f\nA\'B"\\\\"/\u2028')).toBe('"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/\u2028"');
  });

  test('given an object with a member __proto__, when written and read, then nothing is lost', () => {
    const value = JSON.parse('{"__proto__":{"a":1},"b":[]}');
    expect(canonicalJson(value)).toBe('{"__proto__":{"a":1},"b":[]}');
    expect(parseCanonical('{"__proto__":{"a":1},"b":[]}').ok).toBe(true);
  });

  test.each([
    ['a fraction', 0.5],
    ['an unsafe integer', 2 ** 53],
    ['not a number', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['undefined', undefined],
    ['a member that is undefined', { a: undefined }],
    ['a hole in an array', [1, undefined, 2]],
    ['a BigInt', 1n],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['a lone high surrogate', 'a\ud83d'],
    ['a lone low surrogate as a name', { '\ude00': 1 }],
  ])('given %s, when written, then it throws', (_, value) => {
    expect(() => canonicalJson(value as Json)).toThrow(TypeError);
  });

  test.each([
    ['white space', '{"a": 1}'],
    ['members out of order', '{"b":1,"a":2}'],
    ['a repeated member', '{"a":1,"a":1}'],
    ['a needless escape', '"\\u0041"'],
    ['an escaped slash', '"\\/"'],
    ['minus zero', '-0'],
    ['an exponent', '1e3'],
    ['a trailing zero', '1.0'],
    ['a fraction', '0.5'],
    ['an escaped lone surrogate', '"\\ud83d"'],
    ['a byte order mark in a string is kept, before the text it is not JSON', '\u{feff}1'],
  ])('given text with %s, when parsed, then it is refused', (_, given) => {
    expect(parseCanonical(given).ok).toBe(false);
  });

  test('given any value, when written and parsed, then the value and the text come back', () => {
    fc.assert(
      fc.property(json, (value) => {
        const written = canonicalJson(value);
        expect(parseCanonical(written)).toStrictEqual({ ok: true, value: JSON.parse(written) });
        expect(canonicalJson(JSON.parse(written))).toBe(written);
      }),
    );
  });

  test('given any value, when its members are shuffled, then the text stays the same', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalJson(reverseMembers(value))).toBe(canonicalJson(value));
      }),
    );
  });
});

function reverseMembers(value: Json): Json {
  if (Array.isArray(value)) return value.map(reverseMembers);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, reverseMembers(member)]),
  );
}
