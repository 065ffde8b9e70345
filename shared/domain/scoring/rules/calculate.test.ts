import { describe, expect, test } from 'vitest';
import {
  calculated,
  cast,
  placesOf,
  printedOf,
  seatsOf,
  totalsOf,
} from '../../../../test/builders/contest.ts';
import type { BallotVotes, ContestUnit, Measurement } from './contest.ts';
import { explainUnit } from './result-tree.ts';
import type { ScoringSchemeText } from './scoring-scheme.ts';

const five = seatsOf({ A: 5 });

function totalUnder(node: object, marks: readonly (string | null)[], states?: BallotVotes['states']): string {
  const nodes = [{ kind: 'marks', id: 'total', ballot: 'vote', ...node }] as ScoringSchemeText['nodes'];
  const units = [{ unit: 'u1', ballots: { vote: cast(five, marks, 'total', states) } }];
  return printedOf(calculated({ nodes }, units, five), 'total', 'u1', 4);
}

function missingUnder(policy: string, marks: readonly (string | null)[], states: BallotVotes['states'] = {}) {
  const ballots = [
    {
      kind: 'total',
      id: 'vote',
      maximum: '100',
      step: '0.5',
      missing: { 'not-yet': policy, absent: policy },
    },
  ] as ScoringSchemeText['ballots'];
  const units = [{ unit: 'u1', ballots: { vote: cast(five, marks, 'total', states) } }];
  return printedOf(calculated({ ballots }, units, five), 'total', 'u1', 4);
}

