import { describe, expect, test } from 'vitest';
import { aDefinition, anAgenda, aScheme, aStep, aWeight, countdown } from '../../test/builders/definition.ts';
import {
  ballot,
  count,
  jump,
  lock,
  next,
  open,
  pair,
  release,
  reopen,
  revealAll,
  revealStep,
  turn,
} from '../../test/builders/orders.ts';
import { at, given, wallAt } from '../../test/builders/scenario.ts';
import { roundId, seatId, stepId, unitId } from '../kernel/brand.ts';
import { hashOfScheme } from './scoring/scheme-hash.ts';

const oneSeat = aDefinition({ units: ['u1'], seats: { A: 1 } });
const oneSeatScored = [next, pair('A1'), ...turn('u1', ['A1'])];
const scheme = aScheme({ weights: [aWeight('A', 1)] });
const definition = { ...oneSeat, scheme };

describe('the first step', () => {
  test('AGENDA-1: given a prepared event, when next, then the first step is entered and the event is live', () => {
    const prepared = given(aDefinition());
    expect(prepared.state.phase).toBe('prepared');
    prepared
      .when(next)
      .thenHappens({ kind: 'StepEntered', step: stepId('rules'), background: [], by: 'next', opens: null });
    expect(prepared.and(next).state.phase).toBe('live');
  });
});

describe('AGENDA-2: entering a step', () => {
  test('given a step on stage, when the next is entered, then the one before is ended and its timer is gone', () => {
    const { state } = given(aDefinition(), at(1000, next), at(61_500, next));
    expect(state.stage).toEqual({
      step: 'u1.talk',
      timer: { kind: 'down', limitMs: 300_000, clock: { kind: 'running', anchor: 61_500, elapsedMs: 0 } },
      records: {
        rules: { startedWall: wallAt(1000), endedWall: wallAt(61_500) },
        'u1.talk': { startedWall: wallAt(61_500), endedWall: null },
      },
    });
  });

  test.each([
    ['up', { kind: 'up', plannedMs: 60_000, clock: { kind: 'running', anchor: 1000, elapsedMs: 0 } }],
    ['none', { kind: 'none' }],
  ] as const)('given a step whose timer is %s, when it is entered, then that timer stands', (kind, timer) => {
    const agenda = [aStep('only', { timer: { ...countdown(60_000), kind } })];
    expect(given(aDefinition({ agenda }), at(1000, next)).state.stage.timer).toEqual(timer);
  });

  test('given a background step comes next, when next, then it starts beside the step behind it', () => {
    const { state } = given(definition, ...oneSeatScored, at(90_000, next));
    expect(state.stage.step).toBe('comment');
    expect(state.stage.records).toMatchObject({
      count: { startedWall: wallAt(90_000), endedWall: null },
      comment: { startedWall: wallAt(90_000), endedWall: null },
    });
  });
});

describe('next', () => {
  test('AGENDA-3: given only background steps are left, when next, then the agenda has ended', () => {
    const agenda = [aStep('only'), aStep('behind', { isBackground: true })];
    given(aDefinition({ agenda }), next).when(next).thenRefused('agenda-ended');
  });

  test('AGENDA-3: given the last step, when next, then the agenda has ended', () => {
    given(aDefinition({ agenda: [aStep('only')] }), next)
      .when(next)
      .thenRefused('agenda-ended');
  });

  test('AGENDA-4: given a press of next was already obeyed, when it arrives a second time, then no step is skipped', () => {
    given(aDefinition(), next)
      .when({ kind: 'NextStep', from: null })
      .thenRefused('step-already-left', 'from');
  });

  test('AGENDA-4: given nothing is on stage, when next names a step, then it is refused', () => {
    given(aDefinition()).when({ kind: 'NextStep', from: 'rules' }).thenRefused('step-already-left', 'from');
  });

  test('AGENDA-5: given the round is open in the step that locks it, when next, then it is refused until the lock', () => {
    const voting = given(definition, next, pair('A1'), next, ballot('A1', 'u1', ['50', '30']), next);
    voting.when(next).thenRefused('round-not-locked');
    expect(voting.and(lock('u1'), next).state.stage.step).toBe('comment');
  });

  test('AGENDA-5: given the locked round was re-opened, when next, then it is refused again', () => {
    given(definition, ...oneSeatScored, reopen('u1'))
      .when(next)
      .thenRefused('round-not-locked');
  });

  test('AGENDA-5: given the unit has no round, when next leaves the step that locks, then it goes on', () => {
    expect(given(definition, next, jump('u1.vote'), next).state.stage.step).toBe('comment');
  });

  test('AGENDA-6: given nothing is counted, when next would enter the release, then it is refused', () => {
    given(definition, ...oneSeatScored, next)
      .when(next)
      .thenRefused('result-not-counted');
  });

  test('AGENDA-7: given the result is held or half revealed, when next leaves the release, then it is refused', () => {
    const held = given(definition, ...oneSeatScored, next, count(), next);
    held.when(next).thenRefused('result-not-released');
    const released = held.and(release());
    released.when(next).thenRefused('result-not-released');
    expect(released.and(revealStep, next).state.stage.step).toBe('end');
    expect(released.and(revealAll, next).state.stage.step).toBe('end');
  });
});

