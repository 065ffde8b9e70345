import { expect, test } from 'vitest';
import { fieldName, reasonField } from '../domain/ballot-paper.ts';
import { parseCanonical } from '../kernel/canonical-json.ts';
import { type SignedBallot, signedBallotText } from './signed-ballot.ts';
import { signedBallotSchema } from './signed-ballot-schema.ts';

const longestId = 'x'.repeat(32);
const longestReason = '理'.repeat(200);

function signed(values: SignedBallot['values']): string {
  return signedBallotText({
    protocol: 'leitai-ballot-1',
    event: 'e1',
    round: '*.1',
    opening: 1,
    scheme: 'a'.repeat(64),
    seat: 'A1',
    device: 1,
    n: 1,
    mark: 'live',
    values,
  });
}

function read(text: string) {
  const parsed = parseCanonical(text);
  if (!parsed.ok) throw new Error(parsed.error);
  return signedBallotSchema.safeParse(parsed.value);
}

test('BALLOT-4: given the longest names and reason that a paper may have, then the signed ballot is read whole', () => {
  const shape = { hasSeveralForms: true, isOnAllUnits: true };
  const values = {
    [fieldName(shape, longestId, longestId, longestId)]: '12.5',
    [fieldName(shape, longestId, longestId, reasonField)]: longestReason,
  };
  expect(read(signed(values))).toMatchObject({ success: true, data: { values } });
});

test('BALLOT-4: given a value longer than any reason, then the signed ballot is refused by the field', () => {
  const parsed = read(signed({ 'u1/@reason': `${longestReason}!` }));
  expect(parsed.error?.issues[0]?.path).toEqual(['values', 'u1/@reason']);
});

test('BALLOT-4: given a field that no object can hold, then it is refused, not passed over: what is stored is what was signed', () => {
  const text = signed({ c1: '1' }).replace('"values":{', '"values":{"__proto__":"9",');
  expect(read(text).success).toBe(false);
});

test.each(['a\u0000b', 'a\u202eb', '   '])(
  'BALLOT-4: given a reason that no screen or sheet can show (%j), then it is refused',
  (reason) => {
    expect(read(signed({ 'u1/@reason': reason })).success).toBe(false);
    expect(read(signed({ 'u1/@reason': '' })).success).toBe(true);
  },
);
