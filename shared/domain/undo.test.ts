import { describe, expect, test } from 'vitest';
import { aDefinition, aScheme, aWeight } from '../../test/builders/definition.ts';
import {
  addTime,
  ballot,
  close,
  count,
  decideRest,
  decideSeats,
  giveBack,
  jump,
  lock,
  next,
  open,
  pair,
  pause,
  redo,
  release,
  reopen,
  restart,
  resume,
  returnReveal,
  revealAll,
  turn,
  undo,
} from '../../test/builders/orders.ts';
import { at, given } from '../../test/builders/scenario.ts';
import { instant, logPosition, roundId } from '../kernel/brand.ts';
import { remainingMs } from './timer.ts';

const definition = aDefinition({
  seats: { A: 1 },
  scheme: aScheme({ weights: [aWeight('A', 1)] }),
});
const start = [next, pair('A1')];

describe('undo', () => {
  test.each([
    ['next', [], next],
    ['jump', [], jump('comment')],
    ['pause', [], pause],
    ['resume', [pause], resume],
    ['added time', [], addTime(60_000)],
    ['restart', [], restart],
  ])('UNDO-1: given %s, when undone, then the whole stage is as before', (_, before, order) => {
    const earlier = given(definition, next, ...before);
    const later = earlier.and(order);
    expect(later.state.stage).not.toEqual(earlier.state.stage);
    expect(later.and(undo).state.stage).toEqual(earlier.state.stage);
  });

  test('UNDO-1: given a wrong next after 10 s, when undone 20 s later, then the timer has run on for 30 s', () => {
    const { state } = given(definition, at(1000, next), at(11_000, next), at(31_000, undo));
    const { timer } = state.stage;
    if (timer.kind !== 'down') throw new Error('no countdown on stage');
    expect(remainingMs(timer, instant(31_000))).toBe(30_000);
  });

  test('UNDO-1: given nothing was done, when undo, then it is refused', () => {
    given(definition).when(undo).thenRefused('nothing-to-undo');
  });

  test('UNDO-1: given 21 actions, when undone as often as possible, then the last 20 come back', () => {
    const many = given(definition, next, ...Array.from({ length: 20 }, () => addTime(1000)));
    const all = many.and(...Array.from({ length: 20 }, () => undo));
    expect(all.state.stage.step).toBe('rules');
    all.when(undo).thenRefused('nothing-to-undo');
  });

  test('UNDO-2: given a step opened a round, when undone, then that round is voided with it', () => {
    const speaking = given(definition, next, next);
    speaking.when(undo).thenHappens(
      { kind: 'StageUndone', entry: logPosition(2) },
      {
        kind: 'RoundVoided',
        round: roundId('u1.1'),
        why: 'undone',
        toUnit: null,
        reason: '',
        proposal: null,
      },
    );
    const undone = speaking.and(undo);
    expect(undone.state.rounds).toMatchObject({ 'u1.1': { state: 'voided' } });
    expect(undone.and(next).round('u1')).toMatchObject({ id: 'u1.2', number: 2, opening: 1, state: 'open' });
  });

  test('UNDO-2: given a ballot or a decision in that round, when undo, then it is refused', () => {
    given(definition, ...start, next, ballot('A1', 'u1', ['1', '1']))
      .when(undo)
      .thenRefused('undo-round-has-ballots');
    given(definition, ...start, next, decideSeats('u1', ['A1']))
      .when(undo)
      .thenRefused('undo-round-has-ballots');
  });

  test('UNDO-2: given its one ballot was given back, when undo, then it is refused: the marks would be gone', () => {
    const back = given(definition, ...start, next).and(
      ballot('A1', 'u1', ['50', '30']),
      giveBack('A1', 'u1'),
    );
    back.when(undo).thenRefused('undo-round-has-ballots');
  });

  test('UNDO-2: given that round was locked, also if it was opened again, when undo, then it is refused', () => {
    const noSeats = aDefinition({ seats: {}, scheme: definition.scheme });
    const locked = given(noSeats, next, next, lock('u1'));
    locked.when(undo).thenRefused('undo-round-locked');
    locked.and(reopen('u1')).when(undo).thenRefused('undo-round-locked');
  });

  test('UNDO-2: given a round was opened by hand, when the step is undone, then the round stays', () => {
    const opened = given(definition, next, pause, open('u1'));
    opened.when(undo).thenHappens({ kind: 'StageUndone', entry: logPosition(2) });
  });

  test('UNDO-3: given a release, when undo or redo, then nothing before it comes back', () => {
    const released = given(
      definition,
      ...start,
      ...turn('u1', ['A1']),
      jump('comment'),
      count('u2'),
      next,
      release(),
    );
    released.when(undo).thenRefused('nothing-to-undo');
    released.when(redo).thenRefused('nothing-to-redo');
    expect(released.and(revealAll, next, undo).state.stage.step).toBe('release');
  });

  test('UNDO-3: given the event was closed, then nothing can be undone', () => {
    expect(given(definition, next, close).state.undo).toEqual([]);
  });

  test('UNDO-6: given two presses of undo for one action, when the second arrives, then it takes back nothing', () => {
    const paused = given(definition, next, pause);
    const press = { kind: 'Undo', entry: 2 } as const;
    paused.and(press).when(press).thenRefused('undo-moved-on', 'entry');
    paused
      .and(undo, { kind: 'Redo', entry: 2 }, undo)
      .when({ kind: 'Redo', entry: 2 })
      .thenRefused('undo-moved-on');
  });
});

