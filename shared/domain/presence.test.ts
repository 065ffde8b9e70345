import { describe, expect, test } from 'vitest';
import { aDefinition, aScheme } from '../../test/builders/definition.ts';
import { aLiveInfo } from '../../test/builders/live-info.ts';
import {
  away,
  back,
  ballot,
  count,
  decideSeats,
  giveBack,
  jump,
  lock,
  next,
  pair,
  paper,
  recuse,
  redo,
  reopen,
  turn,
  undo,
  voidRound,
  withdrawDecision,
  withdrawRecusal,
} from '../../test/builders/orders.ts';
import { given, type Scenario } from '../../test/builders/scenario.ts';
import { seatId } from '../kernel/brand.ts';
import { buildConsoleView } from '../views/build-console-view.ts';
import { buildMonitorView } from '../views/build-monitor-view.ts';
import { buildPanelView, buildSeatView } from '../views/build-panel-view.ts';
import { buildProjectorView } from '../views/build-projector-view.ts';
import { buildPrompterView } from '../views/build-prompter-view.ts';
import { contestOf } from './contest-of.ts';
import { missingSeats } from './round.ts';

const definition = aDefinition({ scheme: aScheme({ emptyGroup: 'renormalise' }) });
const seated = given(definition, next, pair('A1'), pair('A2'), pair('B1'));
const open = seated.and(next);
const mark: readonly [string, string] = ['50', '30'];

function decided(scenario: Scenario, unit: string) {
  return scenario.round(unit).decisions.map(({ seat, decision }) => `${seat} ${decision}`);
}

function statesOf({ state }: Scenario, unit: number) {
  return contestOf(state).units[unit]?.ballots?.marks?.states;
}

describe('AWAY-1: who goes out is absent from every round until the return', () => {
  test('given an open round, when a panelist who has no ballot goes out, then the seat is absent with that reason', () => {
    open
      .when(away('A2'))
      .thenHappens({ kind: 'SeatLeft', seat: expect.anything(), reason: 'called to a meeting' });
    const left = open.and(away('A2'));
    expect(left.round('u1').decisions).toEqual([
      { seat: 'A2', decision: 'absent', reason: 'called to a meeting', leftAt: left.state.lastEntry },
    ]);
    expect(missingSeats(left.round('u1'))).toEqual(['A1', 'B1']);
  });

  test('given one word before the first round, then each round opens with the seat absent, and the lock waits for the others alone', () => {
    const gone = seated.and(away('B1'), ...turn('u1', ['A1', 'A2']), next);
    expect(decided(gone, 'u1')).toEqual(['B1 absent']);
    expect(decided(gone, 'u2')).toEqual(['B1 absent']);
    expect(statesOf(gone, 0)).toEqual({ B1: 'absent' });
  });

  test('given a round that was voided before everybody had voted, when a panelist goes out, then it stays as it was', () => {
    const gone = open.and(ballot('A1', 'u1', mark), voidRound('u1'), away('A2'));
    expect(gone.state.rounds['u1.1']?.decisions).toEqual([]);
  });

  test('given a ballot, an announced paper, an exclusion or a recusal, when the panelist goes out, then that stands', () => {
    const stored = open.and(ballot('A1', 'u1', mark), away('A1'));
    expect(decided(stored, 'u1')).toEqual([]);
    expect(statesOf(stored, 0)).toEqual({});
    expect(decided(open.and(decideSeats('u1', ['A1'], 'paper'), away('A1')), 'u1')).toEqual(['A1 paper']);
    expect(decided(open.and(decideSeats('u1', ['A1'], 'excluded'), away('A1')), 'u1')).toEqual([
      'A1 excluded',
    ]);
    expect(decided(open.and(recuse('A1', 'u1'), away('A1')), 'u1')).toEqual(['A1 recused']);
  });

  test('given a seat that is away, when what excused it or its ballot is taken away, then it is absent', () => {
    const excluded = open.and(decideSeats('u1', ['A1'], 'excluded'), away('A1'));
    expect(decided(excluded.and(withdrawDecision('u1', 'A1')), 'u1')).toEqual(['A1 absent']);
    const recused = open.and(recuse('A1', 'u1'), away('A1'));
    expect(decided(recused.and(withdrawRecusal('A1', 'u1')), 'u1')).toEqual(['A1 absent']);
    const stored = open.and(ballot('A1', 'u1', mark), away('A1'));
    expect(decided(stored.and(giveBack('A1', 'u1')), 'u1')).toEqual(['A1 absent']);
  });

  test('given the seat is unknown or away already, then it is refused', () => {
    open.when(away('Z9')).thenRefused('unknown-seat', 'seat');
    open.when(away('constructor')).thenRefused('unknown-seat', 'seat');
    open.and(away('A1')).when(away('A1')).thenRefused('seat-away', 'seat');
  });

  test('given a locked round, when a panelist goes out, then the round stays as it is', () => {
    const locked = open.and(...['A1', 'A2', 'B1'].map((seat) => ballot(seat, 'u1', mark)), next, lock('u1'));
    expect(locked.and(away('A1')).round('u1')).toEqual(locked.round('u1'));
  });
});