describe('the marks of a panel', () => {
  test.each([
    ['mean', '80.2000'],
    ['sum', '401.0000'],
    ['median', '81.0000'],
    ['highest', '90.0000'],
    ['lowest', '70.0000'],
    ['count', '5.0000'],
  ])('RULE-1: given five marks, when taken by %s, then the value is exact', (by, expected) => {
    expect(totalUnder({ by }, ['70', '90', '81', '82', '78'])).toBe(expected);
  });

  test('RULE-1: given a share of marks from 80, then it is out of the marks that count', () => {
    const share = { by: 'share', counting: { from: '80' }, outOf: '100' };
    expect(totalUnder(share, ['70', '90', '81', '82', '78'])).toBe('60.0000');
    expect(totalUnder(share, ['70', '90', '81', '82', null], { A5: 'abstained' })).toBe('75.0000');
  });

  test('RULE-3: given a seat that is recused, when its ballot comes all the same, then it counts nothing', () => {
    expect(totalUnder({}, ['70', '90', '80', '80', '0'], { A5: 'recused' })).toBe('80.0000');
  });

  test.each([
    ['exclude', '80.0000'],
    ['mean-of-others', '80.0000'],
    ['zero', '64.0000'],
    ['block', 'waits A5'],
  ])(
    'RULE-4: given a seat without a mark, when the policy is %s, then that is what happens',
    (policy, expected) => {
      expect(missingUnder(policy, ['70', '90', '80', '80', null])).toBe(expected);
      expect(missingUnder(policy, ['70', '90', '80', '80', null], { A5: 'absent' })).toBe(expected);
    },
  );

  test('RULE-4: given sums, when an absent mark is the mean of the others, then the sum is as of a full panel', () => {
    const ballots = [
      { kind: 'total', id: 'vote', maximum: '100', step: '0.5', missing: { absent: 'mean-of-others' } },
    ] as ScoringSchemeText['ballots'];
    const nodes: ScoringSchemeText['nodes'] = [{ kind: 'marks', id: 'total', ballot: 'vote', by: 'sum' }];
    const vote = cast(five, ['70', '90', '80', '80', null], 'total', { A5: 'absent' });
    const calculation = calculated({ ballots, nodes }, [{ unit: 'u1', ballots: { vote } }], five);
    expect(printedOf(calculation, 'total', 'u1')).toBe('400.00');
  });

  test.each<[string, object, string]>([
    ['one high and one low', { high: 1, low: 1, fromCount: 3 }, '80.0000'],
    ['two high', { high: 2, low: 0, fromCount: 3 }, '73.3333'],
    ['nothing below the threshold', { high: 1, low: 1, fromCount: 6 }, '78.0000'],
    ['nothing where too few would be left', { high: 2, low: 2, fromCount: 5, minimumLeft: 2 }, '78.0000'],
  ])('RULE-5: given five marks, when %s is struck, then the mean is of the rest', (_, trim, expected) => {
    expect(totalUnder({ trim }, ['60', '90', '80', '80', '80'])).toBe(expected);
  });

  test('RULE-5: given equal extremes, then exactly one goes and the earliest seat is shown struck', () => {
    const nodes: ScoringSchemeText['nodes'] = [
      { kind: 'marks', id: 'total', ballot: 'vote', trim: { high: 1, low: 1, fromCount: 3 } },
    ];
    const units = totalsOf(five, [['90', '70', '90', '70', '80']]);
    const [total] = explainUnit(calculated({ nodes }, units, five), 'u1').nodes;
    expect(total?.parts.map(({ state }) => state)).toEqual([
      'struck-high',
      'struck-low',
      'counted',
      'counted',
      'counted',
    ]);
  });

  test('RULE-5: given sub-panels, when each is trimmed apart and pooled, then it differs from trimming all together', () => {
    const seats = seatsOf({ A: 3, B: 3 });
    const units = totalsOf(seats, [['90', '80', '70', '60', '50', '40']]);
    const groups = [{ id: 'A' }, { id: 'B' }];
    const under = (per: 'panel' | 'group') => {
      const trim = { high: 1, low: 1, fromCount: 3, per };
      const nodes: ScoringSchemeText['nodes'] = [
        { kind: 'marks', id: 'total', ballot: 'vote', by: 'sum', trim },
      ];
      return printedOf(calculated({ groups, nodes }, units, seats), 'total', 'u1');
    };
    expect(under('group')).toBe('130.00');
    expect(under('panel')).toBe('260.00');
  });

  test('RULE-5: given criteria, when the judge goes by the whole ballot, then all that judge’s marks go', () => {
    const ballots: ScoringSchemeText['ballots'] = [
      {
        kind: 'points',
        id: 'vote',
        criteria: [
          { id: 'c1', maximum: '10', step: '1' },
          { id: 'c2', maximum: '10', step: '1' },
        ],
      },
    ];
    const seats = seatsOf({ A: 3 });
    const values = [
      { c1: '10', c2: '1' },
      { c1: '5', c2: '10' },
      { c1: '2', c2: '10' },
    ];
    const under = (by: 'these-marks' | 'whole-ballot') => {
      const nodes: ScoringSchemeText['nodes'] = [
        {
          kind: 'marks',
          id: 'total',
          ballot: 'vote',
          criteria: ['c1'],
          trim: { high: 1, low: 1, fromCount: 3, by },
        },
      ];
      const units = [{ unit: 'u1', ballots: { vote: cast(seats, values) } }];
      return printedOf(calculated({ ballots, nodes }, units, seats), 'total', 'u1');
    };
    expect(under('these-marks')).toBe('5.00');
    // Totals 11, 15 and 12: the third judge is left.
    expect(under('whole-ballot')).toBe('2.00');
  });
});

test('RULE-1: given criteria marked out of 10 that weigh differently, then a judge’s total takes them by their factors', () => {
  const ballots: ScoringSchemeText['ballots'] = [
    {
      kind: 'points',
      id: 'vote',
      criteria: [
        { id: 'c1', maximum: '10', step: '0.1', factor: '0.6' },
        { id: 'c2', maximum: '10', step: '0.1', factor: '0.4' },
      ],
    },
  ];
  const seats = seatsOf({ A: 3 });
  const values = ['9.1', '8', '7'].map((c1) => ({ c1, c2: '5.5' }));
  const trim = { high: 0, low: 1, fromCount: 3 };
  const nodes: ScoringSchemeText['nodes'] = [{ kind: 'marks', id: 'total', ballot: 'vote', trim }];
  const units = [{ unit: 'u1', ballots: { vote: cast(seats, values) } }];
  expect(printedOf(calculated({ ballots, nodes }, units, seats), 'total', 'u1', 3)).toBe('7.330');
});

