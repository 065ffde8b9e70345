import { describe, expect, test } from 'vitest';
import { type Calculation, calculator } from '../../shared/domain/scoring/rules/calculate.ts';
import type { Contest, ContestUnit, Item } from '../../shared/domain/scoring/rules/contest.ts';
import { explainUnit } from '../../shared/domain/scoring/rules/result-tree.ts';
import { aRuleScheme, cast, seatsOf } from '../builders/contest.ts';

/** Written from the page on the format alone, for sports that no built-in scheme is of. */

function printed(calculation: Calculation, unit: string, key: string): string | null {
  return explainUnit(calculation, unit).nodes.find((node) => node.key === key)?.printed ?? null;
}

const order = ({ ranking }: Calculation) =>
  ranking.map(({ unit, place, partedBy }) => `${place} ${unit}${partedBy.map((rule) => ` by ${rule}`)}`);

describe('gymnastics: difficulty + 10 − deductions − neutral deductions, on every apparatus', () => {
  const scheme = aRuleScheme({
    groups: [{ id: 'D' }, { id: 'E' }],
    ballots: [
      { kind: 'total', id: 'difficulty', groups: ['D'], maximum: '10', step: '0.1' },
      { kind: 'total', id: 'faults', groups: ['E'], maximum: '10', step: '0.1' },
    ],
    nodes: [
      { kind: 'marks', id: 'd', each: 'apparatus', ballot: 'difficulty' },
      {
        kind: 'marks',
        id: 'deductions',
        each: 'apparatus',
        ballot: 'faults',
        trim: { high: 1, low: 1, fromCount: 5 },
        round: { decimals: 3, mode: 'up' },
      },
      { kind: 'linear', id: 'e', each: 'apparatus', of: 'deductions', base: '10', rate: '-1', floor: '0' },
      { kind: 'measure', id: 'neutral', each: 'apparatus', measure: 'neutral', missing: 'zero' },
      {
        kind: 'sum',
        id: 'score',
        each: 'apparatus',
        parts: [{ node: 'd' }, { node: 'e' }, { node: 'neutral', times: '-1' }],
        floor: '0',
        round: { decimals: 3 },
      },
      { kind: 'pick', id: 'total', from: { items: 'score' } },
      { kind: 'pick', id: 'execution', from: { items: 'e' } },
    ],
    ranking: { by: 'total', on: 'exact', ties: [{ kind: 'node', node: 'execution' }] },
  });
  const seats = seatsOf({ D: 1, E: 5 });
  const apparatus = (d: string, faults: readonly string[], neutral?: string): Item => ({
    id: d,
    measures: neutral === undefined ? {} : { neutral },
    ballots: {
      difficulty: cast(seats, [d]),
      faults: cast(seats, [null, ...faults]),
    },
  });
  const units: readonly ContestUnit[] = [
    {
      unit: 'u1',
      items: {
        apparatus: [
          apparatus('6.2', ['1.1', '1.2', '1.3', '1.0', '2.0'], '0.3'),
          apparatus('5.4', ['0.8', '0.8', '0.9', '0.7', '0.8']),
        ],
      },
    },
    {
      unit: 'u2',
      items: {
        apparatus: [
          apparatus('6.0', ['1.3', '1.3', '1.3', '1.3', '1.3']),
          apparatus('5.4', ['0.8', '0.8', '0.8', '0.8', '0.8']),
        ],
      },
    },
  ];
  const calculation = calculator(scheme)({ seats, units });

  test('given a neutral deduction on one apparatus, then only its score falls, and the all-around is their sum', () => {
    expect(printed(calculation, 'u1', 'e#1')).toBe('8.8');
    expect(printed(calculation, 'u1', 'score#1')).toBe('14.700');
    expect(printed(calculation, 'u1', 'score#2')).toBe('14.600');
    expect(printed(calculation, 'u1', 'total')).toBe('29.3');
  });

  test('given an equal all-around, then the better execution is before', () => {
    expect(printed(calculation, 'u2', 'total')).toBe('29.3');
    expect(order(calculation)).toEqual(['1/1 u1 by 0', '2/1 u2 by 0']);
  });
});

test('given a lead final in climbing, then equal holds go by the place in the semi-final, then by time; one without a time is after', () => {
  const scheme = aRuleScheme({
    ballots: [],
    nodes: [
      { kind: 'measure', id: 'hold', measure: 'hold' },
      { kind: 'measure', id: 'semi-final', measure: 'place' },
      { kind: 'measure', id: 'seconds', measure: 'seconds', missing: 'none' },
    ],
    ranking: {
      by: 'hold',
      on: 'exact',
      ties: [
        { kind: 'node', node: 'semi-final', better: 'lower' },
        { kind: 'node', node: 'seconds', better: 'lower' },
      ],
    },
  });
  const climber = (unit: string, hold: string, place: string, seconds?: string): ContestUnit => ({
    unit,
    measures: { hold, place, ...(seconds === undefined ? {} : { seconds }) },
  });
  // 34+ is written 34.5: between the hold that was held and the next.
  const contest: Contest = {
    seats: [],
    units: [
      climber('u1', '34', '1'),
      climber('u2', '34.5', '4', '215.2'),
      climber('u3', '34.5', '2'),
      climber('u4', '34.5', '4', '201'),
      climber('u5', '34.5', '4'),
    ],
  };
  expect(order(calculator(scheme)(contest))).toEqual([
    '1/1 u3 by 0',
    '2/1 u4 by 0, by 1',
    '3/1 u2 by 0, by 1',
    '4/1 u5 by 0, by 1',
    '5/1 u1',
  ]);
});

test('given a spelling contest, then a word counts where at least half of the votes are yes, and equal spellers wait for the jury', () => {
  const scheme = aRuleScheme({
    ballots: [{ kind: 'yes-no', id: 'right' }],
    nodes: [
      { kind: 'marks', id: 'votes', each: 'words', ballot: 'right', by: 'share' },
      {
        kind: 'bands',
        id: 'word',
        each: 'words',
        of: 'votes',
        bands: [{ from: '0.5', points: '1' }],
      },
      { kind: 'pick', id: 'total', from: { items: 'word' } },
    ],
    ranking: { by: 'total', on: 'exact', ties: [{ kind: 'decision' }], shared: 'forced' },
  });
  const seats = seatsOf({ J: 3 });
  const speller = (unit: string, ...words: readonly string[]): ContestUnit => ({
    unit,
    items: {
      words: words.map((votes, n) => ({
        id: `${n + 1}`,
        ballots: {
          right: cast(
            seats,
            [...votes].map((vote) => (vote === 'y' ? 'yes' : vote === 'n' ? 'no' : 'abstain')),
            'vote',
          ),
        },
      })),
    },
  });
  const units = [speller('u1', 'yyn', 'nny'), speller('u2', 'yyy', 'yy-'), speller('u3', 'nnn', 'yn-')];
  const compute = calculator(scheme);
  expect(compute({ seats, units }).ranking).toMatchObject([
    { unit: 'u2', place: '1/1' },
    { unit: 'u1', isUndecided: true },
    { unit: 'u3', isUndecided: true },
  ]);
  const decisions = [{ units: ['u3', 'u1'], reason: 'a spell-off', author: 'the jury' }];
  expect(order(compute({ seats, units, decisions }))).toEqual(['1/1 u2', '2/1 u3 by 0', '3/1 u1 by 0']);
});
