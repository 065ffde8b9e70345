import { expect, test } from 'vitest';
import { calculated, cast, seatsOf, totalsOf } from '../../../../test/builders/contest.ts';
import { rationalText } from '../../../kernel/rational.ts';
import { explainUnit, recomputeTree } from './result-tree.ts';
import type { ScoringSchemeText } from './scoring-scheme.ts';

const seats = seatsOf({ A: 4, B: 1 });

const nodes: ScoringSchemeText['nodes'] = [
  { kind: 'groups', id: 'marks', ballot: 'vote', trim: { high: 1, low: 1, fromCount: 4 } },
  { kind: 'adjustments', id: 'safety' },
  {
    kind: 'sum',
    id: 'total',
    parts: [{ node: 'marks' }, { node: 'safety' }],
    floor: '0',
    round: { decimals: 2 },
  },
];

function treeWith(secrecy: 'by-seat' | 'anonymous', marks: readonly (string | null)[]) {
  const ballots: ScoringSchemeText['ballots'] = [
    { kind: 'total', id: 'vote', maximum: '100', step: '0.5', secrecy },
  ];
  const groups = [{ id: 'A', weight: 2 }, { id: 'B' }];
  const adjustments = [{ node: 'safety', points: '-0.5', reason: 'late', author: 'chair' }];
  const vote = cast(seats, marks, 'total', { A2: 'recused' });
  return explainUnit(
    calculated({ groups, ballots, nodes }, [{ unit: 'u1', adjustments, ballots: { vote } }], seats),
    'u1',
  );
}

test('RULE-18: given a unit’s tree, then every mark has its state and every number its parts, before and after rounding', () => {
  const tree = treeWith('by-seat', ['80', '99', '81', '82', '90']);
  const nodeOf = (key: string) => tree.nodes.find((node) => node.key === key);
  expect(nodeOf('marks.A')?.parts.map(({ of, state, text }) => [of, state, text])).toEqual([
    ['A1', 'counted', '80'],
    ['A2', 'recused', '99'],
    ['A3', 'counted', '81'],
    ['A4', 'counted', '82'],
  ]);
  expect(nodeOf('marks')?.parts.map(({ of, value, times }) => [of, value, times])).toEqual([
    ['marks.A', '81/1', '2/1'],
    ['marks.B', '90/1', '1/1'],
  ]);
  expect(nodeOf('safety')?.parts).toMatchObject([{ of: 'chair', text: 'late', value: '-1/2' }]);
  expect(nodeOf('total')).toMatchObject({ exact: '167/2', value: '167/2', printed: '83.50' });
});

test('RULE-18: given a tree, when it is computed again from its marks, then every published number comes out', () => {
  const tree = treeWith('by-seat', ['80', '99', '81', '82.5', '90']);
  const again = recomputeTree(tree);
  for (const { key, value } of tree.nodes)
    expect(rationalText(again.get(key) ?? { numerator: 0n, denominator: 1n })).toBe(value);
  const marks = tree.nodes.map((node) => ({
    ...node,
    parts: node.parts.map((part) => (part.of === 'A1' ? { ...part, value: '0/1' } : part)),
  }));
  expect(again.get('total')).not.toEqual(recomputeTree({ ...tree, nodes: marks }).get('total'));
});

test('RULE-18: given a unit without a result, then the tree says what it waits for', () => {
  const tree = treeWith('by-seat', ['80', null, '81', '82', null]);
  expect(tree.state).toBe('waits');
  expect(tree.nodes.find(({ key }) => key === 'total')).toMatchObject({
    value: null,
    missing: { why: 'waits', of: 'B1' },
  });
});

test('RULE-17: given a secret ballot, then its tree carries groups and values in order, and no seat', () => {
  const one = treeWith('anonymous', ['80', null, '81', '82', '90']);
  const other = treeWith('anonymous', ['82', null, '80', '81', '90']);
  expect(JSON.stringify(one)).not.toMatch(/"[AB]\d"/);
  expect(one).toEqual(other);
  expect(treeWith('by-seat', ['80', null, '81', '82', '90'])).not.toEqual(
    treeWith('by-seat', ['82', null, '80', '81', '90']),
  );
});

test('RULE-18: given a stored vote with its criteria in another order, then its mark stands in the ballot’s order', () => {
  const criteria = ['c1', 'c2', 'c3'].map((id) => ({ id, maximum: '10', step: '1' }));
  const ballots: ScoringSchemeText['ballots'] = [{ kind: 'points', id: 'vote', criteria }];
  const one = seatsOf({ A: 1 });
  const vote = cast(one, [{ c3: '3', c1: '1', c2: '2' }]);
  const tree = explainUnit(calculated({ ballots }, [{ unit: 'u1', ballots: { vote } }], one), 'u1');
  expect(tree.nodes[0]?.parts.map(({ text }) => text)).toEqual(['1 + 2 + 3']);
});

test('RULE-18: given a unit that is not in the contest, then asking for its tree is a fault', () => {
  const calculation = calculated({}, totalsOf(seats, [['1', '2', '3', '4', '5']]), seats);
  expect(() => explainUnit(calculation, 'u9')).toThrow(RangeError);
});
