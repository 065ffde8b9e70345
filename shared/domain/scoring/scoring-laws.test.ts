import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aCriterion, aScheme, aWeight } from '../../../test/builders/definition.ts';
import { criterionId, groupId, unitId } from '../../kernel/brand.ts';
import type { Scheme } from './scheme.ts';
import { scoreUnits, type UnitBallots } from './score-units.ts';

const seed = 20_190_726;

describe('any ballots under any scheme', () => {
  const schemes: fc.Arbitrary<Scheme> = fc
    .record({
      weights: fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })),
      trim: fc.constantFrom(null, { high: 1, low: 1, fromCount: 3 }, { high: 2, low: 0, fromCount: 3 }),
      decimals: fc.integer({ min: 0, max: 3 }),
      emptyGroup: fc.constantFrom('renormalise' as const, 'zero' as const),
    })
    .map(({ weights: [a, b], ...fields }) =>
      aScheme({
        ...fields,
        criteria: [aCriterion('c1', '4', '1'), aCriterion('c2', '4', '1')],
        weights: [aWeight('A', a), aWeight('B', b)],
        ties: [
          { kind: 'group', group: groupId('A') },
          { kind: 'criterion', criterion: criterionId('c2') },
        ],
      }),
    );
  // Few different marks, so that ties and equal extremes are common.
  const mark = fc.integer({ min: 0, max: 2 });
  const ballots = fc.tuple(
    fc.array(fc.tuple(mark, mark), { maxLength: 3, size: 'max' }),
    fc.array(fc.tuple(mark, mark), { maxLength: 3, size: 'max' }),
  );
  const contests = fc.array(ballots, { minLength: 3, maxLength: 3 });

  function unitsOf(
    contest: readonly (readonly (readonly (readonly [number, number])[])[])[],
  ): readonly UnitBallots[] {
    return contest.map((groups, index) => ({
      unit: unitId(`u${index + 1}`),
      isCalled: true,
      ballots: groups.flatMap((votes, g) =>
        votes.map(([c1, c2], n) => ({
          seat: `${'AB'[g]}${n + 1}`,
          group: 'AB'[g] ?? '',
          values: { c1: String(c1), c2: String(c2) },
        })),
      ),
    }));
  }

  function placesOf(scheme: Scheme, units: readonly UnitBallots[]) {
    const figures = scoreUnits(scheme, 'hash', units);
    if (!figures.ok) throw new Error(figures.error.code);
    return new Map(figures.value.units.map((figure) => [figure.unit, figure.rank]));
  }

  test('SCORE-6: raising one mark never lowers that unit’s place', () => {
    fc.assert(
      fc.property(
        schemes,
        contests,
        fc.nat(),
        fc.constantFrom('c1', 'c2'),
        (scheme, contest, nth, criterion) => {
          const units = unitsOf(contest);
          const [first, ...others] = units;
          if (!first || first.ballots.length === 0) return;
          const raised = first.ballots.map((vote, index) =>
            index === nth % first.ballots.length
              ? {
                  ...vote,
                  values: { ...vote.values, [criterion]: String(Number(vote.values[criterion]) + 1) },
                }
              : vote,
          );
          const before = placesOf(scheme, units).get(first.unit) ?? 99;
          const after = placesOf(scheme, [{ ...first, ballots: raised }, ...others]).get(first.unit) ?? 99;
          expect(after).toBeLessThanOrEqual(before);
        },
      ),
      { numRuns: 1500, seed },
    );
  });

  test('SCORE-7: places are 1 to the number of ranked units, with a gap after each shared one', () => {
    fc.assert(
      fc.property(schemes, contests, (scheme, contest) => {
        const places = [...placesOf(scheme, unitsOf(contest)).values()].filter((place) => place !== null);
        for (const place of places) expect(places.filter((other) => other < place).length).toBe(place - 1);
      }),
      { numRuns: 300, seed },
    );
  });

  test('SCORE-6: the order of appearance changes no unit’s place', () => {
    fc.assert(
      fc.property(schemes, contests, (scheme, contest) => {
        const units = unitsOf(contest);
        expect(placesOf(scheme, [...units].reverse())).toEqual(placesOf(scheme, units));
      }),
      { numRuns: 300, seed },
    );
  });
});
