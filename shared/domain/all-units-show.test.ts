import { describe, expect, test } from 'vitest';
import { anEventUnder, cast, lockOpen, onEach, openRound } from '../../test/builders/any-event.ts';
import { close, count, curtain, jump, next, pair, redo, undo } from '../../test/builders/orders.ts';
import { given, happened, type Scenario } from '../../test/builders/scenario.ts';
import { aSheetSource } from '../../test/builders/sheet-source.ts';
import { builtIn } from '../../test/cases/read-built-in.ts';
import { makeSheet } from '../documents/make-sheet.ts';
import { instant } from '../kernel/brand.ts';
import { buildPanelView } from '../views/build-panel-view.ts';
import { buildProjectorView } from '../views/build-projector-view.ts';
import { decideVersion } from './decisions/version-decisions.ts';
import { evolve } from './evolve.ts';
import type { EventState } from './state.ts';
import { zeroLockOf } from './zero-lock.ts';

const units = ['u1', 'u2', 'u3'];
const seats = ['ALL1', 'ALL2', 'ALL3'];
const scheme = { ...builtIn('O12-election'), isMonitorRequired: false };
const definition = anEventUnder(scheme, { units, seats: 3 });
const named = (...yes: readonly string[]) =>
  onEach('vote', Object.fromEntries(units.map((unit) => [unit, yes.includes(unit) ? 'yes' : 'no'])));
const paired = given(definition, ...seats.map((seat) => pair(seat)));
const voting = paired.and(next, next);
const votes = seats.map((seat) => cast(seat, named('u1')));
const lower = (by: number) =>
  ({ kind: 'LowerExpected', round: '*.1', group: 'ALL', by, reason: 'left' }) as const;

describe('undo and redo over a round on all units', () => {
  test('UNDO-2, UNDO-4: given nobody has voted, when its step is undone and redone, then the round is void and a new one opens', () => {
    const again = voting.and(undo);
    expect(again.state.rounds['*.1']?.state).toBe('voided');
    expect(openRound(again.and(redo).state)).toMatchObject({ id: '*.2', units, isSecret: true });
  });

  test('UNDO-2: given a card has voted, or its group is waited for with fewer, when the step is undone, then that is refused', () => {
    voting
      .and(cast('ALL1', named('u1')))
      .when(undo)
      .thenRefused('undo-round-has-ballots');
    voting.and(lower(1)).when(undo).thenRefused('undo-round-has-ballots');
  });
});

describe('the wall over a round on all units', () => {
  test('CURTAIN-1, VIEW-3: given a frozen wall, when the vote goes on and is held again, then scene and counts stay those of the moment', () => {
    const frozen = voting.and(cast('ALL1', named('u1')), curtain('frozen'));
    const shown = buildProjectorView(frozen.state);
    expect(shown).toMatchObject({ scene: { kind: 'ballot', state: 'open' }, counts: { submitted: 1 } });
    const later = frozen.and(
      cast('ALL2', named('u2')),
      cast('ALL3', named('u2')),
      next,
      lockOpen,
      { kind: 'VoidRound', round: '*.1', why: 'vote-again', toUnit: null, reason: 'noise' },
      { kind: 'OpenRound', unit: null },
    );
    expect(buildProjectorView(later.state)).toEqual(shown);
    expect(buildProjectorView(later.and(curtain('open')).state)).toMatchObject({ counts: { submitted: 0 } });
  });

  test('AGENDA-5: given the round is void, when the show goes on, then nothing holds it', () => {
    const locking = voting.and(next);
    locking.when(next).thenRefused('round-not-locked');
    locking.and({ kind: 'VoidRound', round: '*.1', why: 'vote-again', toUnit: null, reason: 'noise' }, next);
  });
});

