import { expect, test } from 'vitest';
import { verifySignature } from '../../electron/host/log/ed25519.ts';
import { examineEventFile } from '../../electron/host/log/examine-event-file.ts';
import { sha256 } from '../../electron/host/log/hashing.ts';
import { signatureRules } from '../../shared/domain/log/signature-rules.ts';
import { verifyLog } from '../../shared/domain/log/verify.ts';
import { aDefinition, aScheme } from '../builders/definition.ts';
import { hostedEvent } from '../builders/hosted-event.ts';
import { openConsole, openMonitor, openPanel, openProjector, returnToSeat } from '../builders/lan-pages.ts';

const good = { c1: '50', c2: '30' };

/** Everything wrong with the stored log. */
function findingsIn(path: string) {
  const examined = examineEventFile(path);
  if (!examined.ok) throw new Error(examined.error.code);
  const expectations = { heads: [], hostKeys: null, rules: signatureRules, sha256 };
  return verifyLog(examined.value.rows, expectations, verifySignature).findings;
}

test('AWAY-1, AWAY-2, AWAY-4, AWAY-7: given a panelist who is out of the hall over one unit and a restart of the host, then that unit is locked without the seat, and it votes again after the return', async () => {
  const definition = aDefinition({ scheme: aScheme({ emptyGroup: 'renormalise' }) });
  const before = await hostedEvent({ definition });
  const operator = await openConsole(before.place);
  const hall = await openProjector(before.place);
  const first = await openPanel(before.place, 'A1');
  const second = await openPanel(before.place, 'A2');
  const gone = await openPanel(before.place, 'B1');
  await operator.next();
  await operator.must({ kind: 'MarkAway', seat: 'B1', reason: 'called away' });
  const told = await gone.client.seen((view) => view.barred === 'away');
  expect(told.awaySince).toBeGreaterThan(0);
  await operator.next();
  await gone.client.seen((view) => view.ballot?.round === 'u1.1');
  expect(await gone.submit(good)).toMatchObject({ kind: 'refused', refusal: { code: 'seat-away' } });
  for (const seat of [first, second]) {
    await seat.client.seen((view) => view.ballot?.round === 'u1.1');
    expect(await seat.submit(good)).toMatchObject({ kind: 'stored' });
  }
  await operator.next();
  const { next } = await operator.client.seen((view) => view.next.kind === 'lock');
  expect(next).toMatchObject({ submitted: 2, expected: 2 });
  await operator.must({ kind: 'LockRound', round: 'u1.1' });
  await hall.seen((view) => view.counts?.expected === 2);
  expect(JSON.stringify(hall.all('view'))).not.toContain('called away');
  await before.host.stop();

  const { place, host, path } = await hostedEvent({ definition, folder: before.folder });
  const again = await openConsole(place);
  const monitor = await openMonitor(place, again);
  const returned = await returnToSeat(place, gone.key);
  await returned.client.seen((view) => view.barred === 'away');
  await again.next();
  await returned.client.seen((view) => view.ballot?.round === 'u2.1');
  await again.must({ kind: 'MarkBack', seat: 'B1', reason: 'in the hall' });
  await returned.client.seen((view) => view.barred === null && view.ballot?.round === 'u2.1');
  expect(await returned.submit(good, {})).toMatchObject({ kind: 'stored' });

  const { absences } = await monitor.client.seen((view) => view.absences[0]?.back !== null);
  expect(absences).toMatchObject([
    {
      seat: 3,
      left: { reason: 'called away' },
      back: { reason: 'in the hall' },
      missed: [{ en: expect.anything() }],
    },
  ]);
  expect(host.state().rounds['u1.1']?.decisions).toMatchObject([{ seat: 'B1', decision: 'absent' }]);
  expect(host.state().rounds['u2.1']?.decisions).toEqual([]);
  expect(findingsIn(path)).toEqual([]);
});
