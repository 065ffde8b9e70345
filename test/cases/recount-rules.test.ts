import { expect, test } from 'vitest';
import { rationalText } from '../../shared/kernel/rational.ts';
import { largeContest, oneMoreBallot, recountRules } from './recount-rules.ts';

test('given a large contest, when one more ballot comes, then the recount equals one from nothing, and only that unit changed', () => {
  const contest = largeContest();
  const after = oneMoreBallot(contest, 3, 7);
  const recount = recountRules();
  const before = recount(contest);
  const [remembered, fresh] = [recount(after), recountRules()(after)];
  const totals = ({ nodeValue }: typeof fresh) =>
    contest.units.map(({ unit }) => {
      const value = nodeValue('total', unit);
      return value.kind === 'value' ? rationalText(value.exact) : value.why;
    });
  expect(remembered.ranking).toEqual(fresh.ranking);
  expect(totals(remembered)).toEqual(totals(fresh));
  const [was, is] = [totals(before), totals(remembered)];
  expect(is.flatMap((total, n) => (total === was[n] ? [] : [n]))).toEqual([3]);
});
