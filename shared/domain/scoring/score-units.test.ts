import { describe, expect, test } from 'vitest';
import { aCriterion, aScheme, aWeight } from '../../../test/builders/definition.ts';
import { criterionId, groupId, unitId } from '../../kernel/brand.ts';
import { sameText } from '../../kernel/language.ts';
import type { Scheme } from './scheme.ts';
import { hasFewerThan, scoreUnits, type UnitBallots } from './score-units.ts';

/** One criterion of 100 points in hundredths, one group that weighs everything. */
const single = aScheme({ criteria: [aCriterion('c', '100', '0.001')], weights: [aWeight('A', 1)] });
const two = aScheme({
  criteria: [aCriterion('c', '100', '0.001')],
  weights: [aWeight('A', 60), aWeight('B', 40)],
});

/** Marks of a group's seats in seat order, for the criterion `c`. */
function votes(group: string, ...marks: readonly string[]) {
  return marks.map((mark, index) => ({ seat: `${group}${index + 1}`, group, values: { c: mark } }));
}

function unit(id: string, ...ballots: UnitBallots['ballots'][]): UnitBallots {
  return { unit: unitId(id), isCalled: true, ballots: ballots.flat() };
}

function figuresOf(scheme: Scheme, ...units: readonly UnitBallots[]) {
  const figures = scoreUnits(scheme, 'hash', units);
  if (!figures.ok) throw new Error(figures.error.code);
  return figures.value.units;
}

const totals = (scheme: Scheme, ...units: readonly UnitBallots[]) =>
  figuresOf(scheme, ...units).map((figure) => figure.total);

describe('judge total and extremes', () => {
  test('SCORE-1: given a ballot of several criteria, then its total is the sum of its marks', () => {
    const scheme = aScheme({ weights: [aWeight('A', 1)] });
    const ballot = { seat: 'A1', group: 'A', values: { c1: '52.5', c2: '31.5' } };
    expect(totals(scheme, unit('u1', [ballot]))).toEqual(['84.00']);
  });

  const nine = votes('A', '92.5', '88', '90', '95', '61', '91.5', '89', '93', '90.5');
  const trim = { high: 1, low: 1, fromCount: 7 };

  test('SCORE-2: given nine totals, when one high and one low are struck, then the mean is 90.64, else 87.83', () => {
    const [figure] = figuresOf({ ...single, trim }, unit('u1', nine));
    expect(figure).toMatchObject({
      total: '90.64',
      exactTotal: '1269/14',
      groups: [{ ballots: 9, struck: ['A4', 'A5'], mean: '90.64' }],
    });
    expect(totals(single, unit('u1', nine))).toEqual(['87.83']);
  });

  test('SCORE-2: given equal extremes, then exactly one of each goes, the earliest seat', () => {
    const marks = votes('A', '80', '95', '70', '95', '70', '85', '90');
    expect(figuresOf({ ...single, trim }, unit('u1', marks))[0]?.groups[0]).toMatchObject({
      struck: ['A2', 'A3'],
      exactMean: '84/1',
    });
  });

  test('SCORE-2: given all totals are equal, then two different seats are struck', () => {
    const marks = votes('A', ...Array.from({ length: 7 }, () => '80'));
    expect(figuresOf({ ...single, trim }, unit('u1', marks))[0]?.groups[0]).toMatchObject({
      struck: ['A1', 'A2'],
      mean: '80.00',
    });
  });

  test('SCORE-2: given two highs and one low are struck, then the second highest goes as well', () => {
    const scheme = { ...single, trim: { high: 2, low: 1, fromCount: 4 } };
    const marks = votes('A', '10', '40', '20', '30');
    expect(figuresOf(scheme, unit('u1', marks))[0]?.groups[0]).toMatchObject({
      struck: ['A1', 'A2', 'A4'],
      exactMean: '20/1',
    });
  });

  test('SCORE-2: given fewer than seven ballots in a group, then nothing is struck there, but in the other', () => {
    const scheme = { ...two, trim };
    const marks = [votes('A', '0', '1', '2', '3', '4', '5'), votes('B', '0', '1', '2', '3', '4', '5', '6')];
    expect(figuresOf(scheme, unit('u1', ...marks))[0]?.groups).toMatchObject([
      { struck: [], exactMean: '5/2' },
      { struck: ['B1', 'B7'], exactMean: '3/1' },
    ]);
  });
});

