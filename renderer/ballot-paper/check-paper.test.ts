import { describe, expect, test } from 'vitest';
import type { BallotType } from '../../shared/domain/scoring/rules/ballot-type.ts';
import { unitId } from '../../shared/kernel/brand.ts';
import {
  approval,
  grades,
  looseApproval,
  looseRanking,
  points,
  ranking,
  sampleUnits,
  satisfaction,
  totals,
  winner,
} from '../gallery/sample-ballots.ts';
import { checkPaper, gradeCounts, needsReason } from './check-paper.ts';
import {
  cellsOf,
  hasTask,
  type Paper,
  paperOf,
  rankedUnits,
  usableValues,
  withRanking,
  withRecusal,
} from './paper.ts';

const units = sampleUnits.slice(0, 4);
const [u1, u2, u3, u4] = ['u1', 'u2', 'u3', 'u4'].map(unitId) as [
  ReturnType<typeof unitId>,
  ReturnType<typeof unitId>,
  ReturnType<typeof unitId>,
  ReturnType<typeof unitId>,
];

const onAll = (...parts: readonly BallotType[]): Paper => paperOf({ unit: null, units, parts }, {});
const without = (paper: Paper, ...notOn: Paper['notOn']): Paper => ({ ...paper, notOn });
const secret = (ballot: BallotType): BallotType => ({ ...ballot, secrecy: 'anonymous' });

describe('the paper of a seat', () => {
  test('given two ballots of which the seat casts one, its fields still go by the ballot’s name', () => {
    const unit = units[0] ?? null;
    const paper = paperOf(
      { unit, units: units.slice(0, 1), parts: [points, satisfaction] },
      {
        casts: ['satisfaction'],
      },
    );
    expect(checkPaper(paper, { 'satisfaction/grade': 'good' })).toMatchObject({
      leftCount: 0,
      isBarred: false,
    });
  });

  test('given every unit is taken out, there is nothing to fill in', () => {
    expect(hasTask(onAll(ranking))).toBe(true);
    expect(hasTask(without(onAll(ranking), u1, u2, u3, u4))).toBe(false);
  });

  test('given values of another form, only what this paper takes is kept, and places close up', () => {
    const paper = without(onAll(ranking), u2);
    const values = { 'u1/place': '3', 'u2/place': '1', 'u3/place': '2', 'u9/place': '4', c1: '8' };
    expect(usableValues(paper, values)).toEqual({ 'u3/place': '1', 'u1/place': '2' });
    expect(usableValues(onAll(grades), { 'u1/grade': 'best', 'u2/grade': 'gold' })).toEqual({
      'u1/grade': 'best',
    });
  });

  test('given one number for each unit, its cell goes by the unit’s name and its field', () => {
    const [cell] = cellsOf(without(onAll(totals), u1), {});
    expect(cell).toMatchObject({ id: 'u2/total', name: units[1]?.name, minimum: '60' });
  });
});

describe('a ranking', () => {
  test('given some units ranked, it can’t be sent and says how many are left', () => {
    const values = withRanking(onAll(ranking), ranking, {}, [u3, u1]);
    expect(values).toEqual({ 'u3/place': '1', 'u1/place': '2' });
    expect(checkPaper(onAll(ranking), values)).toMatchObject({
      left: { places: 2 },
      isBarred: true,
      notices: [],
    });
  });

  test('given it may be void, it may be sent incomplete with a warning, but not empty', () => {
    const paper = onAll(looseRanking);
    expect(checkPaper(paper, {}).leftCount).toBe(4);
    expect(checkPaper(paper, { 'u3/place': '1' })).toMatchObject({
      leftCount: 0,
      isBarred: false,
      notices: [{ kind: 'unranked', count: 3, effect: 'void' }],
    });
  });

  test('given the card’s holder is recused from a ranked unit, its place goes and the others close up', () => {
    const ballot = secret(ranking);
    const paper = onAll(ballot);
    const whole = withRanking(paper, ballot, {}, [u1, u2, u3, u4]);
    const values = withRecusal(paper, whole, u2, true);
    expect(rankedUnits(paper, ballot, values)).toEqual([u1, u3, u4]);
    expect(checkPaper(paper, values)).toMatchObject({ leftCount: 0, isBarred: false });
    expect(withRecusal(paper, values, u2, false)).not.toHaveProperty('u2/@recused');
  });
});

describe('names', () => {
  test('given names, every other unit is sent with a no', () => {
    expect(checkPaper(without(onAll(approval), u4), { 'u2/vote': 'yes' }).values).toEqual({
      'u1/vote': 'no',
      'u2/vote': 'yes',
      'u3/vote': 'no',
    });
  });

  test('given more than may be, it is refused or void as the ballot says', () => {
    const yes = Object.fromEntries(units.map(({ id }) => [`${id}/vote`, 'yes']));
    expect(checkPaper(onAll(approval), yes)).toMatchObject({
      isBarred: true,
      notices: [{ kind: 'too-many-names', named: 4, atMost: 3, effect: 'refuse' }],
    });
    expect(checkPaper(onAll(looseApproval), yes)).toMatchObject({
      isBarred: false,
      notices: [{ kind: 'too-many-names', effect: 'void' }],
    });
  });

  test('given none of one winner, one is left to choose', () => {
    expect(checkPaper(onAll(winner), {}).left.names).toBe(1);
    expect(checkPaper(onAll(winner), { 'u1/vote': 'yes' })).toMatchObject({ leftCount: 0, isBarred: false });
  });
});

describe('limits and reasons', () => {
  // 30 % of 4 is 1.2, and of 3 is 0.9.
  test('given a share of the units, it is rounded down over those that the seat votes on', () => {
    const values = { 'u1/grade': 'best' };
    expect(gradeCounts(onAll(grades), grades, values)).toEqual([
      { grade: 'best', count: 1, limit: 1, kind: 'at-most' },
    ]);
    expect(gradeCounts(without(onAll(grades), u4), grades, values)).toMatchObject([{ limit: 0 }]);
  });

  test('given the limit is broken, the whole paper is stopped once it is filled in', () => {
    const paper = onAll(grades);
    const half = { 'u1/grade': 'best', 'u2/grade': 'best' };
    expect(checkPaper(paper, half).notices).toEqual([]);
    const whole = { ...half, 'u3/grade': 'good', 'u4/grade': 'fair' };
    expect(checkPaper(paper, whole)).toMatchObject({
      isBarred: true,
      notices: [{ kind: 'rule', effect: 'refuse' }],
    });
  });

  test('given a mark beyond what goes without a word, a reason is needed and lets it pass', () => {
    const paper = without(onAll(totals), u3, u4);
    const values = { 'u1/total': '96', 'u2/total': '95' };
    expect(needsReason(paper, totals, u1, values)).toBe(true);
    expect(needsReason(paper, totals, u2, values)).toBe(false);
    expect(checkPaper(paper, values).isBarred).toBe(true);
    expect(checkPaper(paper, { ...values, 'u1/@reason': ' ' }).isBarred).toBe(true);
    expect(checkPaper(paper, { ...values, 'u1/@reason': '领先' }).isBarred).toBe(false);
  });
});
