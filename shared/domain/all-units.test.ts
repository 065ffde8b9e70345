import { describe, expect, test } from 'vitest';
import { anEventUnder, cast, lockOpen, onEach, openRound, ranked } from '../../test/builders/any-event.ts';
import { admitMonitor, jump, monitor, next, pair, recuse } from '../../test/builders/orders.ts';
import { given } from '../../test/builders/scenario.ts';
import { builtIn } from '../../test/cases/read-built-in.ts';
import { roundId, seatId, unitId } from '../kernel/brand.ts';
import { buildSeatView } from '../views/build-panel-view.ts';

const s1 = builtIn('S1-county-ranking');
const seats = ['A1', 'A2', 'A3', 'B1', 'B2', 'B3'];
const definition = anEventUnder(s1);
const paired = given(definition, ...seats.map((seat) => pair(seat)));

/** Everyone gives the unit on stage a mark for its speech; the round is locked. */
const spoken = (mark: string) => [next, ...seats.map((seat) => cast(seat, { total: mark })), next, lockOpen];
const reported = paired.and(next, ...spoken('90'), ...spoken('80'), ...spoken('70'));
const voting = reported.and(next);

describe('a ranking of all units after a mark for each', () => {
  test('ROUND-17, ROUND-19: given all units have spoken, when the vote opens, then one round holds them all', () => {
    expect(openRound(voting.state)).toMatchObject({
      id: roundId('*.1'),
      unit: null,
      units: ['u1', 'u2', 'u3'],
      forms: ['ranking'],
      isSecret: false,
    });
  });

  test('ROUND-19: given a unit that left and one that never spoke, when the vote opens, then neither is on the paper', () => {
    const two = paired
      .and(next, ...spoken('90'))
      .and({ kind: 'WithdrawUnit', unit: 'u2', why: 'withdrew', reason: 'ill' })
      .and(jump('all.vote'));
    expect(openRound(two.state).units).toEqual(['u1']);
  });

  test('BALLOT-3, BALLOT-4: given a paper of all units, when a field is strange, then it is refused by its name', () => {
    voting
      .when(cast('A1', { ...ranked('u1', 'u2', 'u3'), 'u9/place': '1' }))
      .thenRefused('unknown-value', 'values.u9/place');
    voting
      .when(cast('A1', { ...ranked('u1', 'u2'), 'u3/place': '4' }))
      .thenRefused('not-a-place', 'values.u3/place');
    voting.when(cast('A1', { place: '1' })).thenRefused('unknown-value', 'values.place');
  });

  test('BALLOT-5: given a complete ranking, when it is sent again otherwise, then the last one stands', () => {
    const twice = voting.and(cast('A1', ranked('u1', 'u2', 'u3')), cast('A1', ranked('u3', 'u2', 'u1')));
    expect(openRound(twice.state).ballots.A1).toMatchObject({
      ballotNumber: 2,
      values: ranked('u3', 'u2', 'u1'),
    });
  });

  test('ROUND-18: given a seat recused from one unit, when it votes, then it ranks the others and is told so', () => {
    const own = voting.and(recuse('A1', 'u2'));
    expect(buildSeatView(own.state, seatId('A1'))).toMatchObject({
      barred: null,
      notOn: ['u2'],
      casts: ['ranking'],
    });
    own.when(cast('A1', ranked('u1', 'u2', 'u3'))).thenRefused('unknown-value', 'values.u2/place');
    expect(openRound(own.and(cast('A1', ranked('u3', 'u1'))).state).ballots.A1?.units).toEqual(['u1', 'u3']);
  });

  test('ROUND-18: given a vote, when the seat is recused from one unit, then its other places close up and count', () => {
    const all = voting.and(...seats.map((seat) => cast(seat, ranked('u1', 'u2', 'u3'))));
    const late = all.and(recuse('A1', 'u1'), lockOpen, { kind: 'CountRounds', notCalled: [] });
    const places = late.state.result.kind === 'counted' ? late.state.result.figures.units : [];
    // u2: five second places and one first place that closed up: (5 × 97 + 100) / 6 of group A, all 97 of group B.
    const speech = 80;
    const assessment = (0.6 * (2 * 97 + 100)) / 3 + 0.4 * 97;
    const total = 0.4 * 97 + 0.2 * speech + 0.4 * assessment;
    expect(places.find(({ unit }) => unit === 'u2')?.total).toBe(total.toFixed(2));
  });

  test('ROUND-18: given a vote without a unit, when the seat’s recusal is withdrawn, then its ballot has to be given back first', () => {
    const s2 = builtIn('S2-satisfaction');
    const seat = `${s2.groups[0]?.id}1`;
    const own = given(anEventUnder(s2), pair(seat)).and(next, recuse(seat, 'u2'), next);
    const graded = own.and(cast(seat, onEach('grade', { u1: 'satisfied', u3: 'satisfied' })));
    const withdrawal = { kind: 'WithdrawRecusal', seat, unit: 'u2', reason: 'a mistake' } as const;
    graded.when(withdrawal).thenRefused('seat-has-ballot', 'seat');
    const back = graded.and(
      { kind: 'ReturnBallot', round: '*.1', seat, reason: 'recusal withdrawn' },
      withdrawal,
    );
    expect(buildSeatView(back.state, seatId(seat))?.notOn).toEqual([]);
  });

  test('ROUND-11: given a seat recused from every unit, when the vote opens, then it isn’t waited for', () => {
    const none = reported.and(recuse('A1', 'u1'), recuse('A1', 'u2'), recuse('A1', 'u3'), next);
    expect(openRound(none.state).decisions).toEqual([
      { seat: 'A1', decision: 'recused', reason: 'own unit' },
    ]);
    none.when(cast('A1', ranked('u1'))).thenRefused('seat-recused', 'seat');
  });

  test('ROUND-1: given the vote was held, when another is opened, then it is refused; once voided it is round 2', () => {
    const locked = voting.and(...seats.map((seat) => cast(seat, ranked('u1', 'u2', 'u3'))), lockOpen);
    locked.when({ kind: 'OpenRound', unit: null }).thenRefused('unit-has-round', 'unit');
    const again = locked.and(
      { kind: 'VoidRound', round: '*.1', why: 'vote-again', toUnit: null, reason: 'a noise' },
      { kind: 'OpenRound', unit: null },
    );
    expect(openRound(again.state)).toMatchObject({ id: '*.2', number: 2 });
  });

  test('ROUND-14: given a round on all units, when it is said to be of the wrong unit, then that can’t be', () => {
    voting
      .when({ kind: 'VoidRound', round: '*.1', why: 'wrong-unit', toUnit: 'u1', reason: 'x' })
      .thenRefused('round-of-all-units', 'why');
  });

  test('ROUND-17: given ballots of two shapes, or one that isn’t there, when opened by hand, then it is refused', () => {
    const over = voting.and(...seats.map((seat) => cast(seat, ranked('u1', 'u2', 'u3'))), lockOpen);
    over
      .when({ kind: 'OpenRound', unit: 'u1', forms: ['speech', 'ranking'] })
      .thenRefused('forms-apart', 'forms.1');
    over.when({ kind: 'OpenRound', unit: 'u1', forms: ['names'] }).thenRefused('unknown-form', 'forms.0');
    over.when({ kind: 'OpenRound', unit: null, units: ['u1', 'u9'] }).thenRefused('unknown-unit', 'units');
  });

  test('AGENDA-5, ROUND-4: given the vote is open, then Next waits for its lock, and the lock for every seat', () => {
    const onLock = voting.and(next);
    onLock.when(next).thenRefused('round-not-locked');
    onLock.when(lockOpen).thenRefused('seats-undecided', 'round');
  });
});