describe('groups and weights', () => {
  test('SCORE-3: given groups of different size, then each counts by its mean, not by its number', () => {
    const figures = figuresOf(two, unit('u1', votes('A', '90'), votes('B', '60', '70', '80', '70')));
    expect(figures[0]).toMatchObject({ total: '82.00', groups: [{ mean: '90.00' }, { mean: '70.00' }] });
  });

  test('SCORE-4: given the weights are all scaled by a factor, then no figure changes', () => {
    const units = [
      unit('u1', votes('A', '91.333'), votes('B', '77.777')),
      unit('u2', votes('A', '80'), votes('B', '99')),
    ];
    const of = (a: number, b: number) =>
      figuresOf({ ...two, weights: [aWeight('A', a), aWeight('B', b)] }, ...units);
    expect(of(3, 2)).toEqual(of(60, 40));
    expect(of(3_000_000, 2_000_000)).toEqual(of(60, 40));
    expect(of(2, 3)).not.toEqual(of(60, 40));
  });

  const onlyA = unit('u1', votes('A', '90', '80'));

  test('SCORE-4: given a group without a ballot that blocks, then there are no figures, and it is named', () => {
    expect(scoreUnits({ ...two, emptyGroup: 'block' }, 'hash', [onlyA])).toEqual({
      ok: false,
      error: { code: 'group-empty', unit: 'u1', group: 'B' },
    });
  });

  test.each([
    ['renormalise', '85.00'],
    ['zero', '51.00'],
  ] as const)(
    'SCORE-4: given a group without a ballot, when the scheme says %s, then the total is %s',
    (emptyGroup, total) => {
      expect(totals({ ...two, emptyGroup }, onlyA)).toEqual([total]);
    },
  );

  test('SCORE-4: given a ballot of a group that the scheme doesn’t weigh, then it counts nothing', () => {
    expect(figuresOf(single, unit('u1', votes('A', '90'), votes('T', '0')))).toEqual(
      figuresOf(single, unit('u1', votes('A', '90'))),
    );
  });
});

describe('rounding', () => {
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
  ])('SCORE-5: %s is published as %s', (mark, total) => {
    expect(totals(single, unit('u1', votes('A', mark)))).toEqual([total]);
  });

  test('SCORE-5: given group means that end in thirds, then only the total is rounded, once', () => {
    // 10/3 × 0.6 + 2/3 × 0.4 = 34/15 = 2.2666…; from rounded means 3.33 and 0.67 it would be 2.266.
    const scheme = { ...two, decimals: 4 };
    const marks = [votes('A', '3', '3', '4'), votes('B', '0', '1', '1')];
    expect(figuresOf(scheme, unit('u1', ...marks))[0]).toMatchObject({
      total: '2.2667',
      exactTotal: '34/15',
    });
    expect(totals({ ...scheme, decimals: 0 }, unit('u1', votes('A', '0.5'), votes('B', '0.4')))).toEqual([
      '0',
    ]);
  });

  test('SCORE-5: given no decimals, then whole points are published', () => {
    expect(totals({ ...single, decimals: 0 }, unit('u1', votes('A', '84.5')))).toEqual(['85']);
  });
});