describe('AWAY-2: who comes back scores on', () => {
  test('given an absence, when the panelist is back, then the ballot of the open round is due again', () => {
    const returned = open.and(away('A2'), back('A2'));
    expect(decided(returned, 'u1')).toEqual([]);
    expect(missingSeats(returned.round('u1'))).toContain('A2');
    expect(returned.and(ballot('A2', 'u1', mark)).round('u1').ballots.A2).not.toBeNull();
    expect(returned.state.absences).toMatchObject([
      { seat: 'A2', left: { step: 'u1.talk', reason: 'called to a meeting' }, back: { step: 'u1.talk' } },
    ]);
  });

  test('given what was decided for this round by hand, then it stands when the panelist is back', () => {
    const byHand = open.and(decideSeats('u1', ['A2'], 'absent'), away('A2'), back('A2'));
    expect(decided(byHand, 'u1')).toEqual(['A2 absent']);
    expect(decided(open.and(away('A2'), recuse('A2', 'u1'), back('A2')), 'u1')).toEqual(['A2 recused']);
  });

  test('given a round was locked meanwhile, then it keeps the absence, also when it is opened again', () => {
    const locked = seated.and(away('B1'), ...turn('u1', ['A1', 'A2']), back('B1'));
    expect(decided(locked, 'u1')).toEqual(['B1 absent']);
    const again = locked.and(reopen('u1'));
    expect(decided(again, 'u1')).toEqual(['B1 absent']);
    expect(decided(again.and(away('B1'), back('B1')), 'u1')).toEqual(['B1 absent']);
    const withdrawn = again.and(withdrawDecision('u1', 'B1'));
    expect(missingSeats(withdrawn.round('u1'))).toEqual(['B1']);
  });

  test('given nobody is away, when somebody is marked back, then it is refused', () => {
    open.when(back('A1')).thenRefused('seat-not-away', 'seat');
    open.when(back('Z9')).thenRefused('unknown-seat', 'seat');
    open.and(away('A1'), back('A1')).when(back('A1')).thenRefused('seat-not-away', 'seat');
  });
});

describe('AWAY-1, AWAY-2: several rounds open at once', () => {
  const scheme = aScheme({ emptyGroup: 'renormalise' });
  const kept = {
    ...scheme,
    ballots: scheme.ballots.map((own) => ({ ...own, round: { kind: 'first-held' as const, held: 2 } })),
  };
  const first = given(aDefinition({ scheme: kept }), next, pair('A1'), pair('A2'), pair('B1'), next);
  const two = first.and(
    ballot('A1', 'u1', mark),
    ballot('B1', 'u1', mark),
    away('A2'),
    next,
    next,
    away('B1'),
  );

  test('given the second opens beside the first, then who is away is absent from each that has no ballot of the seat', () => {
    expect(decided(two, 'u1')).toEqual(['A2 absent']);
    expect(decided(two, 'u2')).toEqual(['A2 absent', 'B1 absent']);
  });

  test('given the return of one, then both rounds wait for it again, and for nobody else anew', () => {
    const returned = two.and(back('A2'));
    expect(decided(returned, 'u1')).toEqual([]);
    expect(decided(returned, 'u2')).toEqual(['B1 absent']);
  });
});

describe('AWAY-3: absences and undo', () => {
  test('given a step that opened a round with an absent seat, when it is undone, then it comes back at redo with the seat absent', () => {
    const opened = seated.and(away('B1'), next);
    const undone = opened.and(undo);
    expect(undone.state.stage.step).toBe('rules');
    expect(undone.state.absences).toEqual(opened.state.absences);
    expect(decided(undone.and(redo), 'u1')).toEqual(['B1 absent']);
  });

  test('given a panelist went out after the step, when undo is pressed, then the step is undone and the panelist still away', () => {
    const undone = open.and(away('B1'), undo);
    expect(undone.state.stage.step).toBe('rules');
    expect(undone.state.absences).toMatchObject([{ seat: 'B1', back: null }]);
  });
});

