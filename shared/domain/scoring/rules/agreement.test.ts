import { expect, test } from 'vitest';
import { calculated, cast, schemeText, seatsOf, totalsOf } from '../../../../test/builders/contest.ts';
import { decimal, formatDecimal, type Rational, rational, rationalText } from '../../../kernel/rational.ts';
import { agreementOf, concordanceOf, correlationOf, midRanks } from './agreement.ts';

const numbers = (text: string): readonly Rational[] => text.split(' ').map(decimal);
const three = (value: Rational | null) => value && formatDecimal(value, 3);

test('RULE-31: given three judges’ orders of six applicants from a textbook, then Kendall’s W is 0.162', () => {
  // S. Siegel, Nonparametric Statistics (1956), ch. 9: S = 25.5, W = 25.5 ÷ 157.5.
  const rankings = ['1 6 3 2 5 4', '1 5 6 4 2 3', '6 3 2 5 4 1'].map(numbers);
  expect(concordanceOf(rankings)).toEqual(rational(255n, 1575n));
  expect(three(concordanceOf(rankings))).toBe('0.162');
});

test('RULE-31: given a textbook’s three orders of ten with equal ranks, then W with the correction for ties is 0.828', () => {
  // Ibid.: S = 591, ΣT ÷ 12 = 9.5, W = 591 ÷ (742.5 − 28.5).
  const rankings = [
    '1 4.5 2 4.5 3 7.5 6 9 7.5 10',
    '2.5 1 2.5 4.5 4.5 8 9 6.5 10 6.5',
    '2 1 4.5 4.5 4.5 4.5 8 8 8 10',
  ].map(numbers);
  expect(concordanceOf(rankings)).toEqual(rational(591n, 714n));
  expect(three(concordanceOf(rankings))).toBe('0.828');
  expect(concordanceOf(rankings.map(midRanks))).toEqual(rational(591n, 714n));
});

test('RULE-31: given the same order from all, then W is 1; given one judge, one unit or only equal marks, then there is none', () => {
  expect(concordanceOf([numbers('1 2 3'), numbers('1 2 3')])).toEqual(rational(1n));
  expect(concordanceOf([numbers('1 2'), numbers('2 1')])).toEqual(rational(0n));
  expect(concordanceOf([numbers('1 2 3')])).toBeNull();
  expect(concordanceOf([numbers('1'), numbers('1')])).toBeNull();
  expect(concordanceOf([numbers('2 2 2'), numbers('2 2 2')])).toBeNull();
});

test('RULE-31: given equal marks, then they share the mean of the places that they fill', () => {
  expect(midRanks(numbers('80 92 80 70')).map(rationalText)).toEqual(['5/2', '4/1', '5/2', '1/1']);
});

test('RULE-31: given two orders, then their correlation is pairs alike less pairs reversed over all pairs', () => {
  expect(correlationOf(numbers('1 2 3 4'), numbers('1 2 4 3'))).toEqual(rational(2n, 3n));
  expect(correlationOf(numbers('1 2 3'), numbers('3 2 1'))).toEqual(rational(-1n));
  // An equal pair is neither: 2 of 3 pairs are alike.
  expect(correlationOf(numbers('1 1 2'), numbers('1 2 3'))).toEqual(rational(2n, 3n));
  expect(correlationOf(numbers('1'), numbers('1'))).toBeNull();
});

const seats = seatsOf({ A: 4, B: 1 });
const marks = [
  ['80', '81', '82', '95', '50'],
  ['85', '86', '84', '90', '60'],
  ['90', '90', '91', '85', '70'],
];

test('RULE-31: given a group with one seat against the others, then each seat’s correlation and distance are told', () => {
  const found = agreementOf(calculated({}, totalsOf(seats, marks), seats), 'vote', 'A');
  expect(found).toMatchObject({ group: 'A', judges: 4, units: ['u1', 'u2', 'u3'] });
  // Rank sums 6, 8, 10: S = 8, W = 12 × 8 ÷ (16 × 24).
  expect(found.concordance).toEqual(rational(1n, 4n));
  expect(found.seats?.map(({ seat, correlation }) => [seat, three(correlation)])).toEqual([
    ['A1', '1.000'],
    ['A2', '1.000'],
    ['A3', '1.000'],
    ['A4', '-1.000'],
  ]);
  // Medians 81.5, 85.5, 90: A4 is away by 13.5, 4.5 and 5.
  expect(found.seats?.at(-1)?.distance).toEqual(rational(23n, 3n));
});

