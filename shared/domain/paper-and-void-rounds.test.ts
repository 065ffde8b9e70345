import { describe, expect, test } from 'vitest';
import { aDefinition } from '../../test/builders/definition.ts';
import {
  ballot,
  count,
  decideRest,
  decideSeats,
  giveBack,
  lock,
  next,
  pair,
  paper,
  reinstate,
  voidRound,
  withdrawDecision,
  withdrawUnit,
} from '../../test/builders/orders.ts';
import { given } from '../../test/builders/scenario.ts';
import { seatId, unitId } from '../kernel/brand.ts';
import { buildNextAction } from '../views/build-next-action.ts';
import { buildSeatView } from '../views/build-panel-view.ts';
import { contestOf } from './contest-of.ts';
import { awaitedPaper, countedSeats, missingSeats } from './round.ts';

const definition = aDefinition();
const open = given(definition, next, pair('A1'), pair('A2'), pair('B1'), next);
const marks = { c1: '30', c2: '20' };

describe('ROUND-10: a ballot on paper', () => {
  const announced = open.and(
    ballot('A1', 'u1', ['50', '30']),
    decideSeats('u1', ['A2'], 'paper'),
    decideSeats('u1', ['B1'], 'absent'),
  );

  test('given paper is announced for a seat, then the round can be locked and the count waits for it', () => {
    expect(missingSeats(announced.round('u1'))).toEqual([]);
    expect(awaitedPaper(announced.round('u1'))).toEqual(['A2']);
    expect(countedSeats(announced.round('u1'))).toEqual(['A1', 'A2']);
    const locked = announced.and(next, lock('u1'));
    locked.when(count('u2')).thenRefused('paper-awaited');
    const entered = locked.and(paper('A2', 'u1', marks));
    expect(awaitedPaper(entered.round('u1'))).toEqual([]);
    expect(entered.round('u1').ballots.A2).toMatchObject({ source: 'paper', values: marks, signed: '' });
    entered.when(count('u3')).thenRefused('unknown-unit', 'notCalled.0');
  });

  test('given a seat that nobody announced, when its paper is entered while the round is open, then it counts', () => {
    const entered = open.and(paper('A1', 'u1', marks));
    expect(entered.round('u1')).toMatchObject({
      ballots: { A1: { source: 'paper', ballotNumber: 1 } },
      decisions: [{ seat: 'A1', decision: 'paper', reason: 'device failed' }],
    });
  });

  test('given a locked round, when unannounced paper is entered, then it is refused', () => {
    const locked = open.and(decideRest('u1'), next, lock('u1'));
    locked.when(paper('A1', 'u1', marks)).thenRefused('seat-has-decision', 'seat');
    const scored = open.and(
      ...['A1', 'A2', 'B1'].map((seat) => ballot(seat, 'u1', ['1', '1'])),
      next,
      lock('u1'),
    );
    scored.when(paper('A1', 'u1', marks)).thenRefused('seat-has-ballot', 'seat');
  });

  test('given a mark out of its range, or a stranger, then it is refused with the field', () => {
    open.when(paper('A1', 'u1', { c1: '61', c2: '1' })).thenRefused('out-of-range', 'values.c1');
    open.when(paper('Z9', 'u1', marks)).thenRefused('seat-not-expected', 'seat');
    open.when(paper('constructor', 'u1', marks)).thenRefused('seat-not-expected', 'seat');
  });

  test('given entered paper, when the decision is withdrawn, then it is refused: the ballot has to be given back', () => {
    const entered = open.and(paper('A1', 'u1', marks));
    entered.when(withdrawDecision('u1', 'A1')).thenRefused('seat-has-ballot', 'seat');
    const back = entered.and(giveBack('A1', 'u1'));
    expect(back.round('u1').decisions).toEqual([]);
    expect(missingSeats(back.round('u1'))).toContain('A1');
  });
});

test('BALLOT-9: given entered paper, when the seat’s device submits after all, then its ballot is kept as void', () => {
  const entered = open.and(paper('A1', 'u1', marks));
  entered
    .when(ballot('A1', 'u1', ['1', '1']))
    .thenHappens(expect.objectContaining({ kind: 'LateBallotVoided', seat: 'A1', signed: 'signed by A1' }));
  const late = entered.and(ballot('A1', 'u1', ['1', '1']));
  expect(late.round('u1').ballots.A1?.values).toEqual(marks);
  expect(late.state.changes.at(-1)).toMatchObject({ what: 'late-ballot-void', seats: ['A1'] });
});

describe('ROUND-12: a ballot given back', () => {
  const back = open.and(ballot('A1', 'u1', ['50', '30']), giveBack('A1', 'u1'));

  test('given it is given back, then the seat is due again, with its marks as a draft', () => {
    expect(missingSeats(back.round('u1'))).toContain('A1');
    expect(buildSeatView(back.state, seatId('A1'))).toMatchObject({
      mine: null,
      draft: { values: { c1: '50', c2: '30' }, from: { kind: 'returned' } },
    });
    expect(back.state.changes.at(-1)).toMatchObject({
      what: 'ballot-returned',
      reason: 'a mark was mistyped',
    });
  });

  test('given the old ballot is sent again, then it is refused; a new one counts under the next number', () => {
    back.when(ballot('A1', 'u1', ['50', '30'], { n: 1 })).thenRefused('ballot-overtaken', 'n');
    back
      .when(ballot('A1', 'u1', ['40', '30'], { n: 2 }))
      .thenHappens(expect.objectContaining({ kind: 'BallotStored', ballotNumber: 2 }));
  });

  test('BALLOT-7: given paper that came after it is given back too, when the old ballot is sent again, then it is refused', () => {
    const twice = back.and(paper('A1', 'u1', marks), giveBack('A1', 'u1'));
    twice.when(ballot('A1', 'u1', ['50', '30'], { n: 1 })).thenRefused('ballot-overtaken', 'n');
    twice
      .when(ballot('A1', 'u1', ['40', '30'], { n: 2 }))
      .thenHappens(expect.objectContaining({ kind: 'BallotStored', ballotNumber: 3 }));
  });

  test('given no ballot, or a locked round, then there is nothing to give back', () => {
    open.when(giveBack('A1', 'u1')).thenRefused('seat-without-ballot', 'seat');
    open
      .and(decideRest('u1'), next, lock('u1'))
      .when(giveBack('A1', 'u1'))
      .thenRefused('round-not-open', 'round');
  });
});

