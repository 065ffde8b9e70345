import { describe, expect, test } from 'vitest';
import {
  anEventUnder,
  cast,
  lockOpen,
  onEach,
  openRound,
  ranked,
  stillMissing,
} from '../../test/builders/any-event.ts';
import { aRuleScheme } from '../../test/builders/contest.ts';
import { aLiveInfo } from '../../test/builders/live-info.ts';
import { count, next, pair, recuse } from '../../test/builders/orders.ts';
import { given } from '../../test/builders/scenario.ts';
import { builtIn } from '../../test/cases/read-built-in.ts';
import { roundId, unitId } from '../kernel/brand.ts';
import { buildConsoleView } from '../views/build-console-view.ts';
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

describe('a paper of all units of which nothing is left to vote on', () => {
  const allLeft = votingUnder(grading('by-seat')).and(leave('u1'), leave('u2'), leave('u3'));

  test('ROUND-18: given every unit has left, then nobody is waited for, nothing can be cast, and the round locks', () => {
    expect(stillMissing(allLeft.state)).toEqual([]);
    expect(buildConsoleView(allLeft.state, aLiveInfo()).round).toMatchObject({
      due: 0,
      missing: [],
      counts: { submitted: 0, expected: 0 },
    });
    allLeft.when(cast('ALL1', {})).thenRefused('seat-not-expected', 'seat');
    allLeft
      .when({ kind: 'EnterPaperBallot', round: '*.1', seat: 'ALL1', values: {}, reason: 'r' })
      .thenRefused('seat-not-expected', 'seat');
    allLeft
      .when({ kind: 'DecideMissing', round: '*.1', seats: ['ALL1'], decision: 'absent', reason: 'r' })
      .thenRefused('seat-not-expected', 'seats.0');
    allLeft
      .and(next)
      .when(lockOpen)
      .thenHappens({ kind: 'RoundLocked', round: roundId('*.1') });
  });

  test('ROUND-18: given one of them is reinstated, then every seat is waited for again; but not into a locked round', () => {
    expect(stillMissing(allLeft.and(comeBack('u2')).state)).toEqual(seats);
    const locked = allLeft.and(next, lockOpen);
    locked.when(comeBack('u2')).thenRefused('round-locked-idle', 'unit');
    const open = locked.and({ kind: 'ReopenRound', round: '*.1', reason: 'u2 is back' }, comeBack('u2'));
    expect(stillMissing(open.state)).toEqual(seats);
  });

  test('ROUND-18: given a seat recused from all that is left, then it alone is waited for no longer, until the recusal is withdrawn', () => {
    const two = votingUnder(grading('by-seat')).and(recuse('ALL1', 'u1'), leave('u2'));
    expect(stillMissing(two.state)).toEqual(seats);
    const none = two.and(leave('u3'));
    expect(stillMissing(none.state)).toEqual(['ALL2', 'ALL3']);
    const back = none.and({ kind: 'WithdrawRecusal', seat: 'ALL1', unit: 'u1', reason: 'a mistake' });
    expect(stillMissing(back.state)).toEqual(seats);
  });

  test('ROUND-18, SECRET-2: given every unit of a secret round has left, then no card is waited for', () => {
    const cards = votingUnder(grading('anonymous')).and(leave('u1'), leave('u2'), leave('u3'), next);
    cards.when(lockOpen).thenHappens({ kind: 'RoundLocked', round: roundId('*.1') });
  });
});

describe('a ranking for one unit more', () => {
  const places = [...seats.map((seat) => cast(seat, ranked('u1', 'u2'))), lockOpen];
  const held = given(anEventUnder(rankings, { units, seats: 3 }), ...seats.map((seat) => pair(seat)))
    .and(next, { kind: 'OpenRound', unit: null, units: ['u1', 'u2'] })
    .and(...places);
  const late = { kind: 'OpenRound', unit: null, units: ['u3'] } as const;

  test('ROUND-20: given a ranking stands, when one is opened for a late unit, then it is refused until the first is void', () => {
    held.when(late).thenRefused('ranking-held', 'units');
    const again = held.and(
      { kind: 'VoidRound', round: '*.1', why: 'vote-again', toUnit: null, reason: 'u3 came late' },
      { kind: 'OpenRound', unit: null },
    );
    expect(openRound(again.state).units).toEqual(units);
  });

  test('ROUND-20: given all units that were ranked have left, when others are ranked, then that is let through', () => {
    expect(openRound(held.and(leave('u1'), leave('u2'), late).state).units).toEqual(['u3']);
  });
});

