import { describe, expect, test } from 'vitest';
import { aDefinition } from '../../test/builders/definition.ts';
import {
  addTime,
  ballot,
  close,
  count,
  decideRest,
  decideSeats,
  lock,
  next,
  type Order,
  open,
  pair,
  pause,
  release,
  reopen,
  turn,
  undo,
  withdrawDecision,
} from '../../test/builders/orders.ts';
import { at, given } from '../../test/builders/scenario.ts';
import { roundId, seatId, unitId } from '../kernel/brand.ts';
import { countedSeats, missingSeats } from './round.ts';
import { hashOfScheme } from './scoring/scheme-hash.ts';

const everySeat = ['A1', 'A2', 'B1'];
const paired = [next, ...everySeat.map((seat) => pair(seat))];
const definition = aDefinition();
const speaking = given(definition, ...paired, next);
const scored = given(definition, ...paired, ...turn('u1', everySeat));

describe('opening by hand', () => {
  test('ROUND-9: given the event has not started, when a round is opened, then it is refused', () => {
    given(definition).when(open('u1')).thenRefused('event-not-started');
  });

  test('ROUND-2, ROUND-9: given a live event, when a round is opened by hand, then every seat is expected', () => {
    given(definition, next)
      .when(open('u2'))
      .thenHappens({
        kind: 'RoundOpened',
        schemeHash: hashOfScheme(definition.scheme),
        round: roundId('u2.1'),
        unit: unitId('u2'),
        units: [unitId('u2')],
        forms: ['marks'],
        number: 1,
        expected: everySeat.map(seatId),
      });
  });

  test.each(['nobody', 'constructor', '__proto__'])(
    'ROUND-9: a round of the unknown unit %j is refused',
    (unit) => {
      given(definition, next).when({ kind: 'OpenRound', unit }).thenRefused('unknown-unit', 'unit');
    },
  );

  test('ROUND-3: given an open round, when another or the same is opened, then it is refused', () => {
    speaking.when(open('u1')).thenRefused('round-already-open', 'unit');
    speaking.when(open('u2')).thenRefused('another-round-open', 'unit');
  });

  test('ROUND-1: given the unit has a locked round, when one is opened by hand, then it is refused', () => {
    scored.when(open('u1')).thenRefused('unit-has-round', 'unit');
  });

  test('ROUND-1: given the round was voided by an undo, when one is opened, then it is the second of the unit', () => {
    const opened = given(definition, next, next, undo, open('u1'));
    expect(opened.round('u1')).toMatchObject({ id: 'u1.2', number: 2 });
  });
});

describe('locking', () => {
  test('ROUND-4: given a seat has neither ballot nor decision, when locked, then it is refused', () => {
    const two = speaking.and(ballot('A1', 'u1', ['1', '1']), decideSeats('u1', ['B1']));
    expect(missingSeats(two.round('u1'))).toEqual(['A2']);
    two.when(lock('u1')).thenRefused('seats-undecided', 'round');
    two
      .and(decideSeats('u1', ['A2'], 'excluded'))
      .when(lock('u1'))
      .thenHappens({
        kind: 'RoundLocked',
        round: roundId('u1.1'),
      });
  });

  test('ROUND-4: given it is locked already, or unknown, when locked, then it is refused', () => {
    scored.when(lock('u1')).thenRefused('round-not-open', 'round');
    for (const round of ['u2.1', 'constructor', '__proto__'])
      scored.when({ kind: 'LockRound', round }).thenRefused('unknown-round', 'round');
  });
});

