import { describe, expect, test } from 'vitest';
import { monitorCommandSchema } from './monitor-command.ts';
import { operatorCommandSchema } from './operator-command.ts';

const recuse = (reason: string) => ({ kind: 'RecuseSeat', unit: 'u1', seat: 's1', reason });

describe('what a person typed', () => {
  test('given a pasted reason with line breaks and half an emoji, then it is taken as one line that every file can hold', () => {
    const { data } = operatorCommandSchema.safeParse(recuse(' own\r\n\tunit \ud83d'));
    expect(data).toMatchObject({ reason: 'own unit' });
  });

  test('given a reason of nothing but odd signs, or one too long, then it is refused by its field', () => {
    for (const reason of ['\u202e\n\ud83d', 'x'.repeat(201)]) {
      const { error } = operatorCommandSchema.safeParse(recuse(reason));
      expect(error?.issues.map(({ path }) => path)).toEqual([['reason']]);
    }
  });

  test('given a signed reason that isn’t one line, then it is refused, for what was signed must be what is stored', () => {
    const objection = (reason: string) => ({
      kind: 'ObjectToCount',
      count: 1,
      figures: 'a'.repeat(64),
      reason,
      signed: '{}',
      signature: 'b'.repeat(128),
    });
    expect(monitorCommandSchema.safeParse(objection('seat 7 differs')).success).toBe(true);
    const { error } = monitorCommandSchema.safeParse(objection('seat 7\ndiffers'));
    expect(error?.issues.map(({ path }) => path)).toEqual([['reason']]);
  });
});
