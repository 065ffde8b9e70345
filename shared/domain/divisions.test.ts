import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aDefinition, aScheme } from '../../test/builders/definition.ts';
import {
  divisionSeats,
  inDivisions,
  scoredInDivisions,
  streets,
  towns,
  townsAndStreets,
} from '../../test/builders/divisions.ts';
import {
  count,
  jump,
  next,
  pair,
  release,
  returnReveal,
  revealAll,
  revealStep,
  turn,
} from '../../test/builders/orders.ts';
import { given } from '../../test/builders/scenario.ts';
import { divisionId, unitId } from '../kernel/brand.ts';
import { sameText } from '../kernel/language.ts';
import { definitionProblems } from './definition-checks.ts';
import { revealedWithDivision, revealOrder, revealStage } from './reveal-order.ts';
import type { ScoringScheme } from './scoring/rules/scoring-scheme.ts';

const units = townsAndStreets;
const seats = divisionSeats;
const scored = scoredInDivisions();
const released = scored.and(count(), jump('release'), release());
const figures = released.state.result.kind === 'none' ? null : released.state.result.figures;
if (!figures) throw new Error('nothing was counted');

describe('divisions of the definition', () => {
  test('DIVISION-1: given a unit in none or in an unknown one, or an empty division, then each is named', () => {
    const { division: _, ...outside } = inDivisions().units[0] ?? {};
    const [first, second, ...others] = inDivisions().units;
    if (!first || !second) throw new Error('no units');
    const problems = definitionProblems({
      ...inDivisions(),
      divisions: [streets, towns, { id: divisionId('villages'), name: sameText('村组') }],
      units: [
        { ...first, ...outside, division: undefined },
        { ...second, division: divisionId('x') },
        ...others,
      ],
    });
    expect(problems).toEqual([
      { code: 'unit-without-division', path: 'units.0.division', detail: 'u1' },
      { code: 'unknown-division', path: 'units.1.division', detail: 'x' },
      { code: 'division-without-unit', path: 'divisions.2', detail: 'villages' },
    ]);
    expect(definitionProblems(inDivisions())).toEqual([]);
    expect(definitionProblems({ ...inDivisions(), divisions: undefined }).map(({ code }) => code)).toEqual(
      units.map(() => 'unknown-division'),
    );
  });
});

describe('places in divisions', () => {
  test('DIVISION-2: given two divisions, when counted, then each has a first place of its own and its ties', () => {
    expect(
      figures.units.map(({ unit, division, rank, place, isShared, total }) =>
        [division, unit, rank, place, isShared, total].join(' '),
      ),
    ).toEqual([
      'streets u2 1 1 false 70.00',
      'streets u4 2 2 false 60.00',
      'towns u3 1 1 true 90.00',
      'towns u5 1 1 true 90.00',
      'towns u1 3 3 false 50.00',
    ]);
  });

  test('DIVISION-2: given a prize for one, when counted, then one of each division gets it', () => {
    const prize = { id: 'best', name: sameText('一等奖'), quota: 1, better: 'higher' as const };
    const scheme: ScoringScheme = { ...aScheme(), prizes: [prize] };
    const { state } = given(
      inDivisions(scheme),
      next,
      ...seats.map((seat) => pair(seat)),
      ...units.flatMap((unit, n) => turn(unit, seats, [`${10 + n}`, '20'])),
      count(),
    );
    const { awards } = state.result.kind === 'none' ? { awards: null } : state.result.figures;
    expect(awards?.prizes.map(({ division, units: given_ }) => `${division} ${given_.join()}`)).toEqual([
      'streets u4',
      'towns u5',
    ]);
  });

  test('DIVISION-3: given equal totals in two divisions, when the jury is asked to part them, then it may not', () => {
    const scheme = aScheme();
    const withDecision: ScoringScheme = {
      ...scheme,
      ranking: { ...scheme.ranking, ties: [{ kind: 'decision' }] },
    };
    const start = given(inDivisions(withDecision), next);
    const tie = (...names: readonly string[]) =>
      ({ kind: 'DecideTie', units: names, reason: 'drawn by lot', author: '评委会' }) as const;
    start.when(tie('u1', 'u2')).thenRefused('tie-across-divisions', 'units');
    expect(start.and(tie('u3', 'u1')).state.tieDecisions).toHaveLength(1);
  });
});