describe('opening again', () => {
  test('ROUND-5: given a locked round, when re-opened, then it takes ballots under the next opening number', () => {
    scored.when(reopen('u1', 'typo')).thenHappens({
      kind: 'RoundReopened',
      round: roundId('u1.1'),
      opening: 2,
      reason: 'typo',
      proposal: null,
    });
    const again = scored.and(reopen('u1'));
    expect(again.round('u1')).toMatchObject({ state: 'open', opening: 2 });
    expect(Object.keys(again.round('u1').ballots)).toEqual(everySeat);
  });

  test('ROUND-5: given the figures of a count, when one round is re-opened, then they are void and can be made anew', () => {
    const counted = scored.and(count('u2'));
    expect(counted.state).toMatchObject({ result: { kind: 'counted' }, notCalled: ['u2'] });
    const again = counted.and(reopen('u1'));
    expect(again.state).toMatchObject({ result: { kind: 'none' }, notCalled: [] });
    again.when(count('u2')).thenRefused('rounds-open');
    const anew = again.and(ballot('A1', 'u1', ['60', '40']), lock('u1'), count('u2'));
    expect(anew.state.result).toMatchObject({ figures: { units: [{ total: '86.00' }, { total: null }] } });
  });

  test('ROUND-5: given two counted rounds, when one is re-opened, then the other is locked, no longer counted', () => {
    const counted = scored.and(
      next,
      ...everySeat.map((s) => ballot(s, 'u2', ['1', '1'])),
      lock('u2'),
      count(),
    );
    expect(counted.and(reopen('u2')).round('u1').state).toBe('locked');
  });

  test('ROUND-5: given the result is released, when a round is re-opened, then it takes a second word, and the result is taken back', () => {
    const released = scored.and(count('u2'), { kind: 'JumpTo', step: 'release' }, release());
    released
      .when({ kind: 'ReopenRound', round: 'u1.1', reason: 'typo' })
      .thenRefused('second-press-needed', 'round');
    expect(released.and(reopen('u1')).state.result).toEqual({ kind: 'none' });
  });

  test('ROUND-5: given the round is open, voided or unknown, when re-opened, then it is refused', () => {
    speaking.when(reopen('u1')).thenRefused('round-not-open', 'round');
    speaking.and(undo).when(reopen('u1')).thenRefused('round-not-open', 'round');
    scored
      .when({ kind: 'ReopenRound', round: 'toString', reason: 'x' })
      .thenRefused('unknown-round', 'round');
  });

  test('ROUND-3: given another round is open, when a locked one is re-opened, then it is refused', () => {
    scored.and(next).when(reopen('u1')).thenRefused('another-round-open', 'round');
  });
});

describe('seats that are missing', () => {
  test('ROUND-6: given two seats are missing, when both are decided, then the decisions stand with their reason', () => {
    const decided = speaking.and(ballot('A1', 'u1', ['1', '1']), decideSeats('u1', ['B1', 'A2'], 'excluded'));
    expect(decided.round('u1').decisions).toEqual([
      { seat: 'A2', decision: 'excluded', reason: 'left the hall' },
      { seat: 'B1', decision: 'excluded', reason: 'left the hall' },
    ]);
    expect(countedSeats(decided.round('u1'))).toEqual(['A1']);
  });

  test.each([
    ['a seat with a ballot', ['A2', 'A1'], 'seat-has-ballot', 'seats.1'],
    ['a seat decided before', ['B1'], 'seat-has-decision', 'seats.0'],
    ['an unknown seat', ['Z9'], 'unknown-seat', 'seats.0'],
    ['no seat at all', ['constructor'], 'unknown-seat', 'seats.0'],
  ] as const)('ROUND-6: given %s, when it is decided, then all is refused', (_, seats, code, path) => {
    speaking
      .and(ballot('A1', 'u1', ['1', '1']), decideSeats('u1', ['B1']))
      .when(decideSeats('u1', seats))
      .thenRefused(code, path);
  });

  test('ROUND-6: given a seat is named twice, when decided, then it has one decision', () => {
    expect(speaking.and(decideSeats('u1', ['A1', 'A1'])).round('u1').decisions).toHaveLength(1);
  });

  test('ROUND-6: given the round is locked or unknown, when a seat is decided, then it is refused', () => {
    scored.when(decideSeats('u1', ['A1'])).thenRefused('round-not-open', 'round');
    scored.when(decideSeats('u2', ['A1'])).thenRefused('unknown-round', 'round');
  });

  test('ROUND-7: given a decided seat, when the decision is withdrawn, then it is missing again and may vote', () => {
    const late = speaking.and(decideSeats('u1', ['A1']), withdrawDecision('u1', 'A1'));
    expect(missingSeats(late.round('u1'))).toEqual(everySeat);
    expect(late.and(ballot('A1', 'u1', ['1', '1'])).round('u1').ballots).toHaveProperty('A1');
  });

  test('ROUND-7: given no decision, a locked or an unknown round, when withdrawn, then it is refused', () => {
    speaking.when(withdrawDecision('u1', 'A1')).thenRefused('seat-not-decided', 'seat');
    speaking
      .and(decideRest('u1'), lock('u1'))
      .when(withdrawDecision('u1', 'A1'))
      .thenRefused('round-not-open');
    speaking.when(withdrawDecision('u2', 'A1')).thenRefused('unknown-round', 'round');
  });

  test('ROUND-7: given a locked round with a decision, when it is re-opened, then the decision still stands', () => {
    const again = speaking.and(decideRest('u1'), lock('u1'), reopen('u1'));
    expect(again.round('u1').decisions).toHaveLength(3);
  });
});

