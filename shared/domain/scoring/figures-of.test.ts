import { describe, expect, test } from 'vitest';
import { aRuleScheme } from '../../../test/builders/contest.ts';
import { aCriterion, aScheme, aWeight } from '../../../test/builders/definition.ts';
import { scoreUnits, type UnitBallots } from '../../../test/builders/figures.ts';
import { hasFewerThan } from './figures-of.ts';
import type { ScoringScheme } from './rules/scoring-scheme.ts';

const two = aScheme({
  criteria: [aCriterion('c', '100', '0.001')],
  weights: [aWeight('A', 60), aWeight('B', 40)],
});

function votes(group: string, ...marks: readonly string[]) {
  return marks.map((mark, index) => ({ seat: `${group}${index + 1}`, group, values: { c: mark } }));
}

function unit(unitId: string, ...ballots: UnitBallots['ballots'][]): UnitBallots {
  return { unit: unitId, isCalled: true, ballots: ballots.flat() };
}

function figuresOf(scheme: ScoringScheme, ...units: readonly UnitBallots[]) {
  const figures = scoreUnits(scheme, 'hash', units);
  if (!figures.ok) throw new Error(JSON.stringify(figures.error));
  return figures.value;
}

describe('SCORE-3: what a count publishes', () => {
  const trimmed = aScheme({
    criteria: [aCriterion('c', '100', '0.001')],
    weights: [aWeight('A', 60), aWeight('B', 40)],
    trim: { high: 1, low: 1, fromCount: 7 },
  });

  test('given nine and two ballots, then each group stands with its mean, its ballots and the seats struck', () => {
    const nine = votes('A', '92.5', '88', '90', '95', '61', '91.5', '89', '93', '90.5');
    const [figure] = figuresOf(trimmed, unit('u1', nine, votes('B', '80', '81'))).units;
    // A: 634.5 / 7 = 1269/14; B: 161/2; 0.6 × 1269/14 + 0.4 × 80.5 = 86.5857…
    expect(figure).toMatchObject({
      total: '86.59',
      exactTotal: '6061/70',
      rank: 1,
      place: '1',
      groups: [
        { group: 'A', exactMean: '1269/14', mean: '90.64', ballots: 9, struck: ['A4', 'A5'] },
        { group: 'B', exactMean: '161/2', mean: '80.50', ballots: 2, struck: [] },
      ],
      fewestBallots: 2,
    });
  });

  test.each([
    ['84.125', '84.13'],
    ['84.135', '84.14'],
    ['60.025', '60.03'],
    ['60.035', '60.04'],
    ['60.055', '60.06'],
    ['60.065', '60.07'],
    ['60.095', '60.10'],
    ['1.005', '1.01'],
    ['0', '0.00'],
  ])('given the exact total %s, then it is published as %s', (mark, total) => {
    expect(figuresOf(two, unit('u1', votes('A', mark), votes('B', mark))).units[0]?.total).toBe(total);
  });

  test('given a panel taken as one, then there are no groups, and the fewest ballots are told all the same', () => {
    const panel = aRuleScheme();
    const ballots = ['A1', 'B1'].map((seat) => ({ seat, group: seat.slice(0, 1), values: { total: '90' } }));
    expect(figuresOf(panel, unit('u1', ballots)).units).toMatchObject([
      { total: '90', groups: [], fewestBallots: 2 },
    ]);
  });

  test.each([
    ['1-1-3', ['1', '1', '3']],
    ['1-1-2', ['1', '1', '2']],
    ['averaged', ['1.5', '1.5', '3']],
  ] as const)('given two equal totals shared as %s, then the places read %j', (shared, places) => {
    const scheme = { ...two, ranking: { ...two.ranking, shared } };
    const { units } = figuresOf(
      scheme,
      ...['90', '90', '80'].map((mark, n) => unit(`u${n + 1}`, votes('A', mark), votes('B', mark))),
    );
    expect(units.map(({ place }) => place)).toEqual(places);
    expect(units.map(({ rank }) => rank)).toEqual([1, 1, 3]);
  });

  test('given a tie that must be decided, then both units are undecided', () => {
    const scheme = { ...two, ranking: { ...two.ranking, shared: 'forced' as const } };
    const { units } = figuresOf(
      scheme,
      ...['u1', 'u2'].map((id) => unit(id, votes('A', '90'), votes('B', '90'))),
    );
    expect(units.map(({ isUndecided }) => isUndecided)).toEqual([true, true]);
  });

  test('given a figure beside the ranking, then it stands printed with the word for its band', () => {
    const scheme = aRuleScheme({
      outputs: [{ node: 'total', decimals: 1, labels: [{ from: '85', name: '满意' }, { name: '一般' }] }],
    });
    const ballot = { seat: 'A1', group: 'A', values: { total: '85.5' } };
    expect(figuresOf(scheme, unit('u1', [ballot])).units).toMatchObject([
      { outputs: [{ node: 'total', printed: '85.5', label: { 'zh-Hans': '满意' } }] },
    ]);
  });
});

test('SCORE-4: given a group without a ballot that blocks, then the unit is named with what it waits for', () => {
  expect(scoreUnits(two, 'hash', [unit('u1', votes('A', '90', '80'))])).toEqual({
    ok: false,
    error: { unit: 'u1', of: 'total.B' },
  });
});

test('SCORE-5: given a unit not called and one that nobody scored, then both follow without a rank or total', () => {
  const notCalled = { unit: 'u1', isCalled: false, ballots: [] };
  const { units } = figuresOf(two, notCalled, unit('u2'), unit('u3', votes('A', '0'), votes('B', '0')));
  expect(units).toMatchObject([
    { unit: 'u3', state: 'ranked', rank: 1, total: '0.00' },
    { unit: 'u1', state: 'not-called', rank: null, total: null },
    { unit: 'u2', state: 'no-ballot', rank: null, total: null },
  ]);
});

describe('RESULT-5: means of few ballots', () => {
  const renormalised = aScheme({
    criteria: [aCriterion('c', '100', '0.001')],
    weights: [aWeight('A', 60), aWeight('B', 40)],
    emptyGroup: 'renormalise',
  });
  const figuresFor = (...groups: UnitBallots['ballots'][]) => figuresOf(renormalised, unit('u1', ...groups));

  test('given every group has three, then it has not fewer than three; given one has two, then it has', () => {
    expect(hasFewerThan(figuresFor(votes('A', '1', '2', '3'), votes('B', '1', '2', '3')), 3)).toBe(false);
    expect(hasFewerThan(figuresFor(votes('A', '1', '2', '3'), votes('B', '1', '2')), 3)).toBe(true);
  });

  test('given a unit without a place has few ballots, then nothing is published of it', () => {
    const figures = figuresFor(votes('A', '1', '2'));
    const [unit] = figures.units;
    expect(hasFewerThan(figures, 3)).toBe(true);
    const out = unit ? [{ ...unit, state: 'withdrew' as const, rank: null, place: null }] : [];
    expect(hasFewerThan({ ...figures, units: out }, 3)).toBe(false);
  });

  test('given a group has none, then no mean of it is published', () => {
    expect(hasFewerThan(figuresFor(votes('A', '1', '2', '3')), 3)).toBe(false);
  });
});
