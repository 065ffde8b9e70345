import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openSession } from '../../electron/host/event-session.ts';
import { sha256 } from '../../electron/host/log/hashing.ts';
import { loadHostKey } from '../../electron/host/log/host-key.ts';
import { linkEntry } from '../../shared/domain/log/entry.ts';
import { engineVersion } from '../../shared/domain/scoring/figures-of.ts';
import { copyWhileOpen } from '../builders/copy-while-open.ts';
import { createdEvent } from '../builders/event-file-builder.ts';
import { aFakeClock } from '../builders/fake-clock.ts';
import { fingerprint } from '../builders/fingerprint.ts';
import { runningHostProgram } from '../builders/host-program.ts';
import { hostedEvent, tryToHost } from '../builders/hosted-event.ts';
import { openConsole, openPanel } from '../builders/lan-pages.ts';
import { temporaryFolder } from '../builders/temporary-folder.ts';

const seconds = 1_000;

/** Adds the last ballot once more to a closed file, in a sound chain, with a signature that was never made. */
function addForgedBallot(folder: string, path: string): number {
  const data = join(folder, 'data');
  const opened = openSession({ path, address: '', data, key: loadHostKey(data), clock: aFakeClock() }, () => {
    throw new Error('there is no event to add to');
  });
  if (!opened.ok) throw new Error(opened.error.code);
  const { file, placed } = opened.value;
  try {
    const ballot = placed.findLast(({ entry }) => entry?.kind === 'BallotStored')?.entry;
    if (!ballot || !file.head) throw new Error('no ballot to forge');
    const { n: _, prev: __, ...draft } = ballot;
    const body = { ...(ballot.body as object), signature: '0'.repeat(128) };
    const forged = linkEntry(file.head, { ...draft, cmd: null, body }, sha256);
    file.appendBatch([forged]);
    return forged.entry.n;
  } finally {
    file.close();
  }
}

describe('what is odd about an event file, on the console', { timeout: 60 * seconds }, () => {
  test('given a file in order, when it is opened, then nothing is said about it', async () => {
    const first = await hostedEvent();
    await first.host.stop();
    const { place } = await hostedEvent({ folder: first.folder });
    const { client } = await openConsole(place);
    expect(client.view.health?.file).toEqual({ notice: null, findings: null });
  });

  test('given a host that was killed, when the event is opened again, then it says that nothing is lost', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'event.leitai');
    const { program, place } = await runningHostProgram([
      ...['--demo', 'fictional', '--event', path, '--data', join(folder, 'data')],
      ...['--address', '127.0.0.1', '--port', '0'],
    ]);
    const operator = await openConsole(place);
    await operator.next();
    await operator.must({ kind: 'RingBell' });
    program.signal('SIGKILL');
    await program.exited;
    const { place: again } = await hostedEvent({ folder });
    const { client } = await openConsole(again);
    expect(client.view.health?.file).toEqual({ notice: 'recovered-wal', findings: null });
  });

  test('given a copy made without the -wal while the event was open, when it is opened, then it says that entries may be missing', async () => {
    const { path } = await hostedEvent();
    const elsewhere = temporaryFolder();
    copyWhileOpen(path, join(elsewhere, 'event.leitai'));
    const { place } = await hostedEvent({ folder: elsewhere });
    const { client } = await openConsole(place);
    expect(client.view.health?.file).toEqual({ notice: 'missing-wal', findings: null });
  });

  test('given a ballot whose signature was never made, when the event is opened, then the check names it soon after', async () => {
    const first = await hostedEvent();
    const seat = await openPanel(first.place, 'A1');
    const operator = await openConsole(first.place);
    await operator.next();
    await operator.next();
    await seat.client.seen(({ ballot }) => ballot !== null && ballot !== undefined);
    const answer = await seat.submit({ c1: '9', c2: '9' });
    expect(answer).toMatchObject({ kind: 'stored' });
    await first.host.stop();
    const forged = addForgedBallot(first.folder, first.path);
    const { place, faults } = await hostedEvent({ folder: first.folder });
    const { client } = await openConsole(place);
    await client.seen(({ health }) => health?.file.findings !== null);
    expect(client.view.health?.file.findings).toEqual({ count: 1, entry: forged, code: 'signature-bad' });
    expect(faults).toHaveLength(1);
  });
});

describe('an event of another program', () => {
  test('given a file that was opened under other rules, when a host is started on it, then it is refused with both', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'event.leitai');
    createdEvent(path).file.close();
    const before = fingerprint(folder);
    const { started } = await tryToHost({ folder, data: temporaryFolder() });
    expect(started).toMatchObject({ ok: false, error: { code: 'other-rules', known: engineVersion } });
    expect(fingerprint(folder)).toEqual(before);
  });
});
