import { expect, test } from 'vitest';
import { verifySignature } from '../../electron/host/log/ed25519.ts';
import { examineEventFile } from '../../electron/host/log/examine-event-file.ts';
import { sha256 } from '../../electron/host/log/hashing.ts';
import { signatureRules } from '../../shared/domain/log/signature-rules.ts';
import { verifyLog } from '../../shared/domain/log/verify.ts';
import { anEventUnder } from '../builders/any-event.ts';
import { hostedEvent } from '../builders/hosted-event.ts';
import { openConsole, openPanel, openProjector } from '../builders/lan-pages.ts';
import { builtIn } from '../cases/read-built-in.ts';

function firstTwoHeld() {
  const scheme = builtIn('S4-six-comparisons');
  const ballots = scheme.ballots.map((own) => ({ ...own, round: { kind: 'first-held' as const, held: 2 } }));
  return anEventUnder({ ...scheme, ballots, isMonitorRequired: false }, { seats: 1 });
}

const marks = (quality: string) => ({
  quality,
  position: '14',
  innovation: '13',
  projects: '18',
  environment: '14',
  duty: '13',
});

test('ROUND-21, VIEW-7: given the first two units are held together over the network, when the first is changed in the second’s turn, then the wall shows nothing of it, both are locked at once, and the log is sound', async () => {
  const definition = firstTwoHeld();
  const { place, host, path } = await hostedEvent({ definition });
  const operator = await openConsole(place);
  const wall = await openProjector(place);
  const seats = await Promise.all(definition.seats.map(({ id }) => openPanel(place, id)));
  const [early, late] = seats;
  if (!early || !late) throw new Error('the event has two seats');
  await operator.next();
  await operator.next();
  for (const seat of seats) {
    await seat.client.seen((view) => view.ballot?.round === 'u1.1');
    expect(await seat.submit(marks('10'))).toMatchObject({ kind: 'stored' });
  }
  await operator.next();
  await operator.client.seen(({ next }) => next.kind === 'step' && next.keepsOpen[0]?.id === 'u1');
  await operator.next();
  await early.client.seen((view) => view.ballot?.round === 'u2.1' && view.keptOpen[0]?.round === 'u1.1');
  expect(await early.submit(marks('12'))).toMatchObject({ kind: 'stored', round: 'u2.1' });
  await operator.next();
  await wall.seen((view) => view.counts?.submitted === 1 && view.counts.expected === 2);
  const shown = wall.all('view').length;

  const changed = await early.submit(marks('19'), { round: 'u1.1', opening: 1 });
  expect(changed).toMatchObject({ kind: 'stored', round: 'u1.1', ballotNumber: 2 });
  await early.client.seen((view) => view.ownKept[0]?.mine?.values.quality === '19');
  expect(late.client.view.ownKept?.[0]?.mine?.values.quality).toBe('10');

  const held = { kind: 'held', needs: 'missing-seats', round: 'u2.1', count: 1 };
  await operator.client.seen(({ next }) => JSON.stringify(next).includes('u2.1') && next.kind === 'held');
  expect(operator.client.view.next).toMatchObject(held);
  expect(
    wall
      .all('view')
      .slice(shown)
      .every(({ sections }) => sections.counts === undefined),
  ).toBe(true);
  expect(await late.submit(marks('12'))).toMatchObject({ kind: 'stored', round: 'u2.1' });
  const { next: lock } = await operator.client.seen(({ next }) => next.kind === 'lock');
  expect(lock).toMatchObject({
    locks: [{ id: 'u1' }, { id: 'u2' }],
    keepsOpen: [],
    submitted: 4,
    expected: 4,
  });
  await operator.must({ kind: 'LockRound', round: 'u2.1' });
  const tooLate = await late.submit(marks('20'), { round: 'u1.1', opening: 1 });
  expect(tooLate).toMatchObject({ kind: 'refused', refusal: { code: 'round-closed' } });

  const { rounds } = await operator.client.seen((view) =>
    view.rounds.every(({ state }) => state === 'locked'),
  );
  expect(rounds.map(({ round }) => round)).toEqual(['u1.1', 'u2.1']);
  await host.stop();
  const examined = examineEventFile(path);
  if (!examined.ok) throw new Error(examined.error.code);
  const expectations = { heads: [], hostKeys: null, rules: signatureRules, sha256 };
  expect(verifyLog(examined.value.rows, expectations, verifySignature).findings).toEqual([]);
});
