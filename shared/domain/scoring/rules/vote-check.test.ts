import { describe, expect, test } from 'vitest';
import { type BallotType, ballotTypeSchema } from './ballot-type.ts';
import type { VoteValues } from './contest.ts';
import { checkVote, votesOfRanking } from './vote-check.ts';

type Fields = Parameters<typeof ballotTypeSchema.parse>[0];

function faults(
  ballot: Fields,
  values: Readonly<Record<string, VoteValues>>,
  reasons: Readonly<Record<string, string>> = {},
  units = Object.keys(values),
) {
  const parsed: BallotType = ballotTypeSchema.parse({ id: 'vote', ...(ballot as object) });
  return checkVote(parsed, units, { values, reasons }).map(({ code, effect }) => `${code}: ${effect}`);
}

const points = { kind: 'points', criteria: [{ id: 'c1', minimum: '1', maximum: '10', step: '0.5' }] };
const grades = {
  kind: 'grades',
  grades: [
    { id: 'A', points: '100' },
    { id: 'B', points: '80' },
    { id: 'X', points: null },
  ],
};

describe('the form of a ballot', () => {
  test.each<[string, Fields, Readonly<Record<string, VoteValues>>, readonly string[]]>([
    ['a mark in range and step', points, { u1: { c1: '9.5' } }, []],
    ['a mark above', points, { u1: { c1: '10.5' } }, ['out-of-range: refuse']],
    ['a mark below', points, { u1: { c1: '0.5' } }, ['out-of-range: refuse']],
    ['a mark between steps', points, { u1: { c1: '9.25' } }, ['off-step: refuse']],
    ['no number', points, { u1: { c1: '1e1' } }, ['not-a-number: refuse']],
    ['a mark left out', points, { u1: {} }, ['value-missing: refuse']],
    ['a strange criterion', points, { u1: { c1: '9', c9: '1' } }, ['unknown-value: refuse']],
    ['a grade', grades, { u1: { grade: 'X' } }, []],
    ['a strange grade', grades, { u1: { grade: 'Z' } }, ['unknown-grade: refuse']],
    ['an abstention', { kind: 'yes-no' }, { u1: { vote: 'abstain' } }, []],
    [
      'neither yes nor no',
      { kind: 'approval', atMost: 2 },
      { u1: { vote: 'abstain' } },
      ['not-yes-or-no: refuse'],
    ],
    [
      'too many names',
      { kind: 'approval', atMost: 1, effect: 'void' },
      { u1: { vote: 'yes' }, u2: { vote: 'yes' } },
      ['too-many-names: void'],
    ],
    [
      'too few names',
      { kind: 'approval', atLeast: 1, atMost: 1 },
      { u1: { vote: 'no' } },
      ['too-few-names: refuse'],
    ],
    [
      'two winners',
      { kind: 'winner' },
      { u1: { vote: 'yes' }, u2: { vote: 'yes' } },
      ['too-many-names: refuse'],
    ],
    [
      'a place twice',
      { kind: 'ranking', effect: 'void' },
      { u1: { place: '1' }, u2: { place: '1' } },
      ['place-twice: void'],
    ],
    ['no place', { kind: 'placement', lastPlace: 3 }, { u1: { place: '4' } }, ['not-a-place: refuse']],
  ])('RULE-2: given %s, then the ballot has these faults', (_, ballot, values, expected) => {
    expect(faults(ballot, values)).toEqual(expected);
  });

  test('RULE-2: given a ranking that leaves out a unit, or ranks one it may not, then it is void or refused', () => {
    const ballot = { kind: 'ranking', effect: 'void' };
    expect(faults(ballot, votesOfRanking(['u1', 'u2']), {}, ['u1', 'u2', 'u3'])).toEqual([
      'unit-missing: void',
    ]);
    expect(faults(ballot, votesOfRanking(['u1', 'u2']), {}, ['u1'])).toContain('unknown-unit: refuse');
    expect(faults(ballot, votesOfRanking(['u2', 'u1', 'u3']))).toEqual([]);
  });
});

describe('validity rules', () => {
  const of = (rule: object) => ({ ...points, validity: [{ effect: 'warn', ...rule }] });
  const five = (...marks: readonly string[]) =>
    Object.fromEntries(marks.map((c1, n) => [`u${n + 1}`, { c1 }]));

  test.each<[string, object, readonly string[], readonly string[]]>([
    [
      'at most two above 9',
      { kind: 'at-most', limit: { count: 2 }, marks: { above: '9' } },
      ['9', '9.5', '10', '10'],
      ['too-many-marks: warn'],
    ],
    [
      'at most 30 %, rounded down',
      { kind: 'at-most', limit: { percent: '30' }, marks: { above: '9' } },
      ['10', '10', '1', '1', '1'],
      ['too-many-marks: warn'],
    ],
    [
      'at most 40 %',
      { kind: 'at-most', limit: { percent: '40' }, marks: { above: '9' } },
      ['10', '10', '1', '1', '1'],
      [],
    ],
    [
      'at least one below 5',
      { kind: 'at-least', limit: { count: 1 }, marks: { below: '5' } },
      ['5', '6'],
      ['too-few-marks: warn'],
    ],
    ['no equal marks', { kind: 'no-equal-marks' }, ['5', '6', '5.0'], ['equal-marks: warn']],
    ['not all equal', { kind: 'not-all-equal' }, ['5', '5', '5'], ['all-equal: warn']],
    ['not all equal', { kind: 'not-all-equal' }, ['5', '5', '6'], []],
    [
      'a reason beyond 9.5',
      { kind: 'reason-beyond', marks: { above: '9.5' } },
      ['10', '9'],
      ['reason-missing: warn'],
    ],
  ])('RULE-2: given %s, then the ballot has these faults', (_, rule, marks, expected) => {
    expect(faults(of(rule), five(...marks))).toEqual(expected);
  });

  test('RULE-2: given a reason, or a grade within its limit, then nothing is wrong', () => {
    expect(
      faults(of({ kind: 'reason-beyond', marks: { above: '9.5' } }), five('10'), { u1: 'a record' }),
    ).toEqual([]);
    const limited = {
      ...grades,
      validity: [{ kind: 'at-most', limit: { percent: '30' }, marks: { grade: 'A' }, effect: 'refuse' }],
    };
    const graded = (...ids: readonly string[]) =>
      Object.fromEntries(ids.map((grade, n) => [`u${n}`, { grade }]));
    expect(faults(limited, graded('A', 'B', 'B', 'B'))).toEqual([]);
    expect(faults(limited, graded('A', 'B', 'B'))).toEqual(['too-many-marks: refuse']);
  });
});
