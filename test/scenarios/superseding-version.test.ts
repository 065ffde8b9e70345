import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { isThisMachine } from '../../electron/host/lan/peer-address.ts';
import { aDefinition, aScheme } from '../builders/definition.ts';
import { runningHostProgram } from '../builders/host-program.ts';
import { hostedEvent } from '../builders/hosted-event.ts';
import { httpGet, httpPost } from '../builders/http-request.ts';
import {
  type ConsolePage,
  type HostPlace,
  type MonitorPage,
  openConsole,
  openMonitor,
  openPanel,
  type PanelPage,
  placeOf,
  returnAsMonitor,
  returnToSeat,
} from '../builders/lan-pages.ts';

const required = aDefinition({ units: ['u1'], scheme: aScheme({ isMonitorRequired: true }) });
const verifyProgram = join(import.meta.dirname, '../../electron/host/verify.ts');
const wish = { orderedBy: '组委会主任', reason: '第一席的分录错' };

function verify(path: string, data: string) {
  const args = [verifyProgram, path, '--data', data, '--lang', 'en'];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { code: status, lines: stdout.trim().split('\n') };
}

type People = {
  readonly operator: ConsolePage;
  readonly monitor: MonitorPage;
  /** What is done once the monitor has co-signed. */
  readonly afterCount?: () => Promise<void>;
};

const photo = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(300_000, 7)]);
const photoHash = createHash('sha256').update(photo).digest('hex');

async function attachPhoto({ origin, token }: HostPlace): Promise<void> {
  const query = new URLSearchParams({ token, name: '签字表.jpg', count: '1' });
  const address = `/console/protocol-photo?${query}`;
  expect((await httpPost(origin, address, { 'content-type': 'image/jpeg' }, [photo])).status).toBe(201);
}

async function photoAt({ origin, token }: HostPlace): Promise<Buffer> {
  return (await httpGet(origin, `/console/protocol-photo/${photoHash}?token=${token}`)).bytes;
}

/** Whatever waits for the monitor is let happen. */
async function secondTheLast({ monitor }: People): Promise<void> {
  const { proposals } = await monitor.client.seen((view) => view.proposals.length > 0, 'a proposal');
  expect(await monitor.order(monitor.second(proposals.at(-1)?.id ?? 0))).toMatchObject({ kind: 'accepted' });
}

/** The round of u1 is locked, counted, co-signed, released, and the event closed. */
async function toTheEnd(people: People): Promise<void> {
  const { operator, monitor } = people;
  await operator.must({ kind: 'LockRound', round: 'u1.1' });
  await operator.must({ kind: 'CountRounds', notCalled: [] });
  await monitor.client.seen((view) => view.result?.phase === 'counted', 'the count');
  await monitor.order({ kind: 'LookAtResult', what: 'result', unit: null });
  await monitor.client.seen((view) => view.result?.isSeen === true, 'the figures');
  expect(await monitor.order(monitor.coSignature())).toMatchObject({ kind: 'accepted' });
  await people.afterCount?.();
  await operator.must({ kind: 'JumpTo', step: 'release' });
  await operator.must({ kind: 'ReleaseResult', reveal: 'all', isFewerThanThreeAccepted: true });
  await monitor.client.seen((view) => view.result?.phase === 'released', 'the release');
  await operator.must({ kind: 'CloseEvent' });
  await secondTheLast(people);
  await operator.client.seen((view) => view.stage.phase === 'closed', 'the end');
}

async function scoreAll(seats: readonly PanelPage[]): Promise<void> {
  for (const seat of seats) {
    await seat.client.seen((view) => view.ballot?.state === 'open', 'an open ballot');
    await seat.submit({ c1: '50', c2: '30' });
  }
}

