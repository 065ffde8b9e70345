import { describe, expect, test } from 'vitest';
import { aDefinition } from '../../test/builders/definition.ts';
import {
  admitMonitor,
  ballot,
  close,
  count,
  curtain,
  jump,
  next,
  pair,
  pause,
  redo,
  release,
  revealAll,
  turn,
  undo,
} from '../../test/builders/orders.ts';
import { at, given, wallAt } from '../../test/builders/scenario.ts';
import { instant, seatId } from '../kernel/brand.ts';
import type { Command } from './command.ts';
import { evolve } from './evolve.ts';

const definition = aDefinition();
const seats = ['A1', 'A2', 'B1'];

describe('the curtain', () => {
  test('CURTAIN-1: given a frozen wall, when the show goes on, then the picture stays that of the moment', () => {
    const before = given(
      definition,
      next,
      ...seats.map((s) => pair(s)),
      next,
      ballot('A1', 'u1', ['1', '1']),
    );
    const frozen = before.and(curtain('frozen'));
    const { stage, rounds, result } = before.state;
    expect(frozen.state.curtain).toEqual({ kind: 'frozen', picture: { stage, rounds, result } });
    const later = frozen.and(pause, ballot('A2', 'u1', ['1', '1']), ballot('B1', 'u1', ['1', '1']));
    expect(later.state.curtain).toEqual(frozen.state.curtain);
  });

  test('CURTAIN-1: given the wall was frozen before the release, when all is revealed, then the picture holds nothing of it', () => {
    const frozen = given(
      definition,
      next,
      ...seats.map((s) => pair(s)),
      ...turn('u1', seats),
      curtain('frozen'),
      count('u2'),
      jump('release'),
      release(),
      revealAll,
    );
    expect(frozen.state.curtain).toMatchObject({
      picture: { result: { kind: 'none' }, stage: { step: 'u1.vote' } },
    });
    expect(frozen.and(curtain('open')).state.curtain).toEqual({ kind: 'open' });
  });

  test('CURTAIN-1: given black, when frozen, then the picture is of now, not of an earlier freeze', () => {
    const { state } = given(definition, curtain('frozen'), next, curtain('black'), curtain('frozen'));
    expect(state.curtain).toMatchObject({ picture: { stage: { step: 'rules' } } });
  });

  test.each(['open', 'frozen', 'black'] as const)(
    'CURTAIN-2: given the wall is %s, when set so again, then nothing is recorded',
    (kind) => {
      const wall = kind === 'open' ? given(definition) : given(definition, curtain(kind));
      wall.when(curtain(kind)).thenHappens();
    },
  );

  test('BELL-1: given the bell, when rung by hand twice, then it has rung twice', () => {
    expect(given(definition, { kind: 'RingBell' }, { kind: 'RingBell' }).state.bell).toBe(2);
  });
});

describe('the prompter', () => {
  const send = (text: string): Command => ({ kind: 'SendPrompt', text });
  const seen = (message: number): Command => ({ kind: 'AcknowledgePrompt', message });

  test('PROMPT-1: given a message stands, when another is sent, then it takes its place under the next number', () => {
    const { state } = given(definition, send('请收尾'), at(9000, send('请提高音量')));
    expect(state.prompt).toEqual({
      id: 2,
      text: '请提高音量',
      sentWall: wallAt(9000),
      acknowledgedWall: null,
    });
  });

  test('PROMPT-2: given a message, when acknowledged twice, then the first time stands', () => {
    const sent = given(definition, send('请收尾'), at(9000, seen(1)));
    expect(sent.state.prompt?.acknowledgedWall).toBe(wallAt(9000));
    sent.when(seen(1)).thenHappens();
  });

  test('PROMPT-2: given an older message or none, when acknowledged, then it is refused', () => {
    given(definition, send('a'), send('b')).when(seen(1)).thenRefused('unknown-message', 'message');
    given(definition).when(seen(0)).thenRefused('unknown-message', 'message');
  });

  test('PROMPT-3: given a message, when cleared, then it is gone; without one nothing is recorded', () => {
    const cleared = given(definition, send('请收尾'), { kind: 'ClearPrompt' });
    expect(cleared.state.prompt).toBeNull();
    cleared.when({ kind: 'ClearPrompt' }).thenHappens();
    expect(cleared.and(send('again')).state.prompt?.id).toBe(2);
  });
});

