import { describe, expect, test } from 'vitest';
import { aDefinition, aScheme } from '../../test/builders/definition.ts';
import {
  admitMonitor,
  attach,
  close,
  count,
  decline,
  jump,
  lock,
  monitor,
  next,
  open,
  pair,
  release,
  second,
  turn,
} from '../../test/builders/orders.ts';
import { coSigned, given } from '../../test/builders/scenario.ts';
import { buildMonitorView } from '../views/build-monitor-view.ts';
import { buildNextAction } from '../views/build-next-action.ts';
import { figuresHash } from './figures-hash.ts';

const seats = ['A1', 'A2', 'B1'];
const required = aDefinition({ scheme: aScheme({ isMonitorRequired: true }) });
const started = given(required, admitMonitor, ...seats.map((seat) => pair(seat)), next);
const released = started
  .and(...turn('u1', seats), ...turn('u2', seats, ['40', '20']), count(), jump('release'))
  .and(...coSigned, release('all'));
const asked = released.and(close);
const alone = { kind: 'CloseEvent', reason: 'its battery is empty' } as const;

describe('EVENT-8: with a required monitor one person doesn’t close the event', () => {
  test('given a released result, when the operator closes, then that is only proposed, and names all that would be sealed', () => {
    if (released.state.result.kind !== 'released') throw new Error('not released');
    const proposed = {
      kind: 'close',
      closing: {
        result: 'released',
        figures: figuresHash(released.state.result.figures),
        rounds: 2,
        changes: 1,
        attachments: 0,
      },
      head: { n: released.state.lastEntry, hash: '' },
    } as const;
    released.when(close).thenHappens({ kind: 'ActProposed', proposal: 1, act: proposed, reason: '' });
    expect(asked.state.phase).toBe('live');
    expect(buildMonitorView(asked.state).proposals).toMatchObject([
      { id: 1, act: { kind: 'close', result: 'released', rounds: 2, changes: 1 } },
    ]);
    asked.when(close).thenRefused('close-proposed');
  });

  test('given the proposal, when an admitted monitor signs it, then the event is closed by both', () => {
    asked
      .when(second(1))
      .thenHappens(expect.objectContaining({ kind: 'ActSeconded', proposal: 1, screen: monitor }), {
        kind: 'EventClosed',
        proposal: 1,
      });
    const closed = asked.and(second(1));
    expect(closed.state).toMatchObject({ phase: 'closed', proposals: [] });
    expect(closed.state.changes).toEqual(released.state.changes);
    asked.when(second(1), { role: 'operator' }).thenRefused('unknown-screen');
    asked.when(second(1), { role: 'monitor', screen: 'another' }).thenRefused('unknown-screen');
  });

  test('given the proposal, when the monitor declines, then nothing is closed, that stands in the changelog, and it can be proposed again', () => {
    asked
      .when(decline(1))
      .thenHappens(expect.objectContaining({ kind: 'ActDropped', by: 'monitor', screen: monitor }));
    const after = asked.and(decline(1));
    expect(after.state).toMatchObject({ phase: 'live', proposals: [] });
    expect(after.state.changes.at(-1)).toMatchObject({ what: 'close-declined' });
    after.when(close).thenHappens(expect.objectContaining({ kind: 'ActProposed', proposal: 2 }));
    const drop = { kind: 'DropAct', proposal: 1 } as const;
    expect(asked.and(drop).state.changes).toEqual(asked.state.changes);
  });

  test('given the proposal, when what it names moves on, then it falls and nobody can sign it', () => {
    const device = { kind: 'DismissScreen', screen: monitor } as const;
    for (const order of [attach(), device]) {
      const moved = asked.and(order);
      expect(moved.state.proposals).toEqual([]);
      moved.when(alone).thenRefused('close-not-proposed', 'reason');
    }
    asked.and(attach()).when(second(1)).thenRefused('unknown-proposal', 'proposal');
    expect(asked.and({ kind: 'RingBell' }).state.proposals).toHaveLength(1);
    const early = started.and(close);
    expect(early.and(open('u1')).state.proposals).toEqual([]);
  });

  test('given an open round or an event that hasn’t started, then nothing is proposed', () => {
    given(required).when(close).thenRefused('event-not-started');
    started.and(open('u1')).when(close).thenRefused('rounds-open');
    const [u1] = [started.and(open('u1'))];
    u1.when({ kind: 'CloseEvent', reason: 'x' }).thenRefused('rounds-open');
  });

  test('given no monitor is required, then one order closes, and a reason has no place', () => {
    const free = given(aDefinition(), next);
    free.when(close).thenHappens({ kind: 'EventClosed' });
    free.when(alone).thenRefused('no-second-needed', 'reason');
  });

  test('given the last step, then the console’s button asks the monitor, and waits while it is asked', () => {
    const last = released.and(jump('end'));
    expect(buildNextAction(last.state, true)).toEqual({ kind: 'close', asksMonitor: true });
    expect(buildNextAction(last.and(close).state, true)).toEqual({ kind: 'held', needs: 'close-signature' });
    const free = given(aDefinition(), next, jump('end'));
    expect(buildNextAction(free.state, true)).toEqual({ kind: 'close', asksMonitor: false });
  });
});

describe('EVENT-9: closed without the monitor', () => {
  test('given nobody was asked, then it can’t be closed with a reason alone', () => {
    released.when(alone).thenRefused('close-not-proposed', 'reason');
  });

  test('given the monitor was asked, then a reason closes the event and stands in the changelog', () => {
    asked.when(alone).thenHappens({ kind: 'EventClosed', reason: 'its battery is empty' });
    const closed = asked.and(alone);
    expect(closed.state).toMatchObject({ phase: 'closed', proposals: [] });
    expect(closed.state.changes.at(-1)).toMatchObject({
      what: 'closed-alone',
      reason: 'its battery is empty',
      seconded: null,
    });
  });

  test('given no device was ever admitted, then the event is not stuck open', () => {
    const nobody = given(required, next, close, alone);
    expect(nobody.state.phase).toBe('closed');
  });
});

test('EVENT-3, EVENT-8: given a round that was locked meanwhile, then the close has to be proposed anew', () => {
  const before = given(required, admitMonitor, ...seats.map((seat) => pair(seat)), next, close);
  const after = before.and(...turn('u1', seats).slice(0, -1), lock('u1'));
  expect(after.state.proposals).toEqual([]);
});