describe('redo', () => {
  test('UNDO-4: given actions were undone, when redone, then each comes back as it was, and can be undone again', () => {
    const done = given(definition, next, addTime(60_000), pause);
    const again = done.and(undo, undo, redo, redo);
    expect(again.state.stage).toEqual(done.state.stage);
    expect(again.and(undo, undo, undo).state.stage.step).toBeNull();
  });

  test('UNDO-4: given nothing was undone, or something was done since, when redo, then it is refused', () => {
    given(definition, next).when(redo).thenRefused('nothing-to-redo');
    given(definition, next, pause, undo, addTime(1000)).when(redo).thenRefused('nothing-to-redo');
  });

  test('UNDO-4: given an undone step had opened a round, when redone, then a new round opens', () => {
    const again = given(definition, next, next, undo, redo);
    expect(again.state.roundOrder).toEqual(['u1.1', 'u1.2']);
    expect(again.round('u1').state).toBe('open');
    expect(again.and(undo).state.rounds).toMatchObject({ 'u1.2': { state: 'voided' } });
  });

  test('UNDO-4: given the unit got a round by hand since, when the step is redone, then none opens and an undo keeps it', () => {
    const again = given(definition, next, next, undo, open('u1'), redo);
    expect(again.state.roundOrder).toEqual(['u1.1', 'u1.2']);
    expect(again.and(undo).round('u1').state).toBe('open');
  });

  test('UNDO-5: given another round was opened since, when the redo would open one, then it is refused', () => {
    given(definition, next, next, undo, open('u2')).when(redo).thenRefused('another-round-open');
  });

  test('UNDO-5: given the count since named the unit not called, when the redo would open its round, then it is refused', () => {
    given(definition, ...start, ...turn('u1', ['A1']), next, undo, count('u2'))
      .when(redo)
      .thenRefused('already-counted');
  });

  test('UNDO-5: given the round was re-opened since, when the redo would leave the step that locks it, then it is refused', () => {
    given(definition, ...start, ...turn('u1', ['A1']), next, undo, reopen('u1'))
      .when(redo)
      .thenRefused('round-not-locked');
  });

  test('UNDO-5: given the figures are void since, when the redo would enter the release, then it is refused', () => {
    given(
      definition,
      ...start,
      ...turn('u1', ['A1']),
      jump('comment'),
      count('u2'),
      next,
      undo,
      reopen('u1'),
      lock('u1'),
    )
      .when(redo)
      .thenRefused('result-not-counted');
  });

  test('UNDO-5: given a row was taken back since, when the redo would leave the release, then it is refused', () => {
    given(
      definition,
      ...start,
      ...turn('u1', ['A1']),
      jump('comment'),
      count('u2'),
      next,
      release('all'),
      next,
      undo,
      returnReveal,
    )
      .when(redo)
      .thenRefused('result-not-released');
  });

  test('UNDO-5: given the undone step opened no round, when redone, then it opens none now either', () => {
    const back = given(
      definition,
      ...start,
      next,
      decideRest('u1'),
      lock('u1'),
      jump('rules'),
      jump('u1.talk'),
    );
    expect(back.and(undo, redo).state.roundOrder).toEqual(['u1.1']);
  });
});
