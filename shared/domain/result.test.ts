import { describe, expect, test } from 'vitest';
import { aDefinition, aScheme, aWeight } from '../../test/builders/definition.ts';
import {
  ballot,
  count,
  decideRest,
  jump,
  lock,
  next,
  pair,
  release,
  returnReveal,
  revealAll,
  revealStep,
  turn,
  undo,
} from '../../test/builders/orders.ts';
import { given } from '../../test/builders/scenario.ts';
import { roundId, unitId } from '../kernel/brand.ts';

const seats = ['A1', 'A2', 'B1'];
const definition = aDefinition();
const paired = [next, ...seats.map((seat) => pair(seat))];
const bothScored = given(definition, ...paired, ...turn('u1', seats), ...turn('u2', seats, ['60', '40']));
const oneScored = given(definition, ...paired, ...turn('u1', seats));
const held = bothScored.and(count(), jump('release'));

describe('the count', () => {
  test('RESULT-1: given a count, when counted again, then it is refused', () => {
    bothScored.and(count()).when(count()).thenRefused('already-counted');
  });

  test('RESULT-1: given an open round, when counted, then it is refused', () => {
    oneScored.and(next).when(count()).thenRefused('rounds-open');
  });

  test('RESULT-2: given a unit without a round, when counted, then it has to be named as not called', () => {
    oneScored.when(count()).thenRefused('units-without-round', 'notCalled');
    const counted = oneScored.and(count('u2'));
    expect(counted.state.notCalled).toEqual(['u2']);
    expect(counted.state.result).toMatchObject({
      figures: {
        units: [
          { unit: 'u1', rank: 1 },
          { unit: 'u2', rank: null, state: 'not-called' },
        ],
      },
    });
  });

  test('RESULT-2: given a unit’s only round was voided, when counted, then the unit can be named as not called', () => {
    const { state } = given(definition, ...paired, next, undo, ...turn('u1', seats), next, undo).and(
      count('u2'),
    );
    expect(state.notCalled).toEqual(['u2']);
  });

  test.each([
    ['a unit with a round', ['u1'], 'unit-has-round', 'notCalled.0'],
    ['an unknown unit', ['u2', 'u9'], 'unknown-unit', 'notCalled.1'],
    ['no unit at all', ['__proto__'], 'unknown-unit', 'notCalled.0'],
  ] as const)(
    'RESULT-2: given %s is named as not called, when counted, then it is refused',
    (_, units, code, path) => {
      oneScored.when(count(...units)).thenRefused(code, path);
    },
  );

  test('RESULT-2: given no unit has a round, when counted, then there is nothing to count', () => {
    given(definition, next).when(count('u1', 'u2')).thenRefused('nothing-to-count');
  });

  test('RESULT-3: given every round is locked, when counted, then the figures are recorded with the rounds they rest on', () => {
    const { decision } = bothScored.when(count());
    expect(decision).toMatchObject({
      ok: true,
      value: [
        {
          kind: 'RoundsCounted',
          rounds: [roundId('u1.1'), roundId('u2.1')],
          notCalled: [],
          figures: {
            engine: 'leitai-3',
            schemeHash: bothScored.state.schemeHash,
            units: [
              { unit: unitId('u2'), rank: 1, total: '100.00' },
              { unit: unitId('u1'), rank: 2, total: '80.00' },
            ],
          },
        },
      ],
    });
    expect(held.round('u1').state).toBe('counted');
  });

  test('RESULT-3: given a group without a ballot blocks, when counted, then it is refused with unit and group', () => {
    const { decision } = given(
      definition,
      ...paired,
      next,
      ballot('A1', 'u1', ['1', '1']),
      decideRest('u1'),
      lock('u1'),
    ).when(count('u2'));
    expect(decision).toMatchObject({
      ok: false,
      error: { code: 'group-empty', params: { unit: 'u1', group: 'B' } },
    });
  });
});

