import { describe, expect, test } from 'vitest';
import {
  anEventUnder,
  cast,
  lockOpen,
  onEach,
  openRound,
  stillMissing,
} from '../../test/builders/any-event.ts';
import { aLiveInfo } from '../../test/builders/live-info.ts';
import { next, pair, recuse } from '../../test/builders/orders.ts';
import { given } from '../../test/builders/scenario.ts';
import { builtIn } from '../../test/cases/read-built-in.ts';
import { roundId } from '../kernel/brand.ts';
import { buildConsoleView } from '../views/build-console-view.ts';
import { buildMonitorView } from '../views/build-monitor-view.ts';
import type { BallotValues } from './ballot.ts';
import { contestOf } from './contest-of.ts';
import { calculator } from './scoring/rules/calculate.ts';
import { readScoringScheme } from './scoring/rules/check-scoring-scheme.ts';
import { turnoutOf } from './scoring/rules/turnout.ts';

const o12 = builtIn('O12-election');
const units = ['u1', 'u2', 'u3', 'u4'];
const definition = anEventUnder(o12, { units, seats: 4 });
const seats = ['ALL1', 'ALL2', 'ALL3', 'ALL4'];
const voting = given(definition, ...seats.map((seat) => pair(seat))).and(next, next);
const named = (...yes: readonly string[]) =>
  onEach('vote', Object.fromEntries(units.map((unit) => [unit, yes.includes(unit) ? 'yes' : 'no'])));
const reason = 'one card was not collected';
const lower = (by: number) => ({ kind: 'LowerExpected', round: '*.1', group: 'ALL', by, reason }) as const;