describe('a recusal withdrawn after a vote on all units', () => {
  const withdraw = (unit: string) =>
    ({ kind: 'WithdrawRecusal', seat: 'ALL1', unit, reason: 'a mistake' }) as const;
  const voted = votingUnder(grading('by-seat')).and(cast('ALL1', all), cast('ALL2', all));
  const stateOn = (state: typeof voted.state, unit: string) =>
    contestOf(state).units.find((each) => each.unit === unit)?.ballots?.vote?.states?.ALL1;

  test('ROUND-18: given a seat recused after its vote, when that is withdrawn, then its marks count again', () => {
    const recused = voted.and(recuse('ALL1', 'u1'));
    expect(stateOn(recused.state, 'u1')).toBe('recused');
    const back = recused.and(withdraw('u1'));
    expect(stateOn(back.state, 'u1')).toBeUndefined();
    expect(openRound(back.state).decisions).toEqual([]);
  });

  test('ROUND-11, ROUND-18: given a seat recused from every unit after its vote, when one is withdrawn, then its ballot counts there', () => {
    const none = voted.and(...units.map((unit) => recuse('ALL1', unit)));
    expect(openRound(none.state).decisions).toMatchObject([{ seat: 'ALL1', decision: 'recused' }]);
    const one = none.and(withdraw('u2'));
    expect(openRound(one.state).decisions).toEqual([]);
    expect([stateOn(one.state, 'u1'), stateOn(one.state, 'u2')]).toEqual(['recused', undefined]);
  });

  test('ROUND-10, ROUND-18: given a seat voted on paper, when a recusal is withdrawn, then it stands on paper once', () => {
    const onPaper = votingUnder(grading('by-seat')).and(
      { kind: 'EnterPaperBallot', round: '*.1', seat: 'ALL1', values: all, reason: 'tablet broke' },
      recuse('ALL1', 'u1'),
      withdraw('u1'),
    );
    expect(openRound(onPaper.state).decisions).toEqual([
      { seat: 'ALL1', decision: 'paper', reason: 'tablet broke' },
    ]);
  });
});

describe('what stands beside the ballots', () => {
  const o7 = given(anEventUnder(builtIn('O7-skills'), { units: ['u1', 'u2'], seats: 1 })).and(next);
  const measure = (value: string | null, reason = '') =>
    ({ kind: 'RecordMeasure', unit: 'u1', measure: 'seconds', value, reason }) as const;

  test('BESIDE-1: given a number on record, when another takes its place or it is taken back without a reason, then that is refused', () => {
    const recorded = o7.and(measure('1900'));
    recorded.when(measure('1800', ' ')).thenRefused('reason-missing', 'reason');
    recorded.when(measure(null)).thenRefused('reason-missing', 'reason');
    expect(recorded.and(measure('1800', 'misread')).state.measures.u1).toEqual({ seconds: '1800' });
  });

  test.each(['1e5', '９０', '0x1F', '1,5', '1'.repeat(1000), '-', 'NaN', '1.1234567', ''])(
    'BESIDE-1, BESIDE-2: given %j as a number, then it is refused by its field',
    (text) => {
      o7.when(measure(text)).thenRefused('not-a-number', 'value');
      o7.when({
        kind: 'GivePoints',
        unit: 'u1',
        node: 'safety',
        points: text,
        reason: 'r',
        author: 'jury',
      }).thenRefused('points-unfit', 'points');
    },
  );

  test('BESIDE-1, BESIDE-2, BESIDE-3: given names that every object has, then nothing is recorded', () => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      o7.when({ ...measure('1'), unit: name }).thenRefused('unknown-unit', 'unit');
      o7.when({ ...measure('1'), measure: name }).thenRefused('unknown-measure', 'measure');
      o7.when({ ...measure('1'), unit: null, measure: name }).thenRefused('unknown-measure', 'measure');
      const points = { kind: 'GivePoints', points: '1', reason: 'r', author: 'jury' } as const;
      o7.when({ ...points, unit: name, node: 'safety' }).thenRefused('unknown-unit', 'unit');
      o7.when({ ...points, unit: 'u1', node: name }).thenRefused('unknown-node', 'node');
      const lower = { kind: 'LowerExpected', group: 'ALL', by: 1, reason: 'r' } as const;
      o7.when({ ...lower, round: name }).thenRefused('unknown-round', 'round');
    }
    o7.when({
      kind: 'GivePoints',
      unit: 'u1',
      node: 'safety',
      points: '-0',
      reason: 'r',
      author: 'j',
    }).thenRefused('points-unfit', 'points');
  });

  test('BESIDE-2, SCHEME-2: given points, when rules without a place for them are to apply, then that is refused', () => {
    const { scheme } = o7.state.definition;
    const adjusted = o7.and({
      kind: 'GivePoints',
      unit: 'u1',
      node: 'safety',
      points: '-2',
      reason: 'goggles off',
      author: 'jury',
    });
    const without = { ...scheme, nodes: scheme.nodes.filter(({ kind }) => kind !== 'adjustments') };
    const change = { kind: 'ChangeScheme', scheme: without, schemeHash: 'd'.repeat(64) } as const;
    adjusted.when({ ...change, orderedBy: 'jury', reason: 'r' }).thenRefused('unknown-node', 'scheme.nodes');
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