test('RULE-31: given a seat that may not mark its own unit, then the group is compared on the units that all marked', () => {
  const [first, ...others] = totalsOf(seats, marks);
  if (!first?.ballots?.vote) throw new Error('no ballot');
  const own = { ...first, ballots: { vote: { ...first.ballots.vote, states: { A1: 'recused' as const } } } };
  const found = agreementOf(calculated({}, [own, ...others], seats), 'vote', 'A');
  expect(found).toMatchObject({ judges: 4, units: ['u2', 'u3'], of: 3 });
  // A1 is compared on u2 and u3. The others of A2 put u1, u2, u3 at 1/2, 4/9 and 5/9 of their ranks: one pair of three
  // the other way round.
  expect(found.seats?.map(({ seat, correlation }) => [seat, three(correlation)])).toEqual([
    ['A1', '1.000'],
    ['A2', '0.333'],
    ['A3', '0.333'],
    ['A4', '-1.000'],
  ]);
  // Of u2 and u3, with medians 85.5 and 90.
  expect(found.seats?.[0]?.distance).toEqual(rational(1n, 4n));
});

test('RULE-31: given each seat recused from another unit, then no unit was marked by all, and each seat is still compared', () => {
  const own = seatsOf({ A: 4 });
  const units = [
    ['x', '90', '80', '70'],
    ['60', 'x', '62', '64'],
    ['50', '52', 'x', '51'],
    ['40', '41', '42', 'x'],
  ].map((row, n) => ({
    unit: `u${n + 1}`,
    ballots: {
      vote: cast(
        own,
        row.map((mark) => (mark === 'x' ? null : mark)),
        'total',
        { [`A${n + 1}`]: 'recused' },
      ),
    },
  }));
  const found = agreementOf(calculated({}, units, own), 'vote', 'A');
  expect(found).toMatchObject({ judges: 4, units: [], of: 4, concordance: 'units' });
  expect(found.seats?.map(({ correlation }) => three(correlation))).toEqual(Array(4).fill('1.000'));
  // Median of u1, u2 and u4 without the recused: 80, 62 and 41; A3 is at 80, 62 and 42.
  expect(found.seats?.[2]?.distance).toEqual(rational(1n, 3n));
});

test('RULE-31: given a seat alone in its group, or nobody’s vote, then there is no agreement to tell', () => {
  const calculation = calculated({}, totalsOf(seats, marks), seats);
  expect(agreementOf(calculation, 'vote', 'B')).toMatchObject({
    concordance: 'seats',
    seats: [{ seat: 'B1', correlation: null }],
  });
  const silent = calculated({}, [{ unit: 'u1', ballots: { vote: cast(seats, []) } }], seats);
  expect(agreementOf(silent, 'vote', 'A')).toEqual({
    group: 'A',
    judges: 0,
    units: [],
    of: 1,
    concordance: 'seats',
    seats: [],
  });
});

test('RULE-31: given a secret ballot, then the group’s agreement is told and no seat’s', () => {
  const ballots = schemeText().ballots?.map((ballot) => ({ ...ballot, secrecy: 'anonymous' as const })) ?? [];
  const found = agreementOf(calculated({ ballots }, totalsOf(seats, marks), seats), 'vote', 'A');
  expect(found).toMatchObject({ concordance: rational(1n, 4n), seats: null });
});

test('RULE-31: given two secret ballots, then it isn’t told which of their marks stand on one paper', () => {
  const two = seatsOf({ A: 2 });
  const votes = totalsOf(
    two,
    marks.map((row) => row.slice(2, 4)),
  );
  const ballots = schemeText().ballots?.map((ballot) => ({ ...ballot, secrecy: 'anonymous' as const })) ?? [];
  expect(agreementOf(calculated({ ballots }, votes, two), 'vote', 'A').concordance).toBe('secrecy');
  expect(agreementOf(calculated({}, votes, two), 'vote', 'A').concordance).toEqual(rational(0n));
});

test('RULE-31: given the same mark from everybody everywhere, then nobody told the units apart', () => {
  const alike = totalsOf(
    seats,
    marks.map(() => ['80', '80', '80', '80', '80']),
  );
  expect(agreementOf(calculated({}, alike, seats), 'vote', 'A').concordance).toBe('differences');
});