describe('groups by weight', () => {
  const seats = seatsOf({ A: 2, B: 2, C: 1 });
  const groups = [
    { id: 'A', weight: 60 },
    { id: 'B', weight: 40 },
    { id: 'C', counts: false },
  ];
  const under = (emptyGroup: string, marks: readonly (string | null)[], more: object = {}) => {
    const nodes = [{ kind: 'groups', id: 'total', ballot: 'vote', emptyGroup }] as ScoringSchemeText['nodes'];
    const ballots = [
      { kind: 'total', id: 'vote', maximum: '100', step: '0.5', missing: { 'not-yet': 'exclude' } },
    ] as ScoringSchemeText['ballots'];
    return calculated({ groups, ballots, nodes, ...more }, totalsOf(seats, [marks]), seats);
  };

  test('RULE-6: given two groups and a trainee, then group means go by weight and the trainee is only shown', () => {
    const calculation = under('block', ['90', '80', '70', '60', '0']);
    expect(printedOf(calculation, 'total', 'u1')).toBe('77.00');
    expect(printedOf(calculation, 'total.C', 'u1')).toBe('0.00');
  });

  test('RULE-6: given a node that names no group, then trainees count nothing in it, nor in count-back', () => {
    const nodes: ScoringSchemeText['nodes'] = [{ kind: 'marks', id: 'total', ballot: 'vote' }];
    const ranking = {
      by: 'total',
      on: 'exact' as const,
      ties: [{ kind: 'count-back' as const, ballot: 'vote' }],
    };
    const units = totalsOf(seats, [
      ['80', '80', '80', '80', '100'],
      ['80', '80', '80', '80', '0'],
    ]);
    const calculation = calculated({ groups, nodes, ranking }, units, seats);
    expect(printedOf(calculation, 'total', 'u1')).toBe('80.00');
    expect(placesOf(calculation)).toEqual({ u1: '1', u2: '1' });
  });

  test.each([
    ['block', 'waits total.B'],
    ['renormalise', '85.00'],
    ['zero', '51.00'],
  ])(
    'RULE-6: given a group without a ballot, when the scheme says %s, then that is what happens',
    (policy, expected) => {
      expect(printedOf(under(policy, ['90', '80', null, null, null]), 'total', 'u1')).toBe(expected);
    },
  );

  test('RULE-4: given a quorum of two thirds of those present, when fewer vote, then the unit has no result', () => {
    const withQuorum = groups.map((group) =>
      group.id === 'B' ? { ...group, quorum: { atLeast: { of: [2, 3] } } } : group,
    );
    const more = { groups: withQuorum };
    expect(printedOf(under('block', ['90', '80', '70', null, null], more), 'total', 'u1')).toBe(
      'waits quorum:B',
    );
    expect(printedOf(under('block', ['90', '80', '70', '60', null], more), 'total', 'u1')).toBe('77.00');
  });
});

/** One unit with measured values under some nodes; the last node is read. */
function measured(
  nodes: ScoringSchemeText['nodes'],
  measures: ContestUnit['measures'] & object,
  unit: Partial<ContestUnit> = {},
): string {
  const last = nodes.at(-1)?.id ?? '';
  const fields = { nodes, ballots: [], ranking: { by: last, on: 'rounded' as const } };
  return printedOf(calculated(fields, [{ unit: 'u1', measures, ...unit }], []), last, 'u1', 3);
}