describe('devices', () => {
  test('PANEL-1: given a paired seat, when another device pairs, then it is the next and the only one', () => {
    const again = given(definition, pair('A1', 'k1'), pair('A1', 'k2'));
    expect(again.state.seatDevices).toEqual({ A1: { device: 2, publicKey: 'k2' } });
    again
      .when(pair('A1', 'k1'))
      .thenHappens({ kind: 'SeatPaired', seat: seatId('A1'), device: 3, publicKey: 'k1' });
  });

  test.each(['Z9', 'constructor', '__proto__'])('PANEL-1: the unknown seat %j can’t be paired', (seat) => {
    given(definition).when(pair(seat)).thenRefused('unknown-seat', 'seat');
  });

  test('PANEL-2: given a device at a seat, when it pairs again there or elsewhere, then it is refused', () => {
    const paired = given(definition, pair('A1', 'k1'));
    paired.when(pair('A1', 'k1')).thenRefused('already-paired', 'publicKey');
    paired.when(pair('A2', 'k1')).thenRefused('device-at-another-seat', 'publicKey');
    expect(paired.and(pair('A1', 'k2'), pair('A2', 'k1')).state.seatDevices).toMatchObject({
      A2: { publicKey: 'k1' },
    });
  });

  const admit = (screen: string, publicKey: string): Command => ({
    kind: 'AdmitScreen',
    screen,
    role: 'prompter',
    publicKey,
    name: '提词屏',
  });

  test('SCREEN-1: given an admitted screen, when it or its key is admitted again, then it is refused', () => {
    const one = given(definition, admit('p1', 'k1'));
    expect(one.state.screens).toEqual([{ id: 'p1', role: 'prompter', publicKey: 'k1', name: '提词屏' }]);
    one.when(admit('p1', 'k2')).thenRefused('already-paired', 'screen');
    one.when(admit('p2', 'k1')).thenRefused('already-paired', 'screen');
    expect(one.and(admit('p2', 'k2')).state.screens).toHaveLength(2);
  });

  test('SCREEN-1, PANEL-4: given a device that took a seat while it waited for the operator, when it is admitted, then it is refused', () => {
    given(definition, pair('A1', 'k1'))
      .when(admit('p1', 'k1'))
      .thenRefused('device-at-another-seat', 'publicKey');
  });

  test('PANEL-4: given a monitor’s or a prompter’s device, when it is given a seat, then it is refused', () => {
    const one = given(definition, admitMonitor, admit('p1', 'k1'), pair('A1', 'k2'));
    one.when(pair('A1', 'key of the monitor')).thenRefused('device-is-a-screen', 'publicKey');
    one.when(pair('A2', 'k1')).thenRefused('device-is-a-screen', 'publicKey');
    one.and({ kind: 'DismissScreen', screen: 'p1' }, pair('A2', 'k1'));
  });

  test('SCREEN-2: given an admitted screen, when dismissed, then it is gone; an unknown one is refused', () => {
    const dismiss: Command = { kind: 'DismissScreen', screen: 'p1' };
    expect(given(definition, admit('p1', 'k1'), dismiss).state.screens).toEqual([]);
    given(definition).when(dismiss).thenRefused('unknown-screen', 'screen');
  });

  test('PANEL-3: given the cards are printed, when noted again, then nothing is recorded', () => {
    const printed = given(definition, { kind: 'MarkCardsPrinted' });
    expect(printed.state.cardsPrinted).toBe(true);
    printed.when({ kind: 'MarkCardsPrinted' }).thenHappens();
  });
});

describe('the event', () => {
  const entry = given(definition).entries[0];

  test('EVENT-1: given no event, when the log begins otherwise, and given one, when it is created again, then it is a fault', () => {
    if (!entry) throw new Error('no entry');
    expect(() => evolve(null, { ...entry, event: { kind: 'BellRung' } })).toThrow(
      'before the event was created',
    );
    expect(() => evolve(given(definition).state, entry)).toThrow('created twice');
  });

  test.each([
    { kind: 'StepEntered', step: 'nowhere', background: [], by: 'next', opens: null },
    { kind: 'RoundLocked', round: 'u1.1' },
    { kind: 'StageUndone', entry: 7 },
    { kind: 'StageRedone', entry: 7, opens: null },
    { kind: 'ClockGapSettled', isCounted: true },
    { kind: 'RevealStepTaken', revealed: 1 },
    { kind: 'PromptAcknowledged', message: 1 },
  ])('EVENT-1: given a log in which $kind can’t follow, when replayed, then it is a fault', (event) => {
    if (!entry) throw new Error('no entry');
    expect(() => evolve(given(definition, next).state, { ...entry, event: event as never })).toThrow();
  });

  test('EVENT-2: given a closed event, when anything is ordered, then it is refused and the log stays closed', () => {
    const closed = given(definition, next, pause, undo, close);
    for (const order of [next, undo, redo, pause, curtain('black'), close, pair('A1')])
      closed.when(order).thenRefused('event-closed');
  });

  test('EVENT-3: given it hasn’t started, when closed, then it is refused', () => {
    given(definition).when(close).thenRefused('event-not-started');
  });

  test('EVENT-3: given a running timer and an unsettled gap, when closed, then the clock stands still for good', () => {
    const running = given(definition, at(1000, next), curtain('frozen'), at(11_000, close));
    const stopped = { timer: { clock: { kind: 'paused', elapsedMs: 10_000 } } };
    expect(running.state).toMatchObject({
      phase: 'closed',
      stage: stopped,
      curtain: { picture: { stage: stopped } },
    });
    const gone = given(definition, at(1000, next), {
      kind: 'NoteClockGap',
      reason: 'sleep',
      lastInstant: instant(2000),
      gapMs: 9,
    });
    expect(gone.and(close).state.gap).toBeNull();
  });
});