describe('jump', () => {
  test('AGENDA-8: given any step on stage, when jumping back or ahead, then only that step is entered', () => {
    const { state } = given(definition, next, jump('comment'));
    expect(state.stage.step).toBe('comment');
    expect(state.stage.records).not.toHaveProperty('count');
    given(definition, next, jump('comment'))
      .when(jump('rules'))
      .thenHappens({ kind: 'StepEntered', step: stepId('rules'), background: [], by: 'jump', opens: null });
  });

  test('AGENDA-8: given a background step, when jumping to it, then it is refused', () => {
    given(definition, next).when(jump('count')).thenRefused('step-is-background', 'step');
  });

  test.each(['nowhere', 'constructor', '__proto__', ''])('AGENDA-8: a jump to %j is refused', (step) => {
    given(definition, next).when(jump(step)).thenRefused('unknown-step', 'step');
  });

  test('AGENDA-6: given nothing is counted, when jumping to the release, then it is refused', () => {
    given(definition, next).when(jump('release')).thenRefused('result-not-counted');
  });
});

describe('rounds that steps open', () => {
  test('ROUND-1, ROUND-2: given the unit has no round, when its step is entered, then every seat is expected', () => {
    given(aDefinition(), next)
      .when(next)
      .thenHappens(
        {
          kind: 'StepEntered',
          step: stepId('u1.talk'),
          background: [],
          by: 'next',
          opens: roundId('u1.1'),
        },
        {
          kind: 'RoundOpened',
          schemeHash: hashOfScheme(aScheme()),
          round: roundId('u1.1'),
          unit: unitId('u1'),
          units: [unitId('u1')],
          forms: ['marks'],
          number: 1,
          expected: ['A1', 'A2', 'B1'].map(seatId),
        },
      );
  });

  test('ROUND-1: given the unit has a locked round, when its step is entered again, then no round opens', () => {
    given(definition, ...oneSeatScored)
      .when(jump('u1.talk'))
      .thenHappens({ kind: 'StepEntered', step: stepId('u1.talk'), background: [], by: 'jump', opens: null });
  });

  test('ROUND-3: given another unit is being scored, when a step would open a round, then it is refused', () => {
    const speaking = given(aDefinition(), next, next);
    speaking.when(jump('u2.talk')).thenRefused('another-round-open');
    expect(speaking.round('u1').state).toBe('open');
  });

  test('ROUND-3: given an earlier round was re-opened, when a step would open a round, then it is refused', () => {
    const again = given(
      {
        ...definition,
        ...aDefinition({ units: ['u1', 'u2'], seats: { A: 1 }, agenda: anAgenda('u1', 'u2') }),
      },
      next,
      pair('A1'),
      ...turn('u1', ['A1']),
      reopen('u1'),
    );
    again.when(jump('u2.talk')).thenRefused('another-round-open');
  });

  test('ROUND-8: given the count named a unit not called, when its step is entered, then it is refused', () => {
    const two = { ...aDefinition({ units: ['u1', 'u2'], seats: { A: 1 } }), scheme };
    const counted = given(two, next, pair('A1'), ...turn('u1', ['A1']), count('u2'));
    counted.when(next).thenRefused('already-counted');
    counted.when(jump('u2.talk')).thenRefused('already-counted');
    counted.when(open('u2')).thenRefused('already-counted');
    expect(counted.and(jump('comment')).state.stage.step).toBe('comment');
  });
});
