import { expect, test } from 'vitest';
import { aDefinition } from '../../test/builders/definition.ts';
import { ballot, decideSeats, next, open, pair, recuse } from '../../test/builders/orders.ts';
import { given, type Scenario } from '../../test/builders/scenario.ts';
import { countsView } from './build-common.ts';

const seats = ['A1', 'A2', 'B1'];
const opened = given(aDefinition(), ...seats.map((seat) => pair(seat)), next, open('u1'));

const roundOf = ({ state }: Scenario) => {
  const round = Object.values(state.rounds)[0];
  if (!round) throw new Error('no round');
  return round;
};
const countsOf = (run: Scenario) => {
  const { submitted, expected, groups } = countsView(run.state.definition, roundOf(run));
  return [submitted, expected, groups.map((group) => `${group.submitted}/${group.expected}`)];
};

test('VIEW-2, given counts that were shown before, when a ballot comes or a seat needs none, then the next ones say so', () => {
  expect(countsOf(opened)).toEqual([0, 3, ['0/2', '0/1']]);
  const voted = opened.and(ballot('A1', 'u1', ['50', '30']));
  expect(countsOf(voted)).toEqual([1, 3, ['1/2', '0/1']]);
  expect(countsOf(voted.and(decideSeats('u1', ['A2'])))).toEqual([1, 2, ['1/1', '0/1']]);
  expect(countsOf(opened)).toEqual([0, 3, ['0/2', '0/1']]);
});

test('VIEW-2, given an unchanged round, then the same counts are shown again, and others under another panel', () => {
  const { definition } = opened.state;
  const counts = countsView(definition, roundOf(opened));
  expect(countsView({ ...definition }, roundOf(opened.and(recuse('A1', 'u2'))))).toBe(counts);
  const withoutGroups = { ...definition, groups: [] };
  expect(countsView(withoutGroups, roundOf(opened))).toEqual({ groups: [], submitted: 0, expected: 0 });
  expect(countsView(definition, roundOf(opened))).toEqual(counts);
});
