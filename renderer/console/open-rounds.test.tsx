import { act, screen } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { anEventUnder, cast } from '../../test/builders/any-event.ts';
import {
  confirm,
  consoleOf,
  enter,
  key,
  press,
  withConsoleClocks,
} from '../../test/builders/console-at-hand.tsx';
import { next, pair } from '../../test/builders/orders.ts';
import { given } from '../../test/builders/scenario.ts';
import { builtIn } from '../../test/cases/read-built-in.ts';

/** Roles are looked up in the whole console. */
vi.setConfig({ testTimeout: 20_000 });

withConsoleClocks();

describe('ROUND-21: rounds that are open at the same time', () => {
  const scheme = builtIn('S4-six-comparisons');
  const held = {
    ...scheme,
    ballots: scheme.ballots.map((own) => ({ ...own, round: { kind: 'first-held' as const, held: 2 } })),
  };
  const marks = {
    quality: '18',
    position: '14',
    innovation: '13',
    projects: '18',
    environment: '14',
    duty: '13',
  };
  const definition = anEventUnder(held, { seats: 1 });
  const seats = definition.seats.map(({ id }) => id);
  const [early, late] = seats;
  const started = given(definition, ...seats.map((seat) => pair(seat))).and(next, next);
  const castBy = (...names: readonly (string | undefined)[]) =>
    names.flatMap((seat) => (seat === undefined ? [] : [cast(seat, marks)]));
  const second = started.and(...castBy(early), next, next, ...castBy(...seats), next);

  test('given the first of two waits for a seat, then the big button names it, and the seat is decided there', async () => {
    const { sent, state } = consoleOf(second);
    expect(screen.getByText('示例 u1：锁票前还有 1 席没有结论')).toBeTruthy();
    press(/^示例 u2 2 \/ 2/);
    expect(screen.getByText('示例 u2 · 第 1 轮')).toBeTruthy();
    press(/^示例 u1 1 \/ 2 · 还差 1/);
    key('3');
    enter(/记缺席，理由/, '请假');
    await confirm();
    expect(sent).toEqual([
      { kind: 'DecideMissing', round: 'u1.1', seats: [late], decision: 'absent', reason: '请假' },
    ]);
    expect(state().rounds['u1.1']?.decisions).toMatchObject([{ seat: late, decision: 'absent' }]);
  });

  test('given another round is looked at, when the host is busy with a new one, then the console is at that one again', async () => {
    const { desk } = consoleOf(second);
    press(/^示例 u2 2 \/ 2/);
    expect(desk.getState().lookedAtRound).toBe('u2.1');
    const absent = {
      kind: 'DecideMissing' as const,
      round: 'u1.1',
      decision: 'absent' as const,
      reason: '请假',
    };
    await act(() => desk.getState().order('missing', { ...absent, seats: late === undefined ? [] : [late] }));
    expect(desk.getState().lookedAtRound).toBe(null);
  });

  test('given all are in, when the big button is pressed and confirmed, then both are locked in one order', async () => {
    const all = started.and(...castBy(...seats), next, next, ...castBy(...seats), next);
    const { sent, state } = consoleOf(all);
    expect(screen.getByText('锁票：示例 u1、示例 u2 已存 4 / 4')).toBeTruthy();
    key(' ');
    await confirm();
    expect(sent).toEqual([{ kind: 'LockRound', round: 'u2.1' }]);
    expect(Object.values(state().rounds).map(({ state: now }) => now)).toEqual(['locked', 'locked']);
  });

  test('given the first is left open at its lock step, then the big button says so', () => {
    consoleOf(started.and(...castBy(...seats), next));
    expect(screen.getByText(/^仍可修改/).textContent).toContain('示例 u1');
  });
});