describe('the release', () => {
  test('RESULT-4: given nothing is counted or another step is on stage, when released, then it is refused', () => {
    bothScored.when(release()).thenRefused('result-not-counted');
    bothScored.and(count()).when(release()).thenRefused('not-a-release-step');
  });

  test('RESULT-5: given a mean of fewer ballots than the scheme publishes, when released, then a word is needed', () => {
    const shy = aDefinition({ scheme: aScheme({ publishFrom: 3 }) });
    const few = given(shy, ...paired, ...turn('u1', seats), count('u2'), jump('release'));
    few.when(release('step')).thenRefused('fewer-than-three');
    expect(few.and(release('step', true)).state.result.kind).toBe('released');
  });

  test('RESULT-5: given three ballots of which trimming leaves one, when released, then a word is needed', () => {
    const trimming = aDefinition({
      seats: { A: 3 },
      scheme: aScheme({
        weights: [aWeight('A', 1)],
        trim: { high: 1, low: 1, fromCount: 3 },
        publishFrom: 3,
      }),
    });
    const three = ['A1', 'A2', 'A3'];
    given(trimming, next, ...three.map((s) => pair(s)), ...turn('u1', three), count('u2'), jump('release'))
      .when(release())
      .thenRefused('fewer-than-three');
  });

  test('RESULT-6: given a count, when released, then exactly its figures are published, once', () => {
    const figures = held.state.result.kind === 'counted' ? held.state.result.figures : null;
    if (!figures) throw new Error('nothing counted');
    held
      .when(release('step'))
      .thenHappens({ kind: 'ResultReleased', figures, reveal: 'step', consent: 'chair-by-operator' });
    held.and(release()).when(release()).thenRefused('already-released');
    held.and(release()).when(count()).thenRefused('already-counted');
  });
});

describe('the reveal', () => {
  const revealed = ({ state }: typeof held) =>
    state.result.kind === 'released' ? state.result.revealed : null;

  test('REVEAL-1: given a release row by row, when a row is taken, then one more place stands, up to all', () => {
    const released = held.and(release('step'));
    expect([released, released.and(revealStep), released.and(revealStep, revealStep)].map(revealed)).toEqual([
      0, 1, 2,
    ]);
    released.and(revealStep, revealStep).when(revealStep).thenRefused('reveal-complete');
  });

  test('REVEAL-1: given a unit without a rank, then it is no row to reveal', () => {
    const released = oneScored.and(count('u2'), jump('release'), release());
    released.and(revealStep).when(revealStep).thenRefused('reveal-complete');
  });

  test('REVEAL-2: given a row was just taken, when the same press arrives again, then no second row shows', () => {
    const press = { kind: 'TakeRevealStep', revealed: 0 } as const;
    held.and(release(), press).when(press).thenRefused('reveal-moved-on', 'revealed');
  });

  test('REVEAL-3: given a row stands, when it is returned, then it is gone, and before the first there is none', () => {
    const one = held.and(release(), revealStep);
    expect(revealed(one.and(returnReveal))).toBe(0);
    one.and(returnReveal).when(returnReveal).thenRefused('reveal-at-start');
    one.when({ kind: 'ReturnRevealStep', revealed: 2 }).thenRefused('reveal-moved-on', 'revealed');
  });

  test('REVEAL-4: given a release, when all is revealed at once or from the start, then every place stands', () => {
    expect(revealed(held.and(release('all')))).toBe(2);
    expect(revealed(held.and(release('step'), revealStep, revealAll))).toBe(2);
    held.and(release('all')).when(revealAll).thenRefused('reveal-complete');
  });

  test.each([
    ['taken', revealStep],
    ['returned', returnReveal],
    ['all revealed', revealAll],
  ])('REVEAL-1: given the result is only counted, when a row is %s, then it is refused', (_, order) => {
    held.when(order).thenRefused('result-not-released');
  });
});
