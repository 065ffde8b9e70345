import { expect, test } from 'vitest';
import { hostedEvent } from '../builders/hosted-event.ts';
import { openConsole, openPanel, openProjector, openPrompter } from '../builders/lan-pages.ts';

test('given a new event, when its units are scored over the LAN, then the hall sees the result', async () => {
  const { place, host, faults } = await hostedEvent();
  const operator = await openConsole(place);
  const hall = await openProjector(place);
  const prompter = await openPrompter(place, operator);
  const seats = await Promise.all(['A1', 'A2', 'B1'].map((seat) => openPanel(place, seat)));

  await operator.next();
  for (const unit of ['u1', 'u2']) {
    await operator.next();
    for (const [index, seat] of seats.entries()) {
      await seat.client.seen((view) => view.ballot?.unit?.id === unit && view.ballot.state === 'open');
      const outcome = await seat.submit({ c1: unit === 'u1' ? '50' : '40.5', c2: String(30 + index) });
      expect(outcome).toMatchObject({ kind: 'stored', round: `${unit}.1`, ballotNumber: 1 });
    }
    await operator.next();
    await operator.must({ kind: 'LockRound', round: `${unit}.1` });
  }
  await operator.next();
  await operator.must({ kind: 'CountRounds', notCalled: [] });
  await operator.next();
  await operator.must({ kind: 'ReleaseResult', reveal: 'step', isFewerThanThreeAccepted: true });
  await operator.must({ kind: 'TakeRevealStep', revealed: 0 });
  await operator.must({ kind: 'TakeRevealStep', revealed: 1 });

  const { scene } = await hall.seen((view) => view.scene.kind === 'ranking' && view.scene.rows.length === 2);
  expect(scene).toMatchObject({ rows: [{ rank: 1 }, { rank: 2 }] });
  await operator.must({ kind: 'SendPrompt', text: '请收尾' });
  await prompter.client.seen((view) => view.message?.text === '请收尾');
  await operator.next();
  await operator.must({ kind: 'CloseEvent' });
  expect(host.state().phase).toBe('closed');
  expect(faults).toEqual([]);
});