describe('the count of several ballots', () => {
  const rankings = ['A1', 'A2', 'B1', 'B2', 'B3'].map((seat) => cast(seat, ranked('u2', 'u1', 'u3')));
  const locked = voting.and(...rankings, cast('A3', ranked('u1', 'u2', 'u3')), lockOpen);

  test('RESULT-2: given the units have spoken and nobody has ranked them, when counted, then each lacks a ballot', () => {
    const before = reported.and(jump('comment'));
    before.when({ kind: 'CountRounds', notCalled: [] }).thenRefused('units-without-round', 'notCalled');
  });

  test('SCORE-6, RESULT-3: given boards, marks and rankings, when counted, then all three are in the total', () => {
    const counted = locked.and({ kind: 'CountRounds', notCalled: [] });
    const { result } = counted.state;
    if (result.kind !== 'counted') throw new Error('not counted');
    // 40 % the board (100, 97, 94), 20 % the speech (90, 80, 70), 40 % the ranking: A 60 %, B 40 %.
    const u1 = 0.4 * 100 + 0.2 * 90 + 0.4 * ((0.6 * (97 + 97 + 100)) / 3 + 0.4 * 97);
    const u2 = 0.4 * 97 + 0.2 * 80 + 0.4 * ((0.6 * (100 + 100 + 97)) / 3 + 0.4 * 100);
    expect(result.figures.units.map(({ unit, total, place }) => [unit, total, place])).toEqual([
      ['u1', u1.toFixed(2), '1'],
      ['u2', u2.toFixed(2), '2'],
      ['u3', '89.20', '3'],
    ]);
    expect(counted.entries.at(-1)?.event).toMatchObject({ rounds: ['u1.1', 'u2.1', 'u3.1', '*.1'] });
  });

  test('BESIDE-4: given a count, when it is taken back, then a second word is needed, the figures are void and the rounds stay locked', () => {
    const counted = locked.and({ kind: 'CountRounds', notCalled: [] });
    counted.when({ kind: 'TakeBackCount', reason: 'a wrong time' }).thenRefused('second-device-needed', '');
    const back = counted.and(
      admitMonitor,
      { kind: 'ProposeAct', act: { kind: 'take-back' }, reason: 'a wrong time' },
      { kind: 'SecondAct', proposal: 1, signed: 's', signature: 'g' },
    );
    expect(back.state.result).toEqual({ kind: 'none' });
    expect(Object.values(back.state.rounds).map(({ state }) => state)).toEqual(Array(4).fill('locked'));
    expect(back.state.changes.at(-1)).toMatchObject({
      what: 'count-taken-back',
      reason: 'a wrong time',
      seconded: monitor,
    });
    locked.when({ kind: 'TakeBackCount', reason: 'x' }).thenRefused('result-not-counted');
  });
});

test('BALLOT-4: given two groups with a ballot each on one paper, then each casts its own and both are named', () => {
  const o3 = given(anEventUnder(builtIn('O3-singers'), { seats: 1 }), pair('judges1'), pair('public1')).and(
    next,
    next,
  );
  expect(openRound(o3.state)).toMatchObject({ unit: unitId('u1'), forms: ['marks', 'yes'] });
  o3.when(cast('public1', { 'marks/total': '90' })).thenRefused('unknown-value', 'values.marks/total');
  o3.when(cast('judges1', { total: '90' })).thenRefused('unknown-value', 'values.total');
  const both = o3.and(
    cast('judges1', { 'marks/total': '90' }),
    cast('public1', { 'yes/vote': 'yes' }),
    next,
    lockOpen,
  );
  expect(both.round('u1').state).toBe('locked');
});