describe('measured values', () => {
  const metres = { kind: 'measure', id: 'metres', measure: 'metres' } as const;

  test.each([
    ['94', '68.000'],
    ['55.5', '0.000'],
    ['140', '130.000'],
  ])(
    'RULE-8: given a line of points held by floor and cap, when %s m are measured, then it gives %s',
    (value, points) => {
      const line = {
        kind: 'linear',
        id: 'p',
        of: 'metres',
        base: '60',
        rate: '2',
        par: '90',
        floor: '0',
        cap: '130',
      } as const;
      expect(measured([metres, line], { metres: value })).toBe(points);
    },
  );

  test.each([
    ['half-up', '0.125', '0.13'],
    ['half-even', '0.125', '0.12'],
    ['half-down', '0.125', '0.12'],
    ['up', '0.121', '0.13'],
    ['down', '0.129', '0.12'],
    ['half-up', '-0.125', '-0.13'],
    ['half-up', '60.025', '60.03'],
    ['half-up', '60.095', '60.10'],
  ] as const)(
    'RULE-8: given the mode %s, when %s is rounded to two places, then it is %s',
    (mode, value, expected) => {
      const rounded = { kind: 'factor', id: 'p', of: 'metres', round: { decimals: 2, mode } } as const;
      expect(measured([metres, rounded], { metres: value }).replace(/0$/, '')).toBe(expected);
    },
  );

  test('RULE-9: given a time that nobody confirmed, or none, then the result waits for it', () => {
    const unconfirmed: Measurement = { kind: 'unconfirmed', value: '90' };
    expect(measured([metres], { metres: unconfirmed })).toBe('waits metres');
    expect(measured([metres], {})).toBe('waits metres');
    expect(measured([{ ...metres, missing: 'zero' }], {})).toBe('0.000');
  });

  test('RULE-9: given a difficulty on the unit, when marks are multiplied by it, then sum × difficulty is exact', () => {
    const nodes = [
      metres,
      { kind: 'measure', id: 'difficulty', measure: 'dd' },
      { kind: 'product', id: 'dive', parts: ['metres', 'difficulty'] },
    ] as ScoringSchemeText['nodes'];
    expect(measured(nodes, { metres: '22.5', dd: '3.2' })).toBe('72.000');
  });

  test.each<[readonly Measurement[], string]>([
    [['10.1', '9.9', '12', '11', '10'], '10.367'],
    [['10.1', '9.9', { kind: 'did-not-finish' }, '11', '10'], '10.367'],
    [['10.1', { kind: 'did-not-finish' }, { kind: 'did-not-finish' }, '11', '10'], 'did-not-finish'],
  ])(
    'RULE-10: given five attempts, when best and worst are dropped, then an unfinished one is the worst',
    (times, expected) => {
      const nodes = [
        { kind: 'measure', id: 'time', each: 'attempts', measure: 'time' },
        {
          kind: 'pick',
          id: 'mean',
          from: { items: 'time' },
          better: 'lower',
          dropBest: 1,
          dropWorst: 1,
          by: 'mean',
          round: { decimals: 3 },
        },
      ] as ScoringSchemeText['nodes'];
      const attempts = times.map((time, n) => ({ id: `${n + 1}`, measures: { time } }));
      expect(measured(nodes, {}, { items: { attempts } })).toBe(expected);
    },
  );

  test('RULE-10: given four jumps, when the best two count, then their sum is taken', () => {
    const nodes = [
      { kind: 'measure', id: 'points', each: 'jumps', measure: 'points' },
      { kind: 'pick', id: 'best', from: { items: 'points' }, best: 2 },
    ] as ScoringSchemeText['nodes'];
    const jumps = ['5', '9', '7', '8'].map((points) => ({ id: points, measures: { points } }));
    expect(measured(nodes, {}, { items: { jumps } })).toBe('17.000');
  });

  test.each([
    ['300', '0.000'],
    ['303', '0.000'],
    ['306', '-0.020'],
    ['315', '-0.050'],
    ['420', '-0.200'],
    ['239', '-0.100'],
  ])(
    'RULE-11: given bands over and under five minutes with a grace of 3 s, when it took %s s, then %s',
    (seconds, points) => {
      const nodes = [
        { kind: 'measure', id: 'time', measure: 'time' },
        {
          kind: 'time',
          id: 'deduction',
          of: 'time',
          limit: '300',
          grace: '3',
          atLeast: '243',
          over: {
            kind: 'bands',
            bands: [
              { from: '1', points: '-0.02' },
              { from: '11', points: '-0.05' },
              { from: '31', points: '-0.5' },
            ],
          },
          under: { kind: 'per-whole', seconds: '4', points: '-0.1' },
          floor: '-0.2',
        },
      ] as ScoringSchemeText['nodes'];
      expect(measured(nodes, { time: seconds })).toBe(points);
    },
  );

  test.each([
    ['300', '0.000'],
    ['301', '-1.000'],
    ['330', '-1.000'],
    ['331', '-2.000'],
    ['900', '-10.000'],
  ])(
    'RULE-11: given one point per started 30 s, at most ten, when it took %s s, then %s',
    (seconds, points) => {
      const over = { kind: 'per-started', seconds: '30', points: '-1' };
      const nodes = [
        { kind: 'measure', id: 'time', measure: 'time' },
        { kind: 'time', id: 'deduction', of: 'time', limit: '300', over, floor: '-10' },
      ] as ScoringSchemeText['nodes'];
      expect(measured(nodes, { time: seconds })).toBe(points);
    },
  );

  test('RULE-8: given deductions beyond the points, then a floor at zero holds', () => {
    const nodes = [
      metres,
      { kind: 'adjustments', id: 'safety', floor: '-20', cap: '0' },
      { kind: 'sum', id: 'total', parts: [{ node: 'metres' }, { node: 'safety' }], floor: '0' },
    ] as ScoringSchemeText['nodes'];
    const off = (points: string) => ({
      adjustments: [{ node: 'safety', points, reason: 'goggles', author: 'chair' }],
    });
    expect(measured(nodes, { metres: '12' }, off('-5'))).toBe('7.000');
    expect(measured(nodes, { metres: '12' }, off('-15'))).toBe('0.000');
    expect(measured(nodes, { metres: '42' }, off('-50'))).toBe('22.000');
  });

  test('RULE-11: given bands of a value, then the last that begins at or below it counts', () => {
    const bands = {
      kind: 'bands',
      id: 'points',
      of: 'metres',
      bands: [
        { from: '10', points: '5' },
        { from: '20', points: '8' },
      ],
      below: '1',
    };
    const under = (value: string) =>
      measured([metres, bands] as ScoringSchemeText['nodes'], { metres: value });
    expect([under('9.9'), under('10'), under('25')]).toEqual(['1.000', '5.000', '8.000']);
  });
});

describe('a unit that isn’t there', () => {
  const seats = seatsOf({ A: 1 });
  const units: readonly ContestUnit[] = [
    ...totalsOf(seats, [['80'], ['90']]),
    { unit: 'u3', state: 'withdrew', ballots: { vote: cast(seats, ['99']) } },
  ];

  test.each([
    ['exclude', { u2: '1', u1: '2', u3: null }],
    ['zero', { u2: '1', u1: '2', u3: '3' }],
    ['block', { u2: '1', u1: '2', u3: null }],
  ])(
    'RULE-16: given a unit that withdrew, when the scheme says %s, then its marks count nothing',
    (withdrew, places) => {
      const calculation = calculated({ units: { withdrew } } as Partial<ScoringSchemeText>, units, seats);
      expect(placesOf(calculation)).toEqual(places);
      expect(calculation.ranking.find(({ unit }) => unit === 'u3')?.state).toBe(
        withdrew === 'block' ? 'waits' : 'withdrew',
      );
    },
  );
});