describe('the reveal, division after division', () => {
  test('DIVISION-4: given a release, when rows are taken, then each division stands from its last place to its first', () => {
    expect(revealOrder(figures).map(({ unit }) => unit)).toEqual(['u4', 'u2', 'u1', 'u5', 'u3']);
    const walls = [0, 1, 2, 3, 4, 5].map((revealed) => {
      const { inHand, ranked, shown } = revealStage(figures, revealed);
      return `${inHand.division} ${ranked.length}: ${shown.map(({ unit }) => unit).join()}`;
    });
    expect(walls).toEqual([
      'streets 2: ',
      'streets 2: u4',
      'streets 2: u2,u4',
      'towns 3: u1',
      'towns 3: u5,u1',
      'towns 3: u3,u5,u1',
    ]);
  });

  test('DIVISION-4: given divisions of any size, then each step adds the row that is next, and shows none that wasn’t taken', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 5 }), (sizes) => {
        const [any] = figures.units;
        if (!any) throw new Error('no figure');
        const rows = sizes.flatMap((size, d) =>
          // One more of each has no rank.
          Array.from({ length: size + 1 }, (_, n) => ({
            ...any,
            unit: unitId(`${d}-${n}`),
            division: divisionId(`d${d}`),
            rank: n < size ? n + 1 : null,
          })),
        );
        const order = revealOrder({ units: rows });
        expect(order).toHaveLength(sizes.reduce((sum, size) => sum + size, 0));
        for (const [n, newest] of order.entries()) {
          const { inHand, shown } = revealStage({ units: rows }, n + 1);
          expect(shown[0]).toBe(newest);
          expect(inHand.division).toBe(newest.division);
          const taken = order.slice(0, n + 1).filter(({ division }) => division === newest.division);
          expect([...shown].reverse()).toEqual(taken);
        }
      }),
      { numRuns: 60, seed: 20_191_127 },
    );
  });

  test('DIVISION-4, REVEAL-2: given a division in part, when all is shown, then its rest is, and the next division waits', () => {
    expect([0, 1, 2, 3, 4, 5].map((revealed) => revealedWithDivision(figures, revealed))).toEqual([
      2, 2, 5, 5, 5, 5,
    ]);
    released.and(revealStep).when(revealAll).thenHappens({ kind: 'RevealStepTaken', revealed: 2 });
    const first = released.and(revealAll);
    first.when(revealAll).thenHappens({ kind: 'RevealStepTaken', revealed: 5 });
    first.and(revealAll).when(revealAll).thenRefused('reveal-complete');
    // REVEAL-2: asked twice, or while the last of the division was shown by a step.
    first.when({ kind: 'RevealAll', revealed: 0 }).thenRefused('reveal-moved-on', 'revealed');
    const atOnce = scored.and(count(), jump('release'), release('all'));
    expect(atOnce.state.result).toMatchObject({ revealed: 2 });
  });

  test('DIVISION-4: given the next division has begun, when a step is taken back, then the one before stands whole', () => {
    const begun = released.and(revealAll, revealStep);
    expect(begun.state.result).toMatchObject({ revealed: 3 });
    begun.when(returnReveal).thenHappens({ kind: 'RevealStepReturned', revealed: 2 });
  });

  test('DIVISION-4: given a unit was not called, then its division has one place fewer', () => {
    const four = given(
      inDivisions(),
      next,
      ...seats.map((seat) => pair(seat)),
      ...['u1', 'u2', 'u3', 'u4'].flatMap((unit, n) => turn(unit, seats, [`${10 + n}`, '1'])),
      count('u5'),
    ).state.result;
    if (four.kind === 'none') throw new Error('not counted');
    expect(revealOrder(four.figures).map(({ unit }) => unit)).toEqual(['u2', 'u4', 'u1', 'u3']);
    expect(revealStage(four.figures, 3).inHand.units.map(({ unit }) => unit)).toEqual(['u3', 'u1', 'u5']);
  });

  test('DIVISION-4: given nobody of a division has a place, then it is named after the last place of all', () => {
    const own = {
      units: figures.units.map((unit) =>
        unit.division === streets.id ? { ...unit, rank: null, place: null } : unit,
      ),
    };
    const walls = [0, 1, 2, 3].map((revealed) => {
      const { inHand, withoutPlaces } = revealStage(own, revealed);
      return `${inHand.division}, none in ${withoutPlaces.join()}`;
    });
    expect(walls).toEqual([
      'towns, none in ',
      'towns, none in ',
      'towns, none in ',
      'towns, none in streets',
    ]);
  });

  test('DIVISION-2: given an event without divisions, then nothing in its figures names one', () => {
    const plain = given(
      aDefinition(),
      next,
      ...seats.map((seat) => pair(seat)),
      ...turn('u1', seats),
      ...turn('u2', seats),
      count(),
    );
    expect(plain.state.result.kind).toBe('counted');
    expect(JSON.stringify(plain.state)).not.toContain('division');
  });
});
