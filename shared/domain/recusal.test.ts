import { describe, expect, test } from 'vitest';
import { anEventUnder, cast, openRound } from '../../test/builders/any-event.ts';
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
  recuse,
  withdrawDecision,
  withdrawRecusal,
} from '../../test/builders/orders.ts';
import { given } from '../../test/builders/scenario.ts';
import { builtIn } from '../../test/cases/read-built-in.ts';
import { seatId } from '../kernel/brand.ts';
import { buildSeatView } from '../views/build-panel-view.ts';
import { contestOf } from './contest-of.ts';
import { countedSeats, missingSeats } from './round.ts';

const definition = aDefinition();
const open = given(definition, next, pair('A1'), pair('A2'), pair('B1'), next);
const marks = { c1: '30', c2: '20' };

describe('ROUND-11: recusal', () => {
  test('given a recusal before the round, when it opens, then the seat is due no ballot and told so', () => {
    const recused = given(definition, recuse('A1', 'u1'), next, pair('A1'), next);
    expect(missingSeats(recused.round('u1'))).toEqual(['A2', 'B1']);
    expect(countedSeats(recused.round('u1'))).toEqual(['A2', 'B1']);
    recused.when(ballot('A1', 'u1', ['1', '1'])).thenRefused('seat-recused', 'seat');
    expect(buildSeatView(recused.state, seatId('A1'))?.barred).toBe('recused');
  });

  test('given a stored ballot, when its seat is recused, then the ballot counts nothing, whatever comes later', () => {
    const recused = open.and(ballot('A1', 'u1', ['60', '40']), recuse('A1', 'u1'));
    recused.when(ballot('A1', 'u1', ['1', '1'])).thenRefused('seat-recused', 'seat');
    expect(
      contestOf(recused.and(ballot('A2', 'u1', ['1', '1'])).state).units[0]?.ballots?.marks?.states,
    ).toEqual({ A1: 'recused' });
  });

  test('given another unit, then the same seat votes there', () => {
    const recused = given(definition, recuse('A1', 'u2'), next, pair('A1'), next);
    recused
      .when(ballot('A1', 'u1', ['1', '1']))
      .thenHappens(expect.objectContaining({ kind: 'BallotStored' }));
  });

  test('given a recusal withdrawn while the round is open, then the seat is due again; once locked it can’t be', () => {
    const withdraw = withdrawRecusal('A1', 'u1');
    const recused = open.and(recuse('A1', 'u1'));
    expect(missingSeats(recused.and(withdraw).round('u1'))).toContain('A1');
    recused.and(decideRest('u1'), next, lock('u1')).when(withdraw).thenRefused('round-not-open', 'unit');
    open.when(withdraw).thenRefused('seat-not-recused', 'seat');
    recused.when(recuse('A1', 'u1')).thenRefused('seat-recused', 'seat');
    recused.when(withdrawDecision('u1', 'A1')).thenRefused('seat-recused', 'seat');
  });

  test('given a ballot of another group on the same unit is locked, then a recusal is withdrawn all the same', () => {
    const forms = (...ids: readonly string[]) => ({ kind: 'OpenRound', unit: 'u1', forms: ids }) as const;
    const lockIt = (round: string) => ({ kind: 'LockRound', round }) as const;
    const twoVotes = given(
      anEventUnder(builtIn('O3-singers'), { units: ['u1'], seats: 1 }),
      pair('public1'),
      next,
      recuse('judges1', 'u1'),
      forms('marks'),
      lockIt('u1.1'),
      forms('yes'),
      cast('public1', { vote: 'yes' }),
      lockIt('u1.2'),
    );
    const withdraw = withdrawRecusal('judges1', 'u1');
    twoVotes.when(withdraw).thenRefused('round-not-open', 'unit');
    const again = twoVotes.and({ kind: 'ReopenRound', round: 'u1.1', reason: 'not the own unit' }, withdraw);
    expect(missingSeats(openRound(again.state))).toEqual(['judges1']);
  });

  test('given a seat voted before it was recused, when that is withdrawn after the lock, then its ballot counts', () => {
    const voted = open.and(ballot('A1', 'u1', ['60', '40']), recuse('A1', 'u1'), decideRest('u1'), next);
    const back = voted.and(lock('u1'), withdrawRecusal('A1', 'u1'));
    expect(countedSeats(back.round('u1'))).toEqual(['A1']);
    expect(contestOf(back.state).units[0]?.ballots?.marks?.states).not.toHaveProperty('A1');
  });

  test('given a counted round, then a recusal from its unit stands', () => {
    const others = ['A2', 'B1'].map((seat) => ballot(seat, 'u1', ['1', '1']));
    const counted = open.and(recuse('A1', 'u1'), ...others, next, lock('u1'), count('u2'));
    counted.when(withdrawRecusal('A1', 'u1')).thenRefused('already-counted', 'unit');
  });

  test('given a recused seat’s ballot, when it is to be given back, then it is refused: the seat would vote again', () => {
    const recused = open.and(ballot('A1', 'u1', ['60', '40']), recuse('A1', 'u1'));
    recused.when(giveBack('A1', 'u1')).thenRefused('seat-recused', 'seat');
  });

  test('BALLOT-9: given entered paper, when its seat is recused and that is withdrawn, then the paper still stands', () => {
    const withdraw = withdrawRecusal('A1', 'u1');
    const back = open.and(paper('A1', 'u1', marks), recuse('A1', 'u1'), withdraw);
    const late = back.and(ballot('A1', 'u1', ['1', '1']));
    expect(late.round('u1').ballots.A1).toMatchObject({ source: 'paper', values: marks });
    expect(buildSeatView(late.state, seatId('A1'))?.barred).toBe('paper');
    expect(contestOf(late.state).units[0]?.ballots?.marks?.states).toEqual({});
  });

  test('given paper that is only announced, when its seat is recused and that is withdrawn, then the seat is due again', () => {
    const withdraw = withdrawRecusal('A1', 'u1');
    const back = open.and(decideSeats('u1', ['A1'], 'paper'), recuse('A1', 'u1'), withdraw);
    expect(missingSeats(back.round('u1'))).toContain('A1');
  });

  test('given a counted round, then nobody is recused from its unit any more', () => {
    const counted = open.and(
      ...['A1', 'A2', 'B1'].map((seat) => ballot(seat, 'u1', ['1', '1'])),
      next,
      lock('u1'),
      count('u2'),
    );
    counted.when(recuse('A1', 'u1')).thenRefused('already-counted', 'unit');
  });
});
