import { describe, expect, test } from 'vitest';
import { aDefinition, aScheme } from '../../test/builders/definition.ts';
import { aLiveInfo } from '../../test/builders/live-info.ts';
import {
  admitMonitor,
  count,
  decline,
  monitor,
  next,
  type Order,
  pair,
  second,
  turn,
} from '../../test/builders/orders.ts';
import { coSigned, given, happened } from '../../test/builders/scenario.ts';
import { buildConsoleView } from '../views/build-console-view.ts';
import { buildMonitorOwnView, buildMonitorView } from '../views/build-monitor-view.ts';
import type { Command } from './command.ts';

const seats = ['A1', 'A2', 'B1'];
const required = aDefinition({ scheme: aScheme({ isMonitorRequired: true }) });
const onHost = { ...(admitMonitor as Extract<Command, { kind: 'AdmitScreen' }>), isSameMachine: true };

const countedBy = (admission: Order) =>
  given(
    required,
    admission,
    ...seats.map((seat) => pair(seat)),
    next,
    ...turn('u1', seats),
    ...turn('u2', seats, ['40', '20']),
    count(),
  );

describe('SAME-1: admission', () => {
  test('given a monitor on the host’s own machine, when it is admitted, then the log says so; of another one it says nothing', () => {
    expect(given(required, onHost).state.screens).toMatchObject([{ id: monitor, isSameMachine: true }]);
    const { screens, sameMachine } = given(required, admitMonitor).state;
    expect(screens[0]).not.toHaveProperty('isSameMachine');
    expect(sameMachine).toEqual({ screens: [], hasSigned: false });
  });

  test('given a prompter on the host’s own machine, when it is admitted, then it signs nothing and isn’t named', () => {
    const { state } = given(required, { ...onHost, role: 'prompter' });
    expect(state.screens[0]).not.toHaveProperty('isSameMachine');
    expect(state.sameMachine.screens).toEqual([]);
  });
});

describe('SAME-4: what was signed on the host’s own machine', () => {
  test('given it has signed nothing yet, then the count isn’t marked, but its admission and its line are', () => {
    const { state } = countedBy(onHost);
    expect(state.sameMachine).toEqual({ screens: [monitor], hasSigned: false });
    const view = buildConsoleView(state, aLiveInfo());
    expect(view.result).not.toHaveProperty('isSameMachine');
    expect(view.screens).toMatchObject([{ id: monitor, isSameMachine: true }]);
    expect(view.changes).toMatchObject([{ what: 'monitor-admitted', isSameMachine: true }]);
  });

  test('given it co-signs, then console and monitor say so, even after it was dismissed', () => {
    const signed = countedBy(onHost).and(...coSigned);
    for (const { state } of [signed, signed.and({ kind: 'DismissScreen', screen: monitor })]) {
      expect(state.sameMachine).toEqual({ screens: [monitor], hasSigned: true });
      expect(buildConsoleView(state, aLiveInfo()).result).toMatchObject({ isSameMachine: true });
      expect(buildMonitorOwnView(state, monitor).result).toMatchObject({ isSameMachine: true });
    }
  });

  test('given a device of its own co-signs, then nobody says so', () => {
    const { state } = countedBy(admitMonitor).and(...coSigned);
    expect(state.sameMachine.hasSigned).toBe(false);
    expect(buildConsoleView(state, aLiveInfo()).result).not.toHaveProperty('isSameMachine');
    expect(JSON.stringify(buildMonitorView(state))).not.toContain('isSameMachine');
  });

  test('given it lets an act happen, then the line of the changelog says so', () => {
    const { state } = countedBy(onHost).and(
      { kind: 'ProposeAct', act: { kind: 'take-back' }, reason: 'seat 3 was away' },
      second(1),
    );
    expect(buildMonitorView(state).changes.at(-1)).toMatchObject({
      what: 'count-taken-back',
      isSameMachine: true,
    });
  });

  test('given it declines an act, then it has acted as the second person', () => {
    const { state } = countedBy(onHost).and(
      { kind: 'ProposeAct', act: { kind: 'take-back' }, reason: 'seat 3 was away' },
      decline(1),
    );
    expect(state.sameMachine).toEqual({ screens: [monitor], hasSigned: true });
  });

  test('given a log from before the mark existed, then its monitor counts as a device of its own', () => {
    const { state } = given(
      required,
      happened({
        kind: 'ScreenAdmitted',
        screen: monitor,
        role: 'monitor',
        publicKey: 'k',
        name: '127.0.0.1',
      }),
    );
    expect(state.sameMachine.screens).toEqual([]);
  });
});
