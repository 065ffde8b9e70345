import { describe, expect, test } from 'vitest';
import { aDefinition } from '../../test/builders/definition.ts';
import { ballot, decideSeats, lock, next, pair, reopen, undo } from '../../test/builders/orders.ts';
import { given, happened } from '../../test/builders/scenario.ts';
import { roundId, seatId, unitId } from '../kernel/brand.ts';
import { ballotTotal, markFault } from './ballot.ts';
import type { Command } from './command.ts';
import { hashOfScheme } from './scoring/scheme-hash.ts';

const definition = aDefinition();
const open = given(definition, next, pair('A1'), pair('A2'), pair('B1'), next);

describe('BALLOT-1: a ballot comes from the own seat’s newest device, for this event', () => {
  test('given an open round, when the seat’s device submits, then the ballot is stored as signed', () => {
    open.when(ballot('A1', 'u1', ['52.5', '31'])).thenHappens({
      kind: 'BallotStored',
      round: roundId('u1.1'),
      opening: 1,
      seat: seatId('A1'),
      device: 1,
      n: 1,
      mark: 'demo',
      ballotNumber: 1,
      values: { c1: '52.5', c2: '31' },
      signed: 'signed by A1',
      signature: 'signature',
    });
  });

  test.each<[string, Partial<Extract<Command, { kind: 'SubmitBallot' }>>, 'wrong-event' | 'wrong-device']>([
    ['another event', { event: 'last year' }, 'wrong-event'],
    ['a device that was never paired', { device: 2 }, 'wrong-device'],
  ])('given a ballot for %s, when submitted, then it is refused', (_, fields, code) => {
    open.when(ballot('A1', 'u1', ['1', '1'], fields)).thenRefused(code);
  });

  test('given a ballot of A2, when A1’s device, the operator or a prompter submits it, then it is refused', () => {
    const order = ballot('A2', 'u1', ['1', '1']);
    open.when(order, { role: 'panelist', seat: seatId('A1'), device: 1 }).thenRefused('wrong-seat', 'seat');
    open.when(order, { role: 'operator' }).thenRefused('wrong-seat', 'seat');
    open.when(order, { role: 'prompter', screen: 'A2' }).thenRefused('wrong-seat', 'seat');
  });

  test('given the seat’s device was replaced, when the old one submits, then it is refused and the new one may', () => {
    const replaced = open.and(ballot('A1', 'u1', ['1', '1']), pair('A1', 'new key'));
    const old = { role: 'panelist', seat: seatId('A1'), device: 1 } as const;
    replaced.when(ballot('A1', 'u1', ['2', '2'], { device: 1 })).thenRefused('wrong-device', 'device');
    replaced.when(ballot('A1', 'u1', ['2', '2']), old).thenRefused('wrong-device', 'device');
    expect(replaced.and(ballot('A1', 'u1', ['3', '3'])).round('u1').ballots).toMatchObject({
      A1: { device: 2, ballotNumber: 2, values: { c1: '3' } },
    });
  });

  test.each(['Z9', 'constructor', '__proto__'])(
    'given the unknown seat %j, when it submits, then it is refused',
    (seat) => {
      open.when(ballot(seat, 'u1', ['1', '1'])).thenRefused('wrong-device', 'device');
    },
  );
});

describe('BALLOT-2: a ballot names the open round, its scheme and its opening', () => {
  test.each([
    ['an unknown round', { round: 'u9.1' }, 'unknown-round', 'round'],
    ['no round at all', { round: 'constructor' }, 'unknown-round', 'round'],
    ['another scheme', { scheme: 'f'.repeat(64) }, 'wrong-scheme', 'scheme'],
    ['an opening to come', { opening: 2 }, 'round-reopened', 'opening'],
  ] as const)('given a ballot for %s, when submitted, then it is refused', (_, fields, code, path) => {
    open.when(ballot('A1', 'u1', ['1', '1'], fields)).thenRefused(code, path);
  });

  test('given the round is locked or voided, when submitted, then it is refused', () => {
    const locked = open.and(decideSeats('u1', ['A1', 'A2', 'B1']), lock('u1'));
    locked.when(ballot('A1', 'u1', ['1', '1'])).thenRefused('round-closed', 'round');
    open
      .and(undo)
      .when(ballot('A1', 'u1', ['1', '1'], { round: 'u1.1' }))
      .thenRefused('round-closed', 'round');
  });

  test('given a ballot for the first opening is under way, when the round was re-opened, then it can’t slip in', () => {
    const again = open.and(
      ballot('A1', 'u1', ['1', '1']),
      decideSeats('u1', ['A2', 'B1']),
      lock('u1'),
      reopen('u1'),
    );
    again.when(ballot('A1', 'u1', ['2', '2'], { opening: 1 })).thenRefused('round-reopened', 'opening');
    expect(again.and(ballot('A1', 'u1', ['2', '2'])).round('u1').ballots).toMatchObject({
      A1: { opening: 2, ballotNumber: 2 },
    });
  });

  test('given the round doesn’t expect the seat, when it submits, then it is refused', () => {
    const fewer = given(
      definition,
      next,
      pair('A1'),
      happened({
        kind: 'RoundOpened',
        schemeHash: hashOfScheme(definition.scheme),
        round: roundId('u1.1'),
        unit: unitId('u1'),
        units: [unitId('u1')],
        forms: ['marks'],
        number: 1,
        expected: [seatId('B1')],
      }),
    );
    fewer.when(ballot('A1', 'u1', ['1', '1'])).thenRefused('seat-not-expected', 'seat');
  });
});

