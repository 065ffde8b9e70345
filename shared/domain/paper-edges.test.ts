import { describe, expect, test } from 'vitest';
import { anEventUnder, cast, lockOpen, onEach, openRound, ranked } from '../../test/builders/any-event.ts';
import { aRuleScheme } from '../../test/builders/contest.ts';
import { count, next, pair } from '../../test/builders/orders.ts';
import { given } from '../../test/builders/scenario.ts';
import { unitId } from '../kernel/brand.ts';
import { contestOf } from './contest-of.ts';

const units = ['u1', 'u2', 'u3'];
const seats = ['ALL1', 'ALL2', 'ALL3'];
const rankings = aRuleScheme({
  ballots: [{ kind: 'ranking', id: 'order', effect: 'void' }],
  nodes: [{ kind: 'marks', id: 'total', ballot: 'order', read: 'places' }],
  ranking: { by: 'total', on: 'exact', better: 'lower' },
});
const grading = (secrecy: 'by-seat' | 'anonymous') =>
  aRuleScheme({
    ballots: [
      { kind: 'total', id: 'vote', maximum: '100', step: '1', secrecy, round: { kind: 'all-units' } },
    ],
  });
const votingUnder = (scheme: Parameters<typeof anEventUnder>[0]) =>
  given(anEventUnder(scheme, { units, seats: 3 }), ...seats.map((seat) => pair(seat))).and(next, next);
const all = onEach('total', { u1: '90', u2: '80', u3: '70' });
const withoutU3 = onEach('total', { u1: '90', u2: '80' });
const leave = (unit: string) => ({ kind: 'WithdrawUnit', unit, why: 'withdrew', reason: 'ill' }) as const;
const comeBack = (unit: string) => ({ kind: 'ReinstateUnit', unit, reason: 'a mistake' }) as const;

describe('a unit that leaves a paper of all and comes back', () => {
  test.each(['by-seat', 'anonymous'] as const)(
    'ROUND-18: given a %s ballot without the unit, when it is to be reinstated, then the vote has to be held again first',
    (secrecy) => {
      const left = votingUnder(grading(secrecy)).and(cast('ALL1', all), leave('u3'));
      expect(left.and(comeBack('u3')).state.exits).toEqual([]);
      const voted = left.and(cast('ALL2', withoutU3));
      voted.when(comeBack('u3')).thenRefused('ballots-without-unit', 'unit');
      const again = voted.and(
        { kind: 'VoidRound', round: '*.1', why: 'vote-again', toUnit: null, reason: 'a unit came back' },
        comeBack('u3'),
        { kind: 'OpenRound', unit: null },
      );
      expect(openRound(again.state).units).toEqual(units);
    },
  );

  test('ROUND-12: given the ballot without the unit was given back, when it is reinstated, then that is let through', () => {
    const voted = votingUnder(grading('by-seat')).and(leave('u3'), cast('ALL2', withoutU3));
    const back = voted.and({ kind: 'ReturnBallot', round: '*.1', seat: 'ALL2', reason: 'u3 is back' });
    expect(back.and(comeBack('u3')).state.exits).toEqual([]);
  });
});

describe('a ranking that is void', () => {
  test('RULE-2, RULE-3: given one incomplete ranking, then it counts nothing anywhere and is void on every unit', () => {
    const voted = votingUnder(rankings).and(
      cast('ALL1', ranked('u3')),
      cast('ALL2', ranked('u1', 'u2', 'u3')),
      cast('ALL3', ranked('u1', 'u2', 'u3')),
      next,
      lockOpen,
    );
    const contest = contestOf(voted.state);
    for (const unit of contest.units) expect(unit.ballots?.order?.states).toEqual({ ALL1: 'void' });
    const { state } = voted.and(count());
    expect(state.result.kind === 'counted' && state.result.figures.units.map(({ total }) => total)).toEqual([
      '1',
      '2',
      '3',
    ]);
  });
});

describe('rounds opened by hand', () => {
  const two = aRuleScheme({
    ballots: [
      { kind: 'total', id: 'one', maximum: '10', step: '1' },
      { kind: 'total', id: 'two', maximum: '10', step: '1' },
    ],
    nodes: [
      { kind: 'marks', id: 'first', ballot: 'one' },
      { kind: 'marks', id: 'second', ballot: 'two' },
      { kind: 'sum', id: 'total', parts: [{ node: 'first' }, { node: 'second' }] },
    ],
  });
  const started = given(anEventUnder(two, { units, seats: 2 })).and(next);

  test('ROUND-17: given a ballot named twice, when a round is opened by hand, then it is refused by its place', () => {
    started
      .when({ kind: 'OpenRound', unit: 'u1', forms: ['one', 'one'] })
      .thenRefused('forms-apart', 'forms.1');
  });

  test('ROUND-17: given the ballots in another order, then the round holds them in the scheme’s, and a second one is number 2', () => {
    const opened = started.and({ kind: 'OpenRound', unit: 'u1', forms: ['two', 'one'] });
    expect(opened.round('u1').forms).toEqual(['one', 'two']);
    const again = opened.and(
      { kind: 'VoidRound', round: 'u1.1', why: 'vote-again', toUnit: null, reason: 'again' },
      { kind: 'OpenRound', unit: 'u1' },
    );
    expect(again.round('u1').number).toBe(2);
  });

  test.each([[['u1', 'u1']], [['__proto__']], [['u1', 'constructor']]])(
    'ROUND-19: given %j as the units of a paper, then they are refused',
    (named) => {
      const start = given(anEventUnder(grading('by-seat'), { units, seats: 2 })).and(next);
      start.when({ kind: 'OpenRound', unit: null, units: named }).thenRefused('unknown-unit', 'units');
    },
  );

  test('ROUND-15, ROUND-19: given a unit that left among those named, then the paper is refused', () => {
    const start = given(anEventUnder(grading('by-seat'), { units, seats: 2 })).and(next, leave('u3'));
    start.when({ kind: 'OpenRound', unit: null, units: ['u1', 'u3'] }).thenRefused('unit-exited', 'units');
    expect(contestOf(start.state).units.find(({ unit }) => unit === unitId('u3'))?.state).toBe('withdrew');
  });
});