describe('the lock of a round on all units', () => {
  const agenda = definition.agenda.map((step) =>
    step.id === 'all.lock' ? { ...step, timer: { ...step.timer, kind: 'down' as const } } : step,
  );
  const locking = given({ ...definition, locksAtZero: true, agenda }, ...seats.map((seat) => pair(seat)));
  const isDue = (state: EventState) => zeroLockOf(state, instant(10_000_000)) !== null;

  test('ROUND-16: given cards are missing, then zero locks nothing; once it is waited for with fewer, it does, but not once opened again', () => {
    const onLock = locking.and(next, next, cast('ALL1', named('u1')), next);
    expect(isDue(onLock.state)).toBe(false);
    const enough = onLock.and(lower(2));
    expect(isDue(enough.state)).toBe(true);
    const again = enough.and(lockOpen, { kind: 'ReopenRound', round: '*.1', reason: 'a card came' });
    expect(isDue(again.state)).toBe(false);
  });

  test('SECRET-2: given a round opened again, when a card that was no longer waited for votes, then it counts and the round locks', () => {
    const again = voting.and(cast('ALL1', named('u1')), lower(2), lockOpen, {
      kind: 'ReopenRound',
      round: '*.1',
      reason: 'a card came',
    });
    const late = again.and(cast('ALL2', named('u2')));
    expect(buildProjectorView(late.and(jump('all.lock')).state).counts).toMatchObject({
      submitted: 2,
      expected: 2,
    });
    expect(buildPanelView(late.and(jump('all.lock'), lockOpen).state).ballot?.state).toBe('locked');
  });
});

/** The event in its next version. */
function superseded(run: Scenario): Scenario {
  const opened = decideVersion({ orderedBy: 'jury', reason: 'a paper was miscounted' }, run.state, {
    n: run.entries.length - 1,
    hash: 'd'.repeat(64),
  });
  if (!opened.ok) throw new Error(opened.error.code);
  return run.and(happened(opened.value));
}

describe('the close and a superseding version of an event with a secret round', () => {
  test('EVENT-3: given the round is open, when the event is closed, then that is refused', () => {
    voting
      .and(cast('ALL1', named('u1')))
      .when(close)
      .thenRefused('rounds-open');
  });

  test('EVENT-5, BESIDE-4: given a released result, when its version takes the count back, then the vote can be held again and counted', () => {
    const released = voting.and(...votes, next, lockOpen, count(), jump('release'), {
      kind: 'ReleaseResult',
      reveal: 'all',
      isFewerThanThreeAccepted: true,
    });
    const version = superseded(released.and(close));
    version.when({ kind: 'TakeBackCount', reason: 'a card twice' }).thenRefused('second-press-needed');
    const taken = version.and({ kind: 'TakeBackCount', reason: 'a card twice', isSecondPress: true });
    const again = taken.and(
      { kind: 'VoidRound', round: '*.1', why: 'vote-again', toUnit: null, reason: 'a card twice' },
      { kind: 'OpenRound', unit: null },
      ...seats.map((seat) => cast(seat, named('u2'))),
      lockOpen,
      count(),
    );
    expect(again.state.result).toMatchObject({ kind: 'counted', count: 2 });
    expect(again.state.versions[0]?.formerly?.units[0]).toMatchObject({ unit: 'u1', place: '1' });
    for (const kind of ['result', 'count', 'after-count'] as const)
      expect(makeSheet(kind, aSheetSource(again.state), { unit: null, seat: null }, 'en').ok).toBe(true);
    const replayed = again.entries.reduce<EventState | null>(evolve, null);
    expect(replayed).toEqual(again.state);
  });
});

test('EVENT-8, BESIDE-4: given the close waits for the monitor, when the count is taken back, then nobody can sign that close', () => {
  const watched = given(
    anEventUnder({ ...scheme, isMonitorRequired: true }, { units, seats: 3 }),
    ...seats.map((seat) => pair(seat)),
  ).and(
    { kind: 'AdmitScreen', screen: 'm', role: 'monitor', publicKey: 'key', name: 'm' },
    next,
    next,
    ...votes,
    next,
    lockOpen,
    count(),
    close,
  );
  expect(watched.state.proposals).toHaveLength(1);
  const asked = watched.and({ kind: 'ProposeAct', act: { kind: 'take-back' }, reason: 'wrong' });
  const taken = asked.and({
    by: { role: 'monitor', screen: 'm' },
    order: { kind: 'SecondAct', proposal: 2, signed: 's', signature: 's' },
  });
  expect(taken.state).toMatchObject({ proposals: [], result: { kind: 'none' } });
  taken
    .when({ kind: 'SecondAct', proposal: 1, signed: 's', signature: 's' }, { role: 'monitor', screen: 'm' })
    .thenRefused('unknown-proposal');
});
