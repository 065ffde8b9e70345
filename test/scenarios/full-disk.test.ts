import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rowsOf } from '../builders/ballot-rows.ts';
import { runningHostProgram, startHostProgram } from '../builders/host-program.ts';
import { openConsole, openPanel, openProjector, returnToSeat } from '../builders/lan-pages.ts';
import { smallDisks } from '../builders/small-disk.ts';

const marks = { c1: '10', c2: '10', c3: '10', c4: '10', c5: '10', c6: '10' };

// Two starts of a host process on a machine that may be busy.
describe.each(smallDisks)('$name', { timeout: 90_000 }, ({ make }) => {
  test('given a live round, when the disk fills up, then commands stop, the curtain still works and nothing acknowledged is lost', async () => {
    const disk = make();
    const args = (port: number) => [
      ...['--demo', 'fictional', '--event', join(disk.folder, 'e.leitai'), '--data', join(disk.folder, 'd')],
      ...['--address', '127.0.0.1', '--port', String(port)],
    ];
    const { program, place } = await runningHostProgram(args(0));
    const operator = await openConsole(place);
    const hall = await openProjector(place);
    const seat = await openPanel(place, 'S01');
    while (seat.client.view.ballot?.state !== 'open') await operator.next();
    const values = Object.fromEntries(
      rowsOf(seat.client.view.ballot).map(({ id }, index) => [id, Object.values(marks)[index] ?? '0']),
    );
    expect(await seat.submit(values)).toMatchObject({ kind: 'stored', ballotNumber: 1 });

    disk.fill(program.pid);
    // What is left of the disk's last block may still hold an entry or two.
    const refusals = [];
    for (let tries = 0; tries < 50 && refusals.length < 2; tries += 1) {
      const outcome = await operator.order({ kind: 'SendPrompt', text: '满'.repeat(120) });
      if (outcome.kind === 'refused') refusals.push(outcome.refusal.code);
    }
    expect(refusals).toEqual(['disk-failed', 'disk-failed']);
    const { health, next } = await operator.client.seen(
      (view) => view.health.disk.kind === 'failed',
      'the red bar',
    );
    expect(health.disk).toMatchObject({ kind: 'failed', lastGood: health.lastEntry });
    expect(next).toEqual({ kind: 'held', needs: 'disk' });
    expect(await seat.submit(values)).toMatchObject({ kind: 'refused', refusal: { code: 'disk-failed' } });
    expect(await operator.order({ kind: 'RetryDisk' })).toMatchObject({ refusal: { code: 'disk-failed' } });

    await operator.must({ kind: 'SetCurtain', curtain: 'black' });
    await hall.seen((view) => view.curtain === 'black');

    disk.free(program.pid);
    await operator.must({ kind: 'RetryDisk' });
    await operator.client.seen((view) => view.health.disk.kind === 'ok');
    expect(await seat.submit(values)).toMatchObject({ kind: 'stored', ballotNumber: 2 });
    const { recent } = await operator.client.seen((view) => view.recent[0]?.kind === 'CurtainChanged');
    expect(recent.filter(({ kind }) => kind === 'CurtainChanged')).toHaveLength(1);

    program.signal('SIGKILL');
    await program.exited;
    const again = startHostProgram(args(0));
    await again.heard('ready');
    const back = await returnToSeat(place, seat.key);
    expect(back.client.view.mine).toMatchObject({ ballotNumber: 2 });
  });
});