describe('order', () => {
  const ranks = (scheme: Scheme, ...units: readonly UnitBallots[]) =>
    figuresOf(scheme, ...units).map(({ unit: id, rank, isShared, tieRule }) => [id, rank, isShared, tieRule]);
  const tieRules = [
    { kind: 'group', group: groupId('A') },
    { kind: 'criterion', criterion: criterionId('c2') },
  ] as const;

  /** Both groups give the same ballot. */
  const marked = (id: string, a: readonly [string, string], b: readonly [string, string]): UnitBallots =>
    unit(id, [
      { seat: 'A1', group: 'A', values: { c1: a[0], c2: a[1] } },
      { seat: 'B1', group: 'B', values: { c1: b[0], c2: b[1] } },
    ]);
  const chain = aScheme({ ties: tieRules });

  test('SCORE-6: given different totals, then the higher is first, whatever the order of appearance', () => {
    expect(ranks(single, unit('u1', votes('A', '80')), unit('u2', votes('A', '90')))).toEqual([
      ['u2', 1, false, null],
      ['u1', 2, false, null],
    ]);
  });

  test('SCORE-6: given equal totals, when group A differs, then it decides and is named', () => {
    // 0.6 × 70 + 0.4 × 60 = 0.6 × 60 + 0.4 × 75 = 66.
    const units = [marked('u1', ['40', '20'], ['50', '25']), marked('u2', ['40', '30'], ['40', '20'])];
    expect(ranks(chain, ...units)).toEqual([
      ['u2', 1, false, 'group:A'],
      ['u1', 2, false, 'group:A'],
    ]);
  });

  test('SCORE-6: given equal totals and group means, when a criterion differs, then it decides and is named', () => {
    const units = [marked('u1', ['50', '20'], ['50', '20']), marked('u2', ['40', '30'], ['40', '30'])];
    expect(ranks(chain, ...units)).toEqual([
      ['u2', 1, false, 'criterion:c2'],
      ['u1', 2, false, 'criterion:c2'],
    ]);
  });

  test('SCORE-6, SCORE-7: given the whole chain is equal, then the rank is shared and the next one left out: 1-1-3', () => {
    const same = (id: string) => marked(id, ['50', '20'], ['50', '20']);
    expect(ranks(chain, marked('u1', ['10', '10'], ['10', '10']), same('u2'), same('u3'))).toEqual([
      ['u2', 1, true, null],
      ['u3', 1, true, null],
      ['u1', 3, false, null],
    ]);
  });

  test('SCORE-6: given totals that differ only beyond the published decimals, then they are equal', () => {
    const units = [unit('u1', votes('A', '84.121')), unit('u2', votes('A', '84.124'))];
    expect(ranks(single, ...units)).toEqual([
      ['u1', 1, true, null],
      ['u2', 1, true, null],
    ]);
  });

  test('SCORE-6: given a mark is raised so that its ballot is struck in place of an equal one, then the tie isn’t lost by it', () => {
    const scheme = aScheme({
      weights: [aWeight('A', 1)],
      trim: { high: 1, low: 0, fromCount: 2 },
      ties: [{ kind: 'criterion', criterion: criterionId('c2') }],
    });
    const ballots = (...marks: readonly [string, string][]) =>
      marks.map(([c1, c2], index) => ({ seat: `A${index + 1}`, group: 'A', values: { c1, c2 } }));
    const other = unit('u2', ballots(['2', '2']));
    expect(ranks(scheme, unit('u1', ballots(['4', '0'], ['0', '4'])), other)).toMatchObject([
      ['u1', 1, true, null],
      ['u2', 1, true, null],
    ]);
    expect(ranks(scheme, unit('u1', ballots(['4', '0'], ['1', '4'])), other)).toMatchObject([
      ['u1', 1, true, null],
      ['u2', 1, true, null],
    ]);
  });

  test('SCORE-7: given three units of which the middle was parted from both by different rules, then each names its own', () => {
    const units = [
      marked('u1', ['50', '20'], ['50', '20']),
      marked('u2', ['40', '30'], ['40', '30']),
      marked('u3', ['40', '32.5'], ['46.5', '19.75']),
    ];
    const fine = { ...chain, criteria: [aCriterion('c1', '60', '0.25'), aCriterion('c2', '40', '0.25')] };
    expect(ranks(fine, ...units)).toEqual([
      ['u3', 1, false, 'group:A'],
      ['u2', 2, false, 'group:A'],
      ['u1', 3, false, 'criterion:c2'],
    ]);
  });

  test('SCORE-8: given a unit not called and one that nobody scored, then both follow without a rank or total', () => {
    const notCalled = { unit: unitId('u1'), isCalled: false, ballots: [] };
    const figures = figuresOf(two, notCalled, unit('u2'), unit('u3', votes('A', '0'), votes('B', '0')));
    expect(figures).toMatchObject([
      { unit: 'u3', state: 'ranked', rank: 1, total: '0.00' },
      { unit: 'u1', state: 'not-called', rank: null, total: null },
      { unit: 'u2', state: 'no-ballot', rank: null, total: null },
    ]);
  });
});

describe('RESULT-5: means of few ballots', () => {
  const figuresFor = (...groups: UnitBallots['ballots'][]) => {
    const figures = scoreUnits({ ...two, emptyGroup: 'renormalise' }, 'hash', [unit('u1', ...groups)]);
    if (!figures.ok) throw new Error(figures.error.code);
    return figures.value;
  };

  test('given every group has three, then it has not fewer than three; given one has two, then it has', () => {
    expect(hasFewerThan(figuresFor(votes('A', '1', '2', '3'), votes('B', '1', '2', '3')), 3)).toBe(false);
    expect(hasFewerThan(figuresFor(votes('A', '1', '2', '3'), votes('B', '1', '2')), 3)).toBe(true);
  });

  test('given a group has none, then no mean of it is published', () => {
    expect(hasFewerThan(figuresFor(votes('A', '1', '2', '3')), 3)).toBe(false);
  });
});

test('SCORE-5: given the demo scheme of six criteria, when 12 and 8 seats mark a unit, then it scores as reckoned by hand', () => {
  const names = ['比质量', '比位次', '比创新', '比项目', '比环境', '比担当'];
  const maxima = ['20', '15', '15', '20', '15', '15'];
  const scheme = aScheme({
    criteria: names.map((name, index) => ({
      ...aCriterion(`c${index + 1}`, maxima[index] ?? '0'),
      name: sameText(name),
    })),
    trim: { high: 1, low: 1, fromCount: 7 },
  });
  // Judge n of a group takes half a point off each criterion (n − 1) times: totals 100, 97, 94 …
  const group = (name: string, size: number) =>
    Array.from({ length: size }, (_, n) => ({
      seat: `${name}${n + 1}`,
      group: name,
      values: Object.fromEntries(maxima.map((maximum, c) => [`c${c + 1}`, String(Number(maximum) - n / 2)])),
    }));
  // A: 97 … 70 means 83.5; B: 97 … 82 means 89.5; 0.6 × 83.5 + 0.4 × 89.5 = 85.9.
  expect(figuresOf(scheme, unit('u1', group('A', 12), group('B', 8)))[0]).toMatchObject({
    total: '85.90',
    groups: [
      { mean: '83.50', ballots: 12, struck: ['A1', 'A12'] },
      { mean: '89.50', ballots: 8, struck: ['B1', 'B8'] },
    ],
  });
});
