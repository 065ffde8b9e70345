import { describe, expect, test } from 'vitest';
import { localText } from '../../shared/kernel/language.ts';
import {
  type MarkEntry,
  type MarkKey,
  moveRow,
  nextRow,
  pressKey,
  selectRow,
  startEntry,
  unmarkedCount,
} from './mark-entry.ts';

const criterion = (id: string, maximum: string, step: string) => ({
  id,
  name: localText(id, id, id),
  minimum: '0',
  maximum,
  step,
  factor: '1',
});

const halves = [criterion('a', '20', '0.5'), criterion('b', '15', '0.5'), criterion('c', '15', '0.5')];

const typing = (entry: MarkEntry, keys: readonly MarkKey[], criteria = halves): MarkEntry =>
  keys.reduce((before, key) => pressKey(before, criteria, key), entry);

const first = (criteria = halves) => startEntry(criteria, {});

describe('typing a mark', () => {
  test('given digits and .5, the mark grows as typed', () => {
    expect(typing(first(), ['1', '8', '.5']).values).toEqual({ a: '18.5' });
  });

  test('given .5 first, a zero stands before it', () => {
    expect(typing(first(), ['.5']).values).toEqual({ a: '0.5' });
  });

  test('given a point and 5 from a keyboard, it is the same half', () => {
    expect(typing(first(), ['1', '8', '.', '5']).values).toEqual({ a: '18.5' });
  });

  test('given a leading zero, the next digit replaces it', () => {
    expect(typing(first(), ['0', '7']).values).toEqual({ a: '7' });
  });

  test('given a range from 60, then 6 is on its way to a mark, but may not be left there', () => {
    const high = [{ ...criterion('a', '100', '1'), minimum: '60' }];
    const six = typing(first(high), ['6'], high);
    expect(six).toMatchObject({ values: { a: '6' }, fault: null });
    expect(nextRow(six, high)).toMatchObject({ cursor: 0, values: { a: '6' }, fault: 'out-of-range' });
    expect(nextRow(typing(six, ['5'], high), high)).toMatchObject({ cursor: null, values: { a: '65' } });
  });

  test('given a digit that would pass the maximum, the mark stays and the reason is named', () => {
    const entry = typing(selectRow(first(), halves, 1), ['1', '8']);
    expect(entry.values).toEqual({ b: '1' });
    expect(entry.fault).toBe('out-of-range');
  });

  test('given .5 at the maximum, the mark stays', () => {
    const entry = typing(first(), ['2', '0', '.5']);
    expect(entry.values).toEqual({ a: '20' });
    expect(entry.fault).toBe('out-of-range');
  });

  test('given a digit that is no half, the mark stays and the reason is named', () => {
    const entry = typing(first(), ['7', '.', '3']);
    expect(entry.values).toEqual({ a: '7.' });
    expect(entry.fault).toBe('off-step');
  });

  test('given a digit after the half, it is refused', () => {
    expect(typing(first(), ['7', '.5', '5'])).toMatchObject({ values: { a: '7.5' }, fault: 'off-step' });
  });

  test('given the next good key, the reason goes away', () => {
    expect(typing(first(), ['9', '9', 'back', '8']).fault).toBeNull();
  });

  test('given a delete, the last sign goes, and a point with its half', () => {
    const entry = typing(first(), ['1', '8', '.5', 'back']);
    expect(entry.values).toEqual({ a: '18' });
    expect(typing(entry, ['back', 'back']).values).toEqual({ a: '' });
  });

  test('given whole steps, .5 is refused', () => {
    const whole = [criterion('a', '10', '1')];
    expect(typing(first(whole), ['7', '.5'], whole)).toMatchObject({
      values: { a: '7' },
      fault: 'off-step',
    });
  });

  test('given steps of 0.25, a mark on its way is not refused', () => {
    const quarters = [criterion('a', '10', '0.25')];
    expect(typing(first(quarters), ['7', '.', '2', '5'], quarters).values).toEqual({ a: '7.25' });
    expect(typing(first(quarters), ['7', '.', '2', '4'], quarters).fault).toBe('off-step');
  });

  test('given a row that has a mark, the first digit replaces it and the next ones add', () => {
    const marked = typing(first(), ['1', '8']);
    const back = selectRow(selectRow(marked, halves, 1), halves, 0);
    expect(typing(back, ['7', '.5']).values).toEqual({ a: '7.5' });
  });

  test('given a row that has a mark, .5 adds to it', () => {
    const back = selectRow(typing(first(), ['1', '8']), halves, 0);
    expect(typing(back, ['.5']).values).toEqual({ a: '18.5' });
  });
});

describe('going from row to row', () => {
  test('given next, the nearest row without a mark follows, from the top again at the end', () => {
    const atLast = typing(selectRow(first(), halves, 2), ['9']);
    const next = nextRow(atLast, halves);
    expect(next.cursor).toBe(0);
    expect(nextRow(typing(next, ['9']), halves).cursor).toBe(1);
  });

  test('given next on the last row without a mark, no row is left and the whole is looked over', () => {
    const full = startEntry(halves, { a: '1', b: '2' });
    expect(full.cursor).toBe(2);
    const done = nextRow(typing(full, ['3']), halves);
    expect(done.cursor).toBeNull();
    expect(unmarkedCount(halves, done.values)).toBe(0);
  });

  test('given next on the only row without a mark, it stays there and says so', () => {
    const entry = nextRow(startEntry(halves, { a: '1', b: '2' }), halves);
    expect(entry).toMatchObject({ cursor: 2, fault: 'value-missing' });
  });

  test('given a mark that ends in a point, leaving the row tidies it', () => {
    expect(nextRow(typing(first(), ['1', '8', '.']), halves).values).toEqual({ a: '18' });
  });

  test('given the arrows, rows stop at both ends', () => {
    expect(moveRow(first(), halves, -1).cursor).toBe(0);
    expect(moveRow(selectRow(first(), halves, 2), halves, 1).cursor).toBe(2);
    expect(moveRow(selectRow(first(), halves, null), halves, -1).cursor).toBe(2);
  });

  test('given kept marks of another form, only those that fit this one are taken up', () => {
    expect(startEntry(halves, { a: '20.5', b: '7', z: 'good' }).values).toEqual({ b: '7', z: 'good' });
  });
});
