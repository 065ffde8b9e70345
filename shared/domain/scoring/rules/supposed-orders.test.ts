import { describe, expect, test } from 'vitest';
import { aRuleScheme, cast, seatsOf, totalsOf } from '../../../../test/builders/contest.ts';
import { builtIn } from '../../../../test/cases/read-built-in.ts';
import { calculator } from './calculate.ts';
import type { ContestUnit } from './contest.ts';
import type { ScoringScheme, ScoringSchemeText } from './scoring-scheme.ts';
import { supposedOrders } from './supposed-orders.ts';

/** Each supposition with the places that it would give instead: `unit: now → then`, or null. */
function told(scheme: ScoringScheme, seats: ReturnType<typeof seatsOf>, units: readonly ContestUnit[]) {
  const place = (text: string | null) => text?.replace('/1', '') ?? '—';
  return Object.fromEntries(
    supposedOrders(calculator(scheme)({ seats, units })).map(({ supposed, moved }) => [
      supposed.kind === 'without-group' ? `without ${supposed.group}` : supposed.kind,
      moved?.map(({ unit, place: now, otherwise }) => `${unit}: ${place(now)} → ${place(otherwise)}`) ?? null,
    ]),
  );
}

const two = seatsOf({ A: 1, B: 1 });
const groups = [{ id: 'A' }, { id: 'B' }];
/** A puts u1 before u2 before u3 by far, B the other way round by little. */
const apart = totalsOf(two, [
  ['90', '50'],
  ['70', '51'],
  ['50', '52'],
]);
const reversedWithoutA = ['u1: 1 → 3', 'u3: 3 → 1'];