describe('AWAY-4: a seat that is away', () => {
  test('given its device is still there, when it submits or changes a ballot, then it is refused, and the ballot before counts', () => {
    open
      .and(away('A1'))
      .when(ballot('A1', 'u1', mark))
      .thenRefused('seat-away', 'seat');
    const stored = open.and(ballot('A1', 'u1', mark), away('A1'));
    stored.when(ballot('A1', 'u1', ['1', '1'])).thenRefused('seat-away', 'seat');
    expect(contestOf(stored.state).units[0]?.ballots?.marks?.votes.A1).toEqual({ c1: '50', c2: '30' });
  });

  test('given its paper was entered, when its device submits after all, then that ballot is kept as void', () => {
    const entered = open.and(paper('A1', 'u1', { c1: '1', c2: '1' }), away('A1'));
    entered
      .when(ballot('A1', 'u1', mark))
      .thenHappens(expect.objectContaining({ kind: 'LateBallotVoided', seat: 'A1' }));
  });

  test('given its absence, when it is withdrawn for one round, or a ballot on paper entered, then it is refused', () => {
    const gone = open.and(away('A1'));
    gone.when(withdrawDecision('u1', 'A1')).thenRefused('seat-away', 'seat');
    gone.when(paper('A1', 'u1', { c1: '1', c2: '1' })).thenRefused('seat-has-decision', 'seat');
  });
});

test('AWAY-1: given a panelist who is away throughout, then the count takes place without that seat', () => {
  const counted = seated.and(
    away('B1'),
    ...turn('u1', ['A1', 'A2']),
    ...turn('u2', ['A1', 'A2']),
    back('B1'),
  );
  expect(statesOf(counted, 1)).toEqual({ B1: 'absent' });
  counted.when(count()).thenHappens(expect.objectContaining({ kind: 'RoundsCounted' }));
});

describe('AWAY-7: who is told', () => {
  const left = open.and(away('A2', 'unwell'));
  const [since] = left.state.absences;

  test('given a panelist is away, then the own page says so with the time, on stage or not, until the return', () => {
    const seen = ({ state }: Scenario) => buildSeatView(state, seatId('A2'));
    expect(seen(left)).toMatchObject({ barred: 'away', awaySince: since?.left.wall });
    expect(seen(left.and(jump('comment')))).toMatchObject({ barred: 'away' });
    expect(seen(left.and(back('A2')))).toMatchObject({ barred: null, awaySince: null });
  });

  test('given a ballot before, then the own page has it still', () => {
    const { state } = open.and(ballot('A2', 'u1', mark), away('A2'));
    expect(buildSeatView(state, seatId('A2'))).toMatchObject({ barred: 'away', mine: { total: '80' } });
  });

  test('given one panelist of a group is away or another, then hall, prompter and the other seats receive the same', () => {
    const others = (seat: string) => {
      const { state } = open.and(away(seat));
      return JSON.stringify([
        buildProjectorView(state),
        buildPrompterView(state),
        buildPanelView(state),
        buildSeatView(state, seatId('B1')),
      ]);
    };
    expect(others('A1')).toBe(others('A2'));
    expect(others('A1')).not.toContain('called to a meeting');
  });

  test('then the console’s seat and the monitor are told since when and why, and which units were missed', () => {
    const console = buildConsoleView(left.state, aLiveInfo());
    expect(console.seats.map(({ away }) => away?.reason ?? null)).toEqual([null, 'unwell', null]);
    expect(console.next).toMatchObject({ kind: 'step' });
    expect(buildConsoleView(left.and(next).state, aLiveInfo()).next).toMatchObject({ seats: ['A1', 'B1'] });
    const { absences } = buildMonitorView(left.and(back('A2', 'well again')).state);
    expect(absences).toMatchObject([
      { seat: 2, left: { reason: 'unwell' }, back: { reason: 'well again' }, missed: [] },
    ]);
    const wholeTurn = seated.and(away('B1'), ...turn('u1', ['A1', 'A2']));
    expect(buildMonitorView(wholeTurn.state).absences).toMatchObject([
      { seat: 3, back: null, missed: [definition.units[0]?.name] },
    ]);
  });
});

test('AWAY-6: given a panelist went out and came back, then both stand in the changelog with the reason', () => {
  const { state } = open.and(away('A2', 'unwell'), back('A2', 'well again'));
  expect(state.changes.map(({ what, seats, reason }) => [what, seats, reason])).toEqual([
    ['seat-left', ['A2'], 'unwell'],
    ['seat-returned', ['A2'], 'well again'],
  ]);
});