test('EVENT-3: given an open round, when the event is closed, then it is refused', () => {
  speaking.when(close).thenRefused('rounds-open');
});

describe('locking at zero', () => {
  const locking = aDefinition({ locksAtZero: true });
  const host = { role: 'host' } as const;
  const ring: Order = { kind: 'RingBell' };
  const votes = ['A1', 'A2', 'B1'].map((seat) => ballot(seat, 'u1', ['50', '30']));
  /** `u1.vote`, whose 90 s run out at 100 s; orders follow a second after what came last. */
  const voting = (definition = locking) =>
    given(definition, ...['A1', 'A2', 'B1'].map((seat) => pair(seat)), next, next, at(10_000, next));

  test('ROUND-16: given nobody missing, when the countdown has run out, then the host locks, and not a moment before', () => {
    const allIn = voting().and(...votes);
    allIn.and(at(98_999, ring)).when(lock('u1'), host).thenRefused('lock-not-due', 'round');
    allIn
      .and(at(99_000, ring))
      .when(lock('u1'), host)
      .thenHappens({ kind: 'RoundLocked', round: roundId('u1.1') });
  });

  test('ROUND-16: given a seat missing at zero, then nothing is locked until its ballot or a decision is in', () => {
    const [first, second, last] = votes as [Order, Order, Order];
    const oneMissing = voting().and(first, second, at(101_000, ring));
    oneMissing.when(lock('u1'), host).thenRefused('seats-undecided', 'round');
    for (const settled of [last, decideRest('u1')])
      oneMissing
        .and(settled)
        .when(lock('u1'), host)
        .thenHappens({ kind: 'RoundLocked', round: roundId('u1.1') });
  });

  test('ROUND-16: given added time, a paused timer, or a round opened again, then the host leaves it to the operator', () => {
    const overtime = voting().and(...votes, at(101_000, ring));
    overtime.and(addTime(15_000)).when(lock('u1'), host).thenRefused('lock-not-due');
    overtime.and(pause).when(lock('u1'), host).thenRefused('lock-not-due');
    const again = overtime.and(lock('u1'), reopen('u1'));
    again.when(lock('u1'), host).thenRefused('lock-not-due');
    again.when(lock('u1')).thenHappens({ kind: 'RoundLocked', round: roundId('u1.1') });
  });

  test('ROUND-16: given a definition that doesn’t ask for it, or a step that doesn’t lock, then the host never locks', () => {
    const usual = voting(aDefinition()).and(...votes, at(101_000, ring));
    usual.when(lock('u1'), host).thenRefused('lock-not-due');
    const talking = given(locking, ...['A1', 'A2', 'B1'].map((seat) => pair(seat)), next, next, ...votes);
    talking.and(at(400_000, ring)).when(lock('u1'), host).thenRefused('lock-not-due');
  });
});