test('EVENT-4, given a closed event, when a corrected version is made on the console, then the host goes on with it under the same address, devices and screens stay, the correction takes the second device, an old ballot doesn’t count, and both files are proved', async () => {
  // The program below takes loopback for its own machine, so this host does too.
  const first = await hostedEvent({ definition: required, isThisMachine });
  const data = join(first.folder, 'data');
  const before = {
    operator: await openConsole(first.place),
    seats: await Promise.all(['A1', 'A2', 'B1'].map((seat) => openPanel(first.place, seat))),
  };
  const firstMonitor = await openMonitor(first.place, before.operator);
  await before.operator.next();
  await before.operator.next();
  await scoreAll(before.seats);
  const [a1] = before.seats;
  if (!a1) throw new Error('no seat');
  // Signed in the first version, never sent there.
  const oldBallot = a1.ballot({ c1: '1', c2: '1' });
  await toTheEnd({
    operator: before.operator,
    monitor: firstMonitor,
    afterCount: () => attachPhoto(first.place),
  });
  await first.host.stop();
  const closedBytes = readFileSync(first.path);

  const { program, place } = await runningHostProgram([
    ...['--event', first.path, '--data', data, '--address', '127.0.0.1'],
  ]);
  const closedConsole = await openConsole(place);
  const { version } = await closedConsole.client.seen((view) => view.stage.phase === 'closed');
  expect(version).toEqual({
    number: 1,
    supersedes: null,
    next: { file: 'event.v2.leitai', isThere: false, isNoted: false },
  });
  expect(await closedConsole.order({ kind: 'MakeVersion', ...wish })).toEqual({
    kind: 'accepted',
    entry: null,
  });
  const secondPath = join(dirname(first.path), 'event.v2.leitai');
  const ready = await program.heard('ready', ({ eventFile }) => eventFile === secondPath);
  expect(placeOf(ready.links.console)).toEqual(place);

  const operator = await openConsole(place);
  const monitor = await returnAsMonitor(place, firstMonitor.key);
  const seat = await returnToSeat(place, a1.key);
  const people = { operator, monitor };
  const supersedes = { version: 1, n: expect.any(Number), hash: expect.stringMatching(/^[0-9a-f]{64}$/) };
  expect(operator.client.view.version).toEqual({ number: 2, supersedes, next: null });
  expect(operator.client.view.stage?.phase).toBe('live');
  expect(operator.client.view.attachments).toMatchObject([{ hash: photoHash, name: '签字表.jpg' }]);
  expect((await photoAt(place)).equals(photo)).toBe(true);
  expect(operator.client.view.result?.phase).toBe('released');
  expect(monitor.client.view.log).toEqual({ lastEntry: 1, version: { number: 2, supersedes } });
  expect(monitor.client.view.changes?.at(-1)).toMatchObject({
    what: 'version-opened',
    entry: '2/1',
    reason: `${wish.orderedBy}: ${wish.reason}`,
    version: { number: 2, supersedes },
  });

  const act = { kind: 'reopen', round: 'u1.1' } as const;
  expect(await operator.order({ kind: 'ReopenRound', round: 'u1.1', reason: wish.reason })).toMatchObject({
    refusal: { code: 'second-device-needed' },
  });
  await operator.must({ kind: 'ProposeAct', act, reason: wish.reason });
  await secondTheLast(people);
  await seat.client.seen((view) => view.ballot?.state === 'open', 'the round opened again');
  expect(await seat.send(oldBallot)).toMatchObject({ kind: 'refused', refusal: { code: 'round-reopened' } });
  expect(await seat.send(seat.ballot({ c1: '60', c2: '40' }, {}, oldBallot.n + 1))).toMatchObject({
    kind: 'stored',
  });
  await toTheEnd(people);
  const exported = await fetch(
    `${place.origin}/console/export/result.json?token=${place.token}&lang=zh-Hans`,
  );
  expect(decodeURIComponent(exported.headers.get('content-disposition') ?? '')).toContain('第2版');
  expect(await exported.json()).toMatchObject({
    marks: expect.arrayContaining([
      expect.stringMatching(/^更正版本：第 2 版，取代第 1 版（末条 #\d+，指纹 [0-9a-f]{16}）$/),
    ]),
    versions: [
      {
        version: 2,
        supersedes: { ...supersedes, version: 1 },
        ...wish,
        formerly: { units: [{ unit: 'u1', place: '1', total: '80.00' }] },
      },
    ],
    attachments: [{ name: '签字表.jpg', hash: photoHash, bytes: photo.length, count: 1 }],
    changes: expect.arrayContaining([
      expect.objectContaining({
        reason: expect.stringContaining(wish.reason),
        time: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d\d:\d\d$/),
      }),
    ]),
  });
  const printed = await fetch(`${place.origin}/console/sheets/result.json?token=${place.token}&lang=en`);
  const sheet = await printed.text();
  program.tell({ kind: 'stop' });
  expect(await program.exited).toEqual({ code: 0, signal: null });

  expect(readFileSync(first.path).equals(closedBytes)).toBe(true);
  const second = verify(secondPath, data);
  expect(second.lines).toContain('result: nothing wrong was found');
  const opening = second.lines.find((line) => line.startsWith('hash of this version'))?.split(': ')[1];
  expect(opening).toMatch(/^[0-9a-f]{64}$/);
  expect(sheet).toContain(`First log entry of this version: hash ${opening}`);
  expect(second.lines).toContainEqual(
    expect.stringMatching(/^the log of version 1 is in the file, intact and sealed/),
  );
  expect(second.lines).toContainEqual(expect.stringContaining('sealed: the log is closed and signed'));
  expect(second.code).toBe(0);
  expect(verify(first.path, data)).toMatchObject({ code: 0 });
}, 120_000);

test('given a corrected version whose file is damaged, when it is to be opened, then the host is back on the closed event, as it was', async () => {
  const first = await hostedEvent({ definition: aDefinition({ units: ['u1'] }) });
  const operator = await openConsole(first.place);
  await openPanel(first.place, 'A1');
  await operator.next();
  await operator.must({ kind: 'CloseEvent' });
  await first.host.stop();
  writeFileSync(join(dirname(first.path), 'event.v2.leitai'), 'no event');
  const { program, place } = await runningHostProgram([
    ...['--event', first.path, '--data', join(first.folder, 'data'), '--lang', 'en'],
  ]);
  const closedConsole = await openConsole(place);
  expect(closedConsole.client.view.version?.next).toEqual({
    file: 'event.v2.leitai',
    isThere: true,
    isNoted: false,
  });
  expect(await closedConsole.order({ kind: 'MakeVersion', ...wish })).toMatchObject({
    refusal: { code: 'version-there' },
  });
  expect(await closedConsole.order({ kind: 'OpenVersion' })).toEqual({ kind: 'accepted', entry: null });
  await closedConsole.client.until(() => closedConsole.client.closed ?? undefined, 'the host going on');
  await vi.waitFor(() => expect(program.told.filter(({ kind }) => kind === 'ready')).toHaveLength(2), {
    timeout: 20_000,
  });
  expect(program.errors()).toContain('not an event file');
  const again = await openConsole(place);
  expect(again.client.view.stage?.phase).toBe('closed');
  program.signal('SIGTERM');
  expect(await program.exited).toEqual({ code: 0, signal: null });
});
