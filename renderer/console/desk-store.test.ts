import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CommandOutcome } from '../../shared/protocol/host-message.ts';
import type { OperatorCommand } from '../../shared/protocol/operator-command.ts';
import { armedForMs, createDesk, isCovered, secondPressAfterMs } from './desk-store.ts';

const lock: OperatorCommand = { kind: 'LockRound', round: 'u1.1' };

function deskWith(outcome: CommandOutcome) {
  const sent: OperatorCommand[] = [];
  const desk = createDesk((command) => {
    sent.push(command);
    return Promise.resolve(outcome);
  });
  return { desk, sent };
}

describe('asked twice', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  test('given a first press, when the second comes later, then the command is sent once', () => {
    const { desk, sent } = deskWith({ kind: 'accepted', entry: 7 });
    desk.getState().arm('go', 'lock', lock);
    vi.advanceTimersByTime(secondPressAfterMs);
    desk.getState().confirm();
    desk.getState().confirm();
    expect(sent).toEqual([lock]);
  });

  test('a double tap is not two presses', () => {
    const { desk, sent } = deskWith({ kind: 'accepted', entry: 7 });
    desk.getState().arm('go', 'lock', lock);
    vi.advanceTimersByTime(secondPressAfterMs - 1);
    desk.getState().confirm();
    expect(sent).toEqual([]);
    expect(desk.getState().armed).not.toBeNull();
  });

  test('a first press is forgotten after 5 s', () => {
    const { desk, sent } = deskWith({ kind: 'accepted', entry: 7 });
    desk.getState().arm('go', 'lock', lock);
    vi.advanceTimersByTime(armedForMs);
    desk.getState().confirm();
    expect(desk.getState().armed).toBeNull();
    expect(sent).toEqual([]);
  });

  test('a later first press has its own 5 s', () => {
    const { desk } = deskWith({ kind: 'accepted', entry: 7 });
    desk.getState().arm('go', 'lock', lock);
    vi.advanceTimersByTime(armedForMs - 1);
    desk.getState().arm('close', 'close', { kind: 'CloseEvent' });
    vi.advanceTimersByTime(armedForMs - 1);
    expect(desk.getState().armed?.control).toBe('close');
  });
});

test('a refusal stays beside its control until that control’s next command is accepted', async () => {
  const outcomes: CommandOutcome[] = [
    { kind: 'refused', refusal: { code: 'seats-undecided', path: 'round', params: {} } },
    { kind: 'accepted', entry: 1 },
    { kind: 'accepted', entry: 2 },
  ];
  const desk = createDesk(() => Promise.resolve(outcomes.shift() ?? { kind: 'accepted', entry: null }));
  await desk.getState().order('round', lock);
  await desk.getState().order('timer', { kind: 'PauseTimer' });
  expect(desk.getState().refusals.round?.code).toBe('seats-undecided');
  await desk.getState().order('round', lock);
  expect(desk.getState().refusals.round).toBeUndefined();
  expect(desk.getState().pending).toEqual([]);
});

test('held numbers are covered unless the wall is known to be another display, and again when the displays change', () => {
  expect((['unknown', 'one', 'mirrored', 'extended'] as const).map((kind) => isCovered(null, kind))).toEqual([
    true,
    true,
    true,
    false,
  ]);
  const uncovered = { displays: 'one', isOpen: true } as const;
  expect(isCovered(uncovered, 'one')).toBe(false);
  expect(isCovered(uncovered, 'mirrored')).toBe(true);
});
