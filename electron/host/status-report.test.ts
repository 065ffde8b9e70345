import { expect, test } from 'vitest';
import { aDefinition } from '../../test/builders/definition.ts';
import { count, next, pair, release, returnReveal, revealStep, turn } from '../../test/builders/orders.ts';
import { given } from '../../test/builders/scenario.ts';
import type { HostStatus } from '../shell-link.ts';
import { StatusReport } from './status-report.ts';

test('given a contest, when its result is counted and revealed, then the shell hears when numbers are held and when no more', () => {
  const seats = ['A1', 'A2', 'B1'];
  const prepared = given(aDefinition(), ...seats.map((seat) => pair(seat)));
  const scored = prepared.and(next, ...turn('u1', seats), ...turn('u2', seats), next, count());
  const released = scored.and(next, release('step', true));
  const shown = released.and(revealStep, revealStep);
  const told: HostStatus[] = [];
  const report = new StatusReport((status) => told.push(status));
  for (const { state } of [prepared, scored, released, shown, shown.and(returnReveal)]) report.tell(state);
  expect(told.map(({ isLive, heldNumbers }) => [isLive, heldNumbers])).toEqual([
    [false, false],
    [true, true],
    [true, false],
    [true, true],
  ]);
  expect(told.every(({ coversHeld }) => coversHeld)).toBe(true);
});

test('given a second display for the wall, when it is known, then held numbers needn’t be covered, and mirrored they must', () => {
  const { state } = given(aDefinition());
  const told: HostStatus[] = [];
  const report = new StatusReport((status) => told.push(status));
  report.displaysShown({ kind: 'displays', count: 2, mirrored: false, wall: 'second' }, state);
  report.displaysShown({ kind: 'displays', count: 2, mirrored: true, wall: 'second' }, state);
  report.displaysShown({ kind: 'displays', count: 1, mirrored: false, wall: 'none' }, state);
  expect(told.map(({ coversHeld }) => coversHeld)).toEqual([false, true, true]);
});
