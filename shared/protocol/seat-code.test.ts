import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seatCodeAlphabet, seatCodeLength, tidySeatCode } from './seat-code.ts';

describe('the code of a seat’s card', () => {
  test('holds 50 bits, and no two signs that look alike on paper', () => {
    expect(Math.log2(new Set(seatCodeAlphabet).size) * seatCodeLength).toBe(50);
    expect(seatCodeAlphabet).not.toMatch(/[OILU]/);
  });

  test.each([
    ['7f3kd-0qxm2', '7F3KD0QXM2'],
    ['7F3K D0QX M2', '7F3KD0QXM2'],
    ['OIL', '011'],
    ['oil', '011'],
    ['uU', 'VV'],
    ['７ｆ３ｋｄ－０ｑｘｍ２', '7F3KD0QXM2'],
    ['7F3KD-0QXM2-EXTRA', '7F3KD0QXM2'],
    ['一.é#', ''],
  ])('given %j, it reads %j', (typed, code) => expect(tidySeatCode(typed)).toBe(code));

  test('given any printed code, when it is typed with look-alikes, in any case and grouping, then it is the same code', () => {
    const sign = fc.constantFrom(...seatCodeAlphabet);
    const takenFor: { readonly [sign: string]: string } = { 0: 'Oo', 1: 'IiLl', V: 'Uu' };
    const typedSign = sign.chain((printed) =>
      fc.record({
        printed: fc.constant(printed),
        typed: fc.constantFrom(printed, printed.toLowerCase(), ...(takenFor[printed] ?? '')),
        gap: fc.constantFrom('', '-', ' '),
      }),
    );
    fc.assert(
      fc.property(fc.array(typedSign, { minLength: seatCodeLength, maxLength: seatCodeLength }), (signs) => {
        const typed = signs.map((each) => each.typed + each.gap).join('');
        expect(tidySeatCode(typed)).toBe(signs.map((each) => each.printed).join(''));
      }),
    );
  });
});
