import { describe, expect, test } from 'vitest';
import { anIndicator } from '../../test/builders/definition.ts';
import { unitId } from '../kernel/brand.ts';
import { indicatorBoard } from './indicator-board.ts';

const units = ['u1', 'u2', 'u3'].map(unitId);
const rows = (...parameters: Parameters<typeof anIndicator>) =>
  indicatorBoard(anIndicator(...parameters), units).map(({ unit, value, rank, isShared }) => [
    unit,
    value,
    rank,
    isShared,
  ]);

describe('the board of one indicator', () => {
  test.each([
    ['higher', ['u3', 'u1', 'u2']],
    ['lower', ['u2', 'u1', 'u3']],
  ] as const)('IND-1: given that %s is better, then the best unit is first', (better, order) => {
    expect(rows(better, { u1: '28.41', u2: '8.18', u3: '451.84' }).map(([unit]) => unit)).toEqual(order);
  });

  test('IND-1: given decimals that a float takes for equal or sorts as text, then they are compared exactly', () => {
    expect(rows('higher', { u1: '9', u2: '10', u3: '10.000001' })).toEqual([
      ['u3', '10.000001', 1, false],
      ['u2', '10', 2, false],
      ['u1', '9', 3, false],
    ]);
    expect(
      rows('higher', { u1: '123456789012.000001', u2: '123456789012.000002', u3: '-1' }).map(
        ([unit]) => unit,
      ),
    ).toEqual(['u2', 'u1', 'u3']);
  });

  test.each(['higher', 'lower'] as const)(
    'IND-2: given %s is better, then a unit without a value is last',
    (better) => {
      expect(rows(better, { u2: '1', u3: '2' }).at(-1)).toEqual(['u1', null, null, false]);
    },
  );

  test('IND-3: given one unit has no value, then the board is sorted but shows no rank, not even a shared one', () => {
    expect(rows('higher', { u1: '1', u3: '1' })).toEqual([
      ['u1', '1', null, false],
      ['u3', '1', null, false],
      ['u2', null, null, false],
    ]);
  });

  test('IND-3: given no unit has a value, then all stand in the order given', () => {
    expect(rows('higher', {}).map(([unit]) => unit)).toEqual(['u1', 'u2', 'u3']);
  });

  test('IND-4: given equal values, also written differently, then the rank is shared and the next left out: 1-1-3', () => {
    expect(rows('higher', { u1: '7', u2: '8.50', u3: '8.5' })).toEqual([
      ['u2', '8.50', 1, true],
      ['u3', '8.5', 1, true],
      ['u1', '7', 3, false],
    ]);
  });

  test('IND-2: given a value of a unit that doesn’t take part, then it stands on no row', () => {
    expect(rows('higher', { u1: '1', u2: '2', u3: '3', other: '9' })).toHaveLength(3);
  });
});
