import { expect, test } from 'vitest';
import { anEventUnder, cast, onEach } from '../../test/builders/any-event.ts';
import { aRuleScheme } from '../../test/builders/contest.ts';
import { aDefinition } from '../../test/builders/definition.ts';
import { ballot, count, decideSeats, lock, next, pair, recuse } from '../../test/builders/orders.ts';
import { given } from '../../test/builders/scenario.ts';
import { contestOf } from './contest-of.ts';

const open = given(aDefinition({ units: ['u1'] }), next, pair('A1'), pair('A2'), pair('B1'), next);

test('SCORE-1: given a changed ballot, an absent and an excluded seat, then the last ballot stands beside their states', () => {
  const { state } = open.and(
    ballot('A1', 'u1', ['1', '1']),
    ballot('A1', 'u1', ['50', '30']),
    decideSeats('u1', ['A2'], 'absent'),
    decideSeats('u1', ['B1'], 'excluded'),
  );
  expect(contestOf(state).units).toEqual([
    {
      unit: 'u1',
      ballots: {
        marks: { votes: { A1: { c1: '50', c2: '30' } }, states: { A2: 'absent', B1: 'excluded' } },
      },
    },
  ]);
});

test('SCORE-1: given a ballot that breaks a rule whose effect is void, then it is stored and its seat is void', () => {
  const scheme = aRuleScheme({
    groups: [{ id: 'A' }, { id: 'B' }],
    ballots: [
      {
        kind: 'grades',
        id: 'vote',
        grades: [
          { id: 'good', points: '100' },
          { id: 'poor', points: '0' },
        ],
        validity: [{ kind: 'at-most', limit: { count: 0 }, marks: { grade: 'poor' }, effect: 'void' }],
      },
    ],
  });
  const voting = given(
    aDefinition({ units: ['u1'], scheme }),
    next,
    pair('A1'),
    pair('A2'),
    pair('B1'),
    next,
  );
  const { state } = voting.and(
    ballot('A1', 'u1', { grade: 'good' }),
    ballot('A2', 'u1', { grade: 'poor' }),
    ballot('B1', 'u1', { grade: 'good' }),
  );
  expect(contestOf(state).units[0]?.ballots?.vote?.states).toEqual({ A2: 'void' });
});

test.each([
  ['absent', '20.00'],
  ['excluded', '80.00'],
] as const)(
  'SCORE-2: given a scheme that counts an absent mark zero, when a seat is %s, then the total is %s',
  (decision, total) => {
    const scheme = aRuleScheme({
      groups: [{ id: 'A' }, { id: 'B' }],
      ballots: [{ kind: 'total', id: 'vote', maximum: '100', step: '1', missing: { absent: 'zero' } }],
      nodes: [{ kind: 'marks', id: 'total', ballot: 'vote', round: { decimals: 2 } }],
    });
    const seats = { A: 3, B: 1 };
    const voting = given(aDefinition({ units: ['u1'], seats, scheme }), next, pair('A1'), next);
    const counted = voting.and(
      ballot('A1', 'u1', { total: '80' }),
      decideSeats('u1', ['A2', 'A3', 'B1'], decision),
      next,
      lock('u1'),
      count(),
    );
    const { result } = counted.state;
    expect(result.kind === 'counted' && result.figures.units[0]?.total).toBe(total);
  },
);

test('ROUND-2: given a ballot that one group casts, then only its seats are expected', () => {
  const scheme = aRuleScheme({
    groups: [{ id: 'A' }, { id: 'B' }],
    ballots: [{ kind: 'total', id: 'vote', maximum: '100', step: '1', groups: ['A'] }],
  });
  const voting = given(aDefinition({ units: ['u1'], scheme }), next, next);
  expect(voting.round('u1').expected).toEqual(['A1', 'A2']);
});

test('SCORE-1, ROUND-18: given the votes were read before, when a seat is recused from one unit of the paper, then they are read anew', () => {
  const scheme = aRuleScheme({
    groups: [{ id: 'A' }],
    ballots: [{ kind: 'total', id: 'vote', maximum: '10', step: '1', round: { kind: 'all-units' } }],
    nodes: [{ kind: 'marks', id: 'total', ballot: 'vote' }],
  });
  const both = ['A1', 'A2'];
  const voted = given(
    anEventUnder(scheme, { units: ['u1', 'u2'], seats: 2 }),
    ...both.map((seat) => pair(seat)),
    next,
    next,
  ).and(...both.map((seat) => cast(seat, onEach('total', { u1: '5', u2: '6' }))));
  const states = ({ state }: typeof voted) =>
    contestOf(state).units.map(({ ballots }) => ballots?.vote?.states);
  expect(states(voted)).toEqual([{}, {}]);
  expect(states(voted.and(recuse('A1', 'u2')))).toEqual([{}, { A1: 'recused' }]);
});