describe('BALLOT-3: a mark is from 0 to the maximum, in steps', () => {
  const row = { minimum: '0', maximum: '20', step: '0.5' };

  test.each(['0', '0.5', '18.5', '20', '20.0', '18.500'])('%j may stand', (text) => {
    expect(markFault(row, text)).toBeNull();
  });

  test.each([
    ['', 'value-missing'],
    ['abc', 'not-a-number'],
    ['1e1', 'not-a-number'],
    ['１８', 'not-a-number'],
    ['NaN', 'not-a-number'],
    ['-0.5', 'out-of-range'],
    ['-0', 'not-a-number'],
    ['20.5', 'out-of-range'],
    ['18.3', 'off-step'],
  ])('%j is refused: %s', (text, code) => {
    expect(markFault(row, text)).toBe(code);
  });

  test('given a range from 60 in steps of 5, then its steps count from 60', () => {
    const high = { minimum: '60', maximum: '100', step: '5' };
    expect(['60', '65', '59', '62'].map((text) => markFault(high, text))).toEqual([
      null,
      null,
      'out-of-range',
      'off-step',
    ]);
  });

  test('given an open round, when a mark is off its step, then the ballot is refused with the field', () => {
    open.when(ballot('A1', 'u1', ['52.3', '31'])).thenRefused('off-step', 'values.c1');
  });

  test('given a criterion in hundredths, then 9.99 may stand and 9.995 may not', () => {
    const fine = { minimum: '0', maximum: '10', step: '0.01' };
    expect([markFault(fine, '9.99'), markFault(fine, '9.995')]).toEqual([null, 'off-step']);
  });
});

describe('BALLOT-4: a ballot marks every criterion and nothing else', () => {
  test.each([
    ['a criterion is missing', { c1: '1' }, 'value-missing', 'values.c2'],
    ['nothing is marked', {}, 'value-missing', 'values.c1'],
    ['a criterion is unknown', { c1: '1', c2: '1', c3: '1' }, 'unknown-value', 'values.c3'],
  ] as const)('given %s, when submitted, then it is refused with the field', (_, values, code, path) => {
    open.when(ballot('A1', 'u1', values)).thenRefused(code, path);
  });

  test('given the name of an inherited member, when submitted, then it is unknown', () => {
    const values = JSON.parse('{"c1":"1","c2":"1","__proto__":"1"}');
    open.when(ballot('A1', 'u1', values)).thenRefused('unknown-value', 'values.__proto__');
  });
});

describe('the total while marking', () => {
  const row = (id: string, factor = '1') => ({ id, minimum: '0', maximum: '60', step: '0.5', factor });

  test.each([
    [{ a: '52.5', b: '40' }, '92.5'],
    [{ a: '50', b: '30' }, '80'],
    [{ a: '60', b: '40' }, '100'],
    [{ a: '0.1', b: '0.2' }, '0.3'],
    [{ a: '5', b: '' }, '5'],
    [{}, '0'],
  ])('RULE-1: given the marks %j, then their sum reads %s', (values, total) => {
    expect(ballotTotal([row('a'), row('b')], values)).toBe(total);
  });

  test('RULE-1: given a factor, then the mark counts times it', () => {
    expect(ballotTotal([row('a', '4'), row('b')], { a: '2.5', b: '3' })).toBe('13');
  });
});

test('BALLOT-5: given a stored ballot, when the seat submits again, then the last one counts under the next number', () => {
  const changed = open.and(ballot('A1', 'u1', ['1', '1']), ballot('A1', 'u1', ['2', '2']));
  expect(changed.round('u1').ballots).toMatchObject({
    A1: { ballotNumber: 2, values: { c1: '2', c2: '2' } },
  });
  expect(changed.entries.filter(({ event }) => event.kind === 'BallotStored')).toHaveLength(2);
});

test.each(['absent', 'excluded'] as const)(
  'BALLOT-6: given the seat was decided %s, when it submits, then it is refused until the decision is withdrawn',
  (decision) => {
    open
      .and(decideSeats('u1', ['A1'], decision))
      .when(ballot('A1', 'u1', ['1', '1']))
      .thenRefused('seat-has-decision', 'seat');
  },
);

describe('BALLOT-7: an older ballot of the same device can’t come back', () => {
  test('given a second ballot, when the first is sent again, then it is refused and the second stands', () => {
    const twice = open.and(ballot('A1', 'u1', ['10', '10']), ballot('A1', 'u1', ['20', '20']));
    twice.when(ballot('A1', 'u1', ['10', '10'], { n: 1 })).thenRefused('ballot-overtaken', 'n');
    expect(twice.round('u1').ballots.A1?.values).toEqual({ c1: '20', c2: '20' });
  });

  test('given a ballot of the old device, when a new device of the seat submits its first, then it counts', () => {
    const replaced = open.and(ballot('A1', 'u1', ['10', '10']), pair('A1', 'another key'));
    replaced
      .when(ballot('A1', 'u1', ['20', '20'], { n: 1 }))
      .thenHappens(expect.objectContaining({ kind: 'BallotStored', device: 2, ballotNumber: 2 }));
  });
});

describe('BALLOT-8: a ballot carries the mark of its event', () => {
  test('given a demonstration, when a ballot says that it is real, then it is refused', () => {
    open.when(ballot('A1', 'u1', ['1', '1'], { mark: 'live' })).thenRefused('wrong-mark', 'mark');
  });

  test('given a real event, when a demonstration’s ballot is sent, then it is refused', () => {
    const real = given(aDefinition({ isDemo: false }), next, pair('A1'), next);
    real.when(ballot('A1', 'u1', ['1', '1'], { mark: 'demo' })).thenRefused('wrong-mark', 'mark');
    real.when(ballot('A1', 'u1', ['1', '1'])).thenHappens(expect.objectContaining({ mark: 'live' }));
  });
});