test('ROUND-13: given a void round, when the unit’s vote is held again, then it is round 2 and round 1 stays as it was', () => {
  const again = open.and(ballot('A1', 'u1', ['50', '30']), voidRound('u1'), {
    kind: 'OpenRound',
    unit: 'u1',
  });
  expect(again.round('u1')).toMatchObject({ id: 'u1.2', number: 2, state: 'open' });
  expect(again.state.rounds['u1.1']).toMatchObject({
    state: 'voided',
    ballots: { A1: { values: { c1: '50' } } },
  });
  expect(contestOf(again.state).units[0]).toMatchObject({ state: 'not-called' });
});

describe('ROUND-14: a round opened for the wrong unit', () => {
  const moved = open.and(ballot('A1', 'u1', ['50', '30']), voidRound('u1', 'wrong-unit', 'u2'), {
    kind: 'OpenRound',
    unit: 'u2',
  });

  test('given the right unit’s round, then each seat has its marks as a draft that counts nothing', () => {
    expect(buildSeatView(moved.state, seatId('A1'))?.draft).toMatchObject({
      round: 'u2.1',
      values: { c1: '50', c2: '30' },
      from: { kind: 'moved' },
    });
    expect(buildSeatView(moved.state, seatId('A2'))?.draft).toBeNull();
    expect(missingSeats(moved.round('u2'))).toEqual(['A1', 'A2', 'B1']);
  });

  test('given the seat submits them, then they count for the right unit and the draft is gone', () => {
    const confirmed = moved.and(ballot('A1', 'u2', ['50', '30']));
    expect(confirmed.round('u2').ballots.A1?.values).toEqual({ c1: '50', c2: '30' });
    expect(buildSeatView(confirmed.state, seatId('A1'))?.draft).toBeNull();
  });

  test('given no other unit, then it is refused', () => {
    open.when(voidRound('u1', 'wrong-unit', 'u1')).thenRefused('wrong-unit-same', 'toUnit');
    open.when(voidRound('u1', 'wrong-unit', 'u9')).thenRefused('unknown-unit', 'toUnit');
    open.when(voidRound('u1', 'wrong-unit', null)).thenRefused('unknown-unit', 'toUnit');
  });
});

describe('ROUND-15: a unit that leaves the contest', () => {
  const scored = open.and(
    ...['A1', 'A2', 'B1'].map((seat) => ballot(seat, 'u1', ['50', '30'])),
    next,
    lock('u1'),
  );

  test('given one without a round, then the count needs none; given one with marks, then they count nothing', () => {
    const { state } = scored.and(withdrawUnit('u2'), count());
    expect(state.result.kind === 'counted' && state.result.figures.units).toMatchObject([
      { unit: 'u1', place: '1' },
      { unit: 'u2', place: null, state: 'withdrew' },
    ]);
    scored.and(withdrawUnit('u1', 'disqualified')).when(count('u2')).thenRefused('nothing-to-count');
  });

  test('given it left before its turn, when its step is entered, then nobody is asked to vote on it', () => {
    const left = scored.and(withdrawUnit('u2'));
    expect(buildNextAction(left.state, true)).toMatchObject({ kind: 'step', opensRound: false });
    left
      .when(next)
      .thenHappens(expect.objectContaining({ kind: 'StepEntered', step: 'u2.talk', opens: null }));
    left
      .and(next, next, next)
      .when(count())
      .thenHappens(expect.objectContaining({ kind: 'RoundsCounted' }));
    const back = left.and(next, reinstate('u2'), { kind: 'OpenRound', unit: 'u2' });
    expect(back.round('u2').state).toBe('open');
  });

  test('given its announced paper never came, then the count doesn’t wait for it', () => {
    const awaiting = scored.and(
      next,
      ballot('A1', 'u2', ['50', '30']),
      ballot('B1', 'u2', ['50', '30']),
      decideSeats('u2', ['A2'], 'paper'),
      next,
      lock('u2'),
    );
    awaiting.when(count()).thenRefused('paper-awaited');
    expect(awaiting.and(withdrawUnit('u2'), count()).state.result).toMatchObject({ kind: 'counted' });
  });

  test('given it is reinstated, then it takes part again; after the count it can’t be', () => {
    const back = scored.and(withdrawUnit('u1'), reinstate('u1'));
    expect(back.state.exits).toEqual([]);
    scored.and(withdrawUnit('u1')).when(withdrawUnit('u1')).thenRefused('unit-exited', 'unit');
    scored.when(reinstate('u1')).thenRefused('unit-not-exited', 'unit');
    scored
      .and(count('u2'))
      .when(withdrawUnit(unitId('u1')))
      .thenRefused('already-counted', 'unit');
  });
});
