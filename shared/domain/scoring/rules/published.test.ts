import { describe, expect, test } from 'vitest';
import { calculated, cast, seatsOf, totalsOf } from '../../../../test/builders/contest.ts';
import type { BallotVotes } from './contest.ts';
import { publishedUnits } from './published.ts';
import { placedOtherwise } from './rank-units.ts';
import type { ScoringSchemeText } from './scoring-scheme.ts';
import { turnoutOf } from './turnout.ts';

const seats = seatsOf({ A: 3, B: 2 });
const fields: Partial<ScoringSchemeText> = {
  groups: [{ id: 'A' }, { id: 'B' }],
  nodes: [{ kind: 'groups', id: 'total', ballot: 'vote', round: { decimals: 2 } }],
  outputs: [{ node: 'total', decimals: 1, labels: [{ from: '80', name: '良好' }, { name: '一般' }] }],
};

function published(publish: object, choice = { publishesThinMeans: false }, secrecy = 'by-seat') {
  const ballots = [
    { kind: 'total', id: 'vote', maximum: '100', step: '0.5', secrecy },
  ] as ScoringSchemeText['ballots'];
  const units = totalsOf(seats, [['80', '90', '81', '70', '72']]);
  const [unit] = publishedUnits(
    calculated({ ...fields, ballots, publish } as Partial<ScoringSchemeText>, units, seats),
    choice,
  );
  if (!unit) throw new Error('nothing published');
  return unit;
}

describe('what a scheme lets out', () => {
  test('RULE-27: given a scheme that says nothing of it, then total and outputs are published, and no group and no mark', () => {
    const unit = published({});
    expect(unit.total?.printed).toBe('77.33');
    expect(unit.outputs).toMatchObject([{ printed: '77.3', label: '一般' }]);
    expect([unit.groups, unit.marks]).toEqual([[], []]);
  });

  test('RULE-27: given group means, when one is of two ballots, then it is withheld unless that is chosen', () => {
    const groups = (choice: { publishesThinMeans: boolean }) =>
      published({ groupMeans: true }, choice).groups.map(({ printed, isWithheld }) => [printed, isWithheld]);
    expect(groups({ publishesThinMeans: false })).toEqual([
      ['83.67', false],
      [null, true],
    ]);
    expect(groups({ publishesThinMeans: true })).toEqual([
      ['83.67', false],
      ['71.00', false],
    ]);
  });

  test('RULE-27: given marks without seats, then they come highest first and name nobody', () => {
    const { marks } = published({ marks: 'sorted' });
    expect(marks.map(({ text }) => text)).toEqual(['90', '81', '80', '72', '70']);
    expect(marks.every(({ seat }) => seat === null)).toBe(true);
  });

  test('RULE-27: given marks by seat, then they stand in seat order; of a secret ballot no seat is told', () => {
    expect(published({ marks: 'by-seat' }).marks.map(({ seat }) => seat)).toEqual([
      'A1',
      'A2',
      'A3',
      'B1',
      'B2',
    ]);
    const secret = published({ marks: 'by-seat' }, undefined, 'anonymous').marks;
    expect(new Set(secret.map(({ seat }) => seat))).toEqual(new Set([null]));
  });

  test('RULE-27: given totals that stay inside, then none is published', () => {
    expect(published({ totals: false }).total).toBeNull();
  });
});

describe('what came in', () => {
  const states: BallotVotes['states'] = { A2: 'recused', B1: 'absent' };

  test('RULE-26: given ballots of two groups, then each is counted once, by what it is', () => {
    const groups = [{ id: 'A' }, { id: 'B', quorum: { atLeast: { count: 1 }, effect: 'flag' as const } }];
    const units = [
      { unit: 'u1', ballots: { vote: cast(seats, ['80', '90', null, '70', null], 'total', states) } },
    ];
    const turnout = turnoutOf(calculated({ ...fields, groups }, units, seats), 'vote', 'u1');
    expect(turnout).toMatchObject([
      {
        group: 'A',
        expected: 3,
        valid: 1,
        outside: 0,
        states: { recused: 1, 'not-yet': 1, absent: 0 },
        hasQuorum: true,
      },
      { group: 'B', expected: 2, valid: 0, states: { absent: 1, 'not-yet': 1 }, hasQuorum: false },
    ]);
  });

  test('RULE-26: given a grade that abstains, then it came in but is in no denominator', () => {
    const ballots: ScoringSchemeText['ballots'] = [
      {
        kind: 'grades',
        id: 'vote',
        grades: [
          { id: 'good', points: '100' },
          { id: 'abstain', points: null },
        ],
      },
    ];
    const units = [
      { unit: 'u1', ballots: { vote: cast(seats, ['good', 'abstain', 'good', 'good', 'good'], 'grade') } },
    ];
    const [group] = turnoutOf(calculated({ ...fields, ballots, outputs: [] }, units, seats), 'vote', 'u1');
    expect(group).toMatchObject({ valid: 2, outside: 1 });
  });
});

test('RULE-28: given totals equal on the sheet and different exactly, then the sheet can say where the other ranking differs', () => {
  const three = seatsOf({ A: 3 });
  const nodes: ScoringSchemeText['nodes'] = [
    { kind: 'marks', id: 'total', ballot: 'vote', round: { decimals: 0 } },
  ];
  const units = totalsOf(three, [
    ['80', '80', '80'],
    ['80', '80', '80.5'],
    ['70', '70', '70'],
  ]);
  expect(placedOtherwise(calculated({ nodes }, units, three))).toEqual([
    { unit: 'u1', place: '1/1', otherwise: '2/1' },
  ]);
});
