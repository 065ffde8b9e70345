import { describe, expect, test } from 'vitest';
import { builtIn, builtInNames } from '../../../test/cases/read-built-in.ts';
import { sampleView } from './sample-view.ts';

const six = builtIn('S4-six-comparisons');

describe.each(builtInNames)('given the built-in scheme %s', (name) => {
  test('then each sample unit that competes has a place and a total, and the ballots stand under their value', () => {
    const { units, rows } = sampleView(builtIn(name));
    expect(units.map(({ place }) => place !== null)).toEqual([true, true, true, true, false]);
    expect(units.slice(0, 4).every(({ total }) => total.text !== null)).toBe(true);
    for (const row of rows) {
      expect(row.figures).toHaveLength(5);
      for (const { marks } of row.seats) expect(marks).toHaveLength(5);
    }
    expect(rows.findIndex((row) => !row.isBehindTotal)).not.toBe(0);
  });
});

describe('given S4', () => {
  const { units, rows } = sampleView(six);
  const leaders = rows.find(({ key }) => key === 'total.A');

  test('then a group’s ballots are shown with their weight, two struck for each unit and one recused', () => {
    expect(leaders?.perMille).toBe(600);
    const states = leaders?.seats.map(({ marks }) => marks[0]?.state) ?? [];
    expect(states.filter((state) => state === 'struck-high')).toHaveLength(1);
    expect(states.filter((state) => state === 'struck-low')).toHaveLength(1);
    expect(states.filter((state) => state === 'recused')).toHaveLength(1);
  });

  test('then the total is rounded and says what it was before', () => {
    const rounded = units.filter(({ total }) => total.exact !== null);
    expect(rounded.length).toBeGreaterThan(0);
    for (const { total } of rounded) expect(total.text).toMatch(/^\d+\.\d\d$/);
  });

  test('then two equal totals are parted by the second rule of the chain', () => {
    expect(units.filter(({ partedBy }) => partedBy.includes(2)).map(({ unit }) => unit)).toEqual([
      'sample-2',
      'sample-3',
    ]);
    expect(units[1]?.total.text).toBe(units[2]?.total.text);
  });

  test('then a group’s part of another value says of which', () => {
    expect(rows.find(({ key }) => key === 'projects.A')?.name.en).toBe('Projects › City leaders');
    expect(leaders?.name.en).toBe('City leaders');
  });
});

test('given a secret ballot, then marks stand in their order and no seat is named', () => {
  const { rows } = sampleView(builtIn('O11-appraisal'));
  const seats = rows.find(({ key }) => key === 'index')?.seats ?? [];
  expect(seats.length).toBeGreaterThan(2);
  expect(seats.every(({ seat, group }) => seat.startsWith('secret-') && group === null)).toBe(true);
});

test('given attempts, then each has a row of its own and no seats', () => {
  const { rows } = sampleView(builtIn('S1-county-ranking'));
  const items = rows.filter(({ key }) => key.startsWith('indicator-place#'));
  expect(items.map(({ name }) => name.en)).toEqual([1, 2, 3].map((n) => `Place in one indicator #${n}`));
});
