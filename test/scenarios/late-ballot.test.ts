import { expect, test } from 'vitest';
import { hostedEvent } from '../builders/hosted-event.ts';
import { openConsole, openPanel } from '../builders/lan-pages.ts';

test('BALLOT-9: given a paper ballot was entered, when the seat’s device submits after all, then it is told that paper counts, and the paper stands', async () => {
  const { host, place } = await hostedEvent();
  const operator = await openConsole(place);
  const late = await openPanel(place, 'A1');
  await operator.next();
  await operator.next();
  await late.client.seen((view) => view.ballot?.round === 'u1.1');
  const values = { c1: '40', c2: '30' };
  const round = 'u1.1';
  await operator.must({ kind: 'EnterPaperBallot', round, seat: 'A1', values, reason: 'offline' });
  await late.client.seen((view) => view.barred === 'paper');

  const outcome = await late.submit({ c1: '60', c2: '40' });

  expect(outcome).toEqual({ kind: 'refused', refusal: { code: 'seat-has-paper', path: 'seat', params: {} } });
  expect(host.state().rounds[round]?.ballots.A1).toMatchObject({ source: 'paper', values });
  const { changes } = await operator.client.seen((view) => view.changes.length === 2);
  expect(changes.map(({ what, seats }) => [what, seats])).toEqual([
    ['paper-ballot', [1]],
    ['late-ballot-void', [1]],
  ]);
});
