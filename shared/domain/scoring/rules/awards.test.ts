import { expect, test } from 'vitest';
import { calculated, seatsOf, totalsOf } from '../../../../test/builders/contest.ts';
import { formatDecimal, parseRational } from '../../../kernel/rational.ts';
import { annualPointsOf, awardsOf, entrantsOf, labelOf } from './awards.ts';
import type { ScoringSchemeText } from './scoring-scheme.ts';

const seats = seatsOf({ A: 1 });
const under = (fields: Partial<ScoringSchemeText>, ...marks: readonly string[]) =>
  calculated(
    fields,
    totalsOf(
      seats,
      marks.map((mark) => [mark]),
    ),
    seats,
  );
const prize = (fields: object) => [{ id: 'p', name: 'prize', ...fields }];

test.each<[string, object, readonly string[], readonly string[]]>([
  ['a quota', { quota: 2 }, ['u2', 'u4'], []],
  ['a quota whose line cuts a tie', { quota: 3 }, ['u2', 'u4'], ['u1', 'u3']],
  ['a line', { atLeast: '80' }, ['u2', 'u4', 'u1', 'u3'], []],
  ['above a line', { above: '80' }, ['u2', 'u4'], []],
  ['the last below a line', { by: 'total', better: 'lower', quota: 1, below: '70' }, ['u5'], []],
])(
  'RULE-19: given a prize by %s, then these units get it and a tie at the line stays open',
  (_, fields, units, contested) => {
    const calculation = under({ prizes: prize(fields) }, '80', '95', '80', '90', '60');
    expect(awardsOf(calculation)).toEqual([{ prize: 'p', division: '', units, contested }]);
  },
);

test('RULE-19: given words for bands, then a figure has the word of the first line it reaches', () => {
  const output = {
    node: 'total',
    labels: [{ from: '90', name: '优秀' }, { from: '80', name: '良好' }, { name: '一般' }],
  };
  const wordFor = (value: string) => {
    const parsed = parseRational(`${value}/1`);
    return parsed.ok ? labelOf(output, parsed.value) : null;
  };
  expect([wordFor('90'), wordFor('89'), wordFor('79')]).toEqual(['优秀', '良好', '一般']);
});

test('RULE-20: given a stage, then the first go on and carry their points', () => {
  const stage = { advance: { kind: 'places' as const, to: 2 }, carry: { node: 'total', measure: 'carried' } };
  const entrants = entrantsOf(under({ stage }, '80', '95', '90'));
  expect(entrants?.map(({ unit, carried }) => [unit, carried && formatDecimal(carried, 1)])).toEqual([
    ['u2', '95.0'],
    ['u3', '90.0'],
  ]);
  const line = { advance: { kind: 'at-least' as const, points: '90' } };
  expect(entrantsOf(under({ stage: line }, '80', '95', '90'))?.map(({ unit }) => unit)).toEqual(['u2', 'u3']);
  expect(entrantsOf(under({ stage: { advance: { kind: 'by-hand' } } }, '80'))).toBeNull();
});

test('RULE-25: given points for the first and the last places, then equal units take those of their place or the mean', () => {
  const pointsUnder = (tied: 'of-the-place' | 'averaged') =>
    annualPointsOf(
      under(
        { annual: { first: ['0.5', '0.3'], last: ['-0.1', '-0.2'], tied } },
        '90',
        '90',
        '80',
        '70',
        '60',
      ),
    ).map(({ points }) => formatDecimal(points, 1));
  expect(pointsUnder('of-the-place')).toEqual(['0.5', '0.5', '0.0', '-0.1', '-0.2']);
  expect(pointsUnder('averaged')).toEqual(['0.4', '0.4', '0.0', '-0.1', '-0.2']);
});