describe('a secret election', () => {
  test('SECRET-1: given a secret round, when a seat is to be decided about, then that is refused', () => {
    expect(openRound(voting.state)).toMatchObject({ id: roundId('*.1'), isSecret: true, forms: ['names'] });
    voting
      .when({ kind: 'DecideMissing', round: '*.1', seats: ['ALL1'], decision: 'absent', reason })
      .thenRefused('ballot-secret', 'round');
    voting
      .when({ kind: 'EnterPaperBallot', round: '*.1', seat: 'ALL1', values: named('u1'), reason })
      .thenRefused('ballot-secret', 'round');
    voting
      .and(cast('ALL1', named('u1')))
      .when({ kind: 'ReturnBallot', round: '*.1', seat: 'ALL1', reason })
      .thenRefused('ballot-secret', 'round');
    voting.when(recuse('ALL1', 'u1')).thenRefused('ballot-secret', 'seat');
  });

  test('SECRET-2, ROUND-4: given a card that never votes, when its group is waited for with one fewer, then the round locks', () => {
    const three = voting.and(...seats.slice(1).map((seat) => cast(seat, named('u1', 'u2'))), next);
    three.when(lockOpen).thenRefused('seats-undecided', 'round');
    three.when(lower(2)).thenRefused('fewer-missing', 'by');
    three.when({ ...lower(1), group: 'X' }).thenRefused('unknown-group', 'group');
    three.when(lower(0)).thenHappens();
    const lowered = three.and(lower(1));
    lowered.when(lower(1)).thenHappens();
    expect(lowered.state.changes.at(-1)).toMatchObject({ what: 'expected-lowered', seats: [] });
    expect(openRound(lowered.and(lower(0)).state).lowered).toEqual([]);
    const locked = lowered.and(lockOpen);
    expect(contestOf(locked.state).units[0]?.ballots?.names?.states).toEqual({ ALL1: 'absent' });
    locked.when(lower(0)).thenRefused('round-not-open', 'round');
  });

  test('SECRET-2: given the card votes after all, when it was waited for with one fewer, then its vote counts', () => {
    const all = voting.and(lower(1), ...seats.map((seat) => cast(seat, named('u1'))), next, lockOpen);
    expect(contestOf(all.state).units[0]?.ballots?.names?.states).toEqual({});
  });

  test('SECRET-2: given a round that isn’t secret, when it is to be waited for with fewer, then that is refused', () => {
    const s2 = given(anEventUnder(builtIn('S2-satisfaction'))).and(next, next);
    s2.when(lower(1)).thenRefused('ballot-not-secret', 'round');
  });

  test('SECRET-3: given a card whose holder may not vote on a unit, when it says so, then it is out of that unit’s denominator alone', () => {
    const own: BallotValues = { ...named('u2', 'u3'), 'u1/@recused': 'yes' };
    const { 'u1/vote': _, ...rest } = own;
    voting.when(cast('ALL1', own)).thenRefused('unknown-value', 'values.u1/@recused');
    voting
      .when(cast('ALL1', { ...rest, 'u1/@recused': 'no' }))
      .thenRefused('not-yes-or-no', 'values.u1/@recused');
    const all = voting.and(
      cast('ALL1', rest),
      ...seats.slice(1).map((seat) => cast(seat, named('u1'))),
      next,
      lockOpen,
    );
    const counted = all.and({ kind: 'CountRounds', notCalled: [] });
    const { result } = counted.state;
    if (result.kind !== 'counted') throw new Error('not counted');
    const share = (unit: string) =>
      result.figures.units
        .find((figure) => figure.unit === unit)
        ?.outputs.find(({ node }) => node === 'share');
    expect(share('u1')?.printed).toBe('100.00');
    expect(share('u2')?.printed).toBe('25.00');
  });

  test('SECRET-4: given votes of a secret round, then console and monitor see counts by group, and the same whoever voted', () => {
    const half = voting.and(cast('ALL1', named('u1')), cast('ALL3', named('u2')));
    const other = voting.and(cast('ALL2', named('u4')), cast('ALL4', named('u3')));
    const shown = [half, other].map(({ state }) => ({
      round: buildConsoleView(state, aLiveInfo()).round,
      seats: buildConsoleView(state, aLiveInfo()).seats,
      next: buildConsoleView(state, aLiveInfo()).next,
      monitor: buildMonitorView(state).rounds,
    }));
    expect(shown[0]).toEqual(shown[1]);
    expect(shown[0]?.round).toMatchObject({
      isSecret: true,
      missing: [],
      due: 2,
      cards: [{ group: 'ALL', due: 2, lowered: 0, reason: '' }],
      counts: { submitted: 2, expected: 4 },
    });
    expect(shown[0]?.seats.map(({ ballot }) => ballot)).toEqual(Array(4).fill('secret'));
  });

  test('SECRET-4: given a card that voted, when a new device of it votes, then its number doesn’t tell that the card had', () => {
    const twice = voting.and(cast('ALL1', named('u1')), cast('ALL1', named('u2')));
    expect(openRound(twice.state).ballots.ALL1?.ballotNumber).toBe(2);
    const anew = twice.and(pair('ALL1', 'a new device'), cast('ALL1', named('u3')));
    expect(openRound(anew.state).ballots.ALL1).toMatchObject({ device: 2, ballotNumber: 1 });
  });

  test.each([
    [[2, 4], true],
    [[3, 4], false],
  ] as const)(
    'SECRET-2: given half the cards gave a ballot, when the quorum is %j, then it is of all cards given out',
    (of, isMet) => {
      const groups = [{ id: 'ALL', quorum: { atLeast: { of }, effect: 'block' as const } }];
      const scheme = readScoringScheme({ ...o12, groups });
      if (!scheme.ok) throw new Error(JSON.stringify(scheme.error));
      const half = given(
        anEventUnder(scheme.value, { units, seats: 4 }),
        ...seats.map((seat) => pair(seat)),
      ).and(next, next, lower(2), cast('ALL1', named('u1')), cast('ALL2', named('u1')), next, lockOpen);
      const counting = half.when({ kind: 'CountRounds', notCalled: [] });
      if (isMet) expect(half.and({ kind: 'CountRounds', notCalled: [] }).state.result.kind).toBe('counted');
      else counting.thenRefused('result-waits', '');
      const calculation = calculator(scheme.value)(contestOf(half.state));
      expect(turnoutOf(calculation, 'names', 'u1')[0]?.hasQuorum).toBe(isMet);
    },
  );

  test('ROUND-17: given a tie at the line, when the count is taken back, then a second ballot is held among the tied alone', () => {
    const tied = voting.and(
      cast('ALL1', named('u1', 'u2', 'u3')),
      cast('ALL2', named('u1', 'u2', 'u4')),
      cast('ALL3', named('u1', 'u2', 'u3')),
      cast('ALL4', named('u1', 'u2', 'u4')),
      next,
      lockOpen,
    );
    const second = tied.and({ kind: 'OpenRound', unit: null, forms: ['second'], units: ['u3', 'u4'] });
    expect(openRound(second.state)).toMatchObject({
      id: '*.2',
      number: 1,
      units: ['u3', 'u4'],
      isSecret: true,
    });
    const parted = second
      .and(
        ...stillMissing(second.state).map((seat, n) =>
          cast(seat, onEach('vote', n === 0 ? { u3: 'no', u4: 'no' } : { u3: 'no', u4: 'yes' })),
        ),
      )
      .and(lockOpen, { kind: 'CountRounds', notCalled: [] });
    const { result } = parted.state;
    if (result.kind !== 'counted') throw new Error('not counted');
    expect(result.figures.units.map(({ unit, place }) => [unit, place])).toEqual([
      ['u1', '1'],
      ['u2', '1'],
      ['u4', '3'],
      ['u3', '4'],
    ]);
  });
});