describe('RULE-29: without a group', () => {
  test('given nodes that name their groups, then the group is left out of them, and a node of it alone of the total', () => {
    const nodes: ScoringSchemeText['nodes'] = [
      { kind: 'marks', id: 'ofA', ballot: 'vote', groups: ['A'] },
      { kind: 'marks', id: 'ofB', ballot: 'vote', groups: ['B'] },
      { kind: 'sum', id: 'total', parts: [{ node: 'ofA' }, { node: 'ofB' }] },
    ];
    expect(told(aRuleScheme({ groups, nodes }), two, apart)).toMatchObject({
      'without A': reversedWithoutA,
      'without B': [],
    });
    const pooled: ScoringSchemeText['nodes'] = [
      { kind: 'marks', id: 'total', ballot: 'vote', groups: ['A', 'B'] },
    ];
    expect(told(aRuleScheme({ groups, nodes: pooled }), two, apart)['without A']).toEqual(reversedWithoutA);
  });

  test('given judges who mark and an audience that votes, then each is weighed without the other', () => {
    const seats = seatsOf({ judges: 1, public: 2 });
    const units = [
      ['90', 'no', 'no'],
      ['60', 'yes', 'no'],
      ['50', 'yes', 'yes'],
    ].map(([mark = '', ...votes], n) => ({
      unit: `u${n + 1}`,
      ballots: {
        marks: cast(seats, [mark]),
        yes: cast(
          seats,
          [null, ...votes].map((vote) => vote && { vote }),
        ),
      },
    }));
    // 70 × mark + 30 × share: 63, 57 and 65.
    expect(told(builtIn('O3-singers'), seats, units)).toMatchObject({
      'without judges': ['u1: 2 → 3', 'u2: 3 → 2'],
      'without public': ['u3: 1 → 3', 'u1: 2 → 1', 'u2: 3 → 2'],
      'without-trim': [],
    });
  });

  test('given a total that only one of two groups makes, then without it nothing is left, and without the other the same', () => {
    const nodes: ScoringSchemeText['nodes'] = [
      { kind: 'marks', id: 'total', ballot: 'vote', groups: ['A'] },
      { kind: 'marks', id: 'beside', ballot: 'vote', groups: ['B'] },
    ];
    expect(told(aRuleScheme({ groups, nodes }), two, apart)).toMatchObject({
      'without A': null,
      'without B': [],
    });
    const factors: ScoringSchemeText['nodes'] = [
      { kind: 'marks', id: 'ofA', ballot: 'vote', groups: ['A'] },
      { kind: 'measure', id: 'difficulty', measure: 'difficulty' },
      { kind: 'product', id: 'total', parts: ['ofA', 'difficulty'] },
    ];
    const rated = apart.map((unit) => ({ ...unit, measures: { difficulty: '2' } }));
    expect(told(aRuleScheme({ groups, nodes: factors }), two, rated)['without A']).toBeNull();
  });

  test('given one group whose marks are added to a measured number, then without it the number ranks', () => {
    const seats = seatsOf({ A: 1 });
    const nodes: ScoringSchemeText['nodes'] = [
      { kind: 'marks', id: 'style', ballot: 'vote' },
      { kind: 'measure', id: 'length', measure: 'length' },
      { kind: 'sum', id: 'total', parts: [{ node: 'style' }, { node: 'length' }] },
    ];
    const units = totalsOf(seats, [['60'], ['50']]).map((unit, n) => ({
      ...unit,
      measures: { length: `${100 + n}` },
    }));
    expect(told(aRuleScheme({ groups: [{ id: 'A' }], nodes }), seats, units)['without A']).toEqual([
      'u1: 1 → 2',
      'u2: 2 → 1',
    ]);
    const alone = told(aRuleScheme({ groups: [{ id: 'A' }] }), seats, totalsOf(seats, [['60']]));
    expect(Object.keys(alone)).toEqual(['ranked-on']);
  });

  test('given ties that the group parted, then without it they stay', () => {
    const nodes: ScoringSchemeText['nodes'] = [{ kind: 'groups', id: 'total', ballot: 'vote' }];
    const equal = totalsOf(two, [
      ['90', '50'],
      ['80', '50'],
    ]);
    const parting = (ties: ScoringSchemeText['ranking']['ties']) =>
      told(aRuleScheme({ groups, nodes, ranking: { by: 'total', on: 'exact', ties } }), two, equal)[
        'without A'
      ];
    expect(parting([{ kind: 'node', node: 'total.A' }])).toEqual(['u2: 2 → 1']);
    expect(parting([{ kind: 'count-back', ballot: 'vote', groups: ['A'] }])).toEqual(['u2: 2 → 1']);
    expect(parting([{ kind: 'count-back', ballot: 'vote' }])).toEqual(['u2: 2 → 1']);
    expect(parting([{ kind: 'count-back-nodes', from: { nodes: ['total.A'] }, better: 'higher' }])).toEqual([
      'u2: 2 → 1',
    ]);
  });

  test('given trainees that count nowhere, then nothing is said of them', () => {
    const scheme = aRuleScheme({ groups: [{ id: 'A' }, { id: 'B', counts: false }] });
    expect(Object.keys(told(scheme, two, apart))).toEqual(['ranked-on']);
  });

  test('given a debate, then without its judges nothing is left to rank by', () => {
    const scheme = builtIn('O9-debate');
    const seats = seatsOf({ judges: 1, audience: 1 });
    expect(told(scheme, seats, [{ unit: 'u1' }, { unit: 'u2' }])).toMatchObject({
      'without judges': null,
      'without audience': [],
    });
  });
});

test('RULE-29: given the best and the worst of several runs dropped, then nothing struck takes them all', () => {
  const scheme = aRuleScheme({
    ballots: [],
    nodes: [
      { kind: 'measure', id: 'run', each: 'runs', measure: 'seconds' },
      {
        kind: 'pick',
        id: 'total',
        from: { items: 'run' },
        better: 'lower',
        dropBest: 1,
        dropWorst: 1,
        by: 'mean',
      },
    ],
    ranking: { by: 'total', on: 'exact', better: 'lower' },
  });
  const runs = (unit: string, ...seconds: readonly string[]): ContestUnit => ({
    unit,
    items: { runs: seconds.map((value, n) => ({ id: `r${n + 1}`, measures: { seconds: value } })) },
  });
  const units = [runs('u1', '10', '11', '40'), runs('u2', '10', '12', '13')];
  expect(told(scheme, [], units)['without-trim']).toEqual(['u1: 1 → 2', 'u2: 2 → 1']);
});
