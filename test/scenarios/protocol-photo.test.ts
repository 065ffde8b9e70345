import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { MEDIA_PART_BYTES } from '../../electron/host/log/media.ts';
import { uploadRoutes } from '../../shared/protocol/registry.ts';
import { rowsOf } from '../builders/ballot-rows.ts';
import { runningHostProgram } from '../builders/host-program.ts';
import { type HostedEvent, hostedEvent } from '../builders/hosted-event.ts';
import { type HttpAnswer, httpGet, httpPost } from '../builders/http-request.ts';
import {
  type ConsolePage,
  type HostPlace,
  openConsole,
  openPanel,
  type PanelPage,
} from '../builders/lan-pages.ts';
import { smallDisks } from '../builders/small-disk.ts';

const path = '/console/protocol-photo';
const { largestBytes } = uploadRoutes[path];
const jpegStart = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);

/** A picture of this length, as far as anybody looks. */
function jpeg(length: number): Buffer {
  return Buffer.concat([jpegStart, randomBytes(length - jpegStart.length)]);
}

function inParts(bytes: Buffer, length: number): readonly Buffer[] {
  return Array.from({ length: Math.ceil(bytes.length / length) }, (_, index) =>
    bytes.subarray(index * length, (index + 1) * length),
  );
}

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

type Asked = {
  readonly name?: string;
  readonly count?: number;
  readonly type?: string;
  readonly token?: string;
};

function upload(
  place: HostPlace,
  parts: readonly Buffer[],
  { name = '签字表.jpg', count = 1, type = 'image/jpeg', token = place.token }: Asked = {},
): Promise<HttpAnswer> {
  const query = new URLSearchParams({ token, name, count: `${count}` });
  return httpPost(place.origin, `${path}?${query}`, { 'content-type': type }, parts);
}

const codeOf = ({ text }: HttpAnswer): unknown => JSON.parse(text).refusal?.code;

type Stage = HostedEvent & { readonly operator: ConsolePage; readonly seats: readonly PanelPage[] };

/** Every unit scored and locked, nothing counted. */
async function scoredEvent(): Promise<Stage> {
  const hosted = await hostedEvent();
  const operator = await openConsole(hosted.place);
  const seats = await Promise.all(['A1', 'A2', 'B1'].map((seat) => openPanel(hosted.place, seat)));
  await operator.next();
  for (const unit of ['u1', 'u2']) {
    await operator.next();
    for (const seat of seats) {
      await seat.client.seen((view) => view.ballot?.unit?.id === unit && view.ballot.state === 'open');
      await seat.submit({ c1: '50', c2: unit === 'u1' ? '30' : '20' });
    }
    await operator.next();
    await operator.must({ kind: 'LockRound', round: `${unit}.1` });
  }
  await operator.next();
  return { ...hosted, operator, seats };
}

async function countedEvent(): Promise<Stage> {
  const stage = await scoredEvent();
  await stage.operator.must({ kind: 'CountRounds', notCalled: [] });
  return stage;
}

function verify(file: string, folder: string) {
  return spawnSync(process.execPath, ['electron/host/verify.ts', file, '--data', join(folder, 'data')], {
    encoding: 'utf8',
  });
}

/** Rows of files in an event file that no host holds. */
function storedParts(file: string): number {
  const db = new Database(file, { readonly: true });
  const rows = db.prepare('SELECT count(*) FROM media').pluck().get() as number;
  db.close();
  return rows;
}

describe('RESULT-13: the photo of the signed protocol', () => {
  test('given a count, when a photo comes in parts, then it is on disk with its hash in the log, shown, and given out again as it was', async () => {
    const { place, host, operator } = await countedEvent();
    const photo = jpeg(3 * MEDIA_PART_BYTES + 77);
    const answer = await upload(place, inParts(photo, 60_000));
    expect([answer.status, JSON.parse(answer.text)]).toEqual([
      201,
      { kind: 'accepted', entry: host.state().lastEntry },
    ]);
    const wanted = {
      name: '签字表.jpg',
      type: 'image/jpeg',
      bytes: photo.length,
      hash: hashOf(photo),
      count: 1,
    };
    expect(host.state().attachments).toMatchObject([wanted]);
    const { attachments, changes } = await operator.client.seen((view) => view.attachments.length === 1);
    expect([attachments[0], changes]).toMatchObject([wanted, []]);
    await operator.client.seen((view) => view.recent.some(({ kind }) => kind === 'ProtocolAttached'));
    const back = await httpGet(place.origin, `${path}/${hashOf(photo)}?token=${place.token}`);
    expect([back.status, back.headers['content-type'], back.bytes.equals(photo)]).toEqual([
      200,
      'image/jpeg',
      true,
    ]);
    expect(back.headers['content-disposition']).toMatch(/^attachment; /);
    const json = await httpGet(place.origin, `/console/export/result.json?token=${place.token}`);
    expect(JSON.parse(json.text)).toMatchObject({ attachments: [wanted] });
    expect((await httpGet(place.origin, `${path}/${'0'.repeat(64)}?token=${place.token}`)).status).toBe(404);
  });

  test('given several photos and a scan, when they come at once, then each is attached, and the same one only once', async () => {
    const { place, host } = await countedEvent();
    const [first, second] = [jpeg(400_000), jpeg(400_000)];
    const scan = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(5000)]);
    const picture = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), randomBytes(500)]);
    const answers = await Promise.all([
      upload(place, inParts(first, 10_000)),
      upload(place, inParts(second, 10_000)),
      upload(place, [scan], { type: 'application/pdf', name: 'scan.pdf' }),
      upload(place, [picture], { type: 'image/png' }),
      upload(place, [first], { name: 'again.jpg' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 201, 409]);
    const again = await upload(place, [second]);
    expect([again.status, codeOf(again)]).toEqual([409, 'already-attached']);
    expect(
      host
        .state()
        .attachments.map(({ hash }) => hash)
        .sort(),
    ).toEqual([first, second, scan, picture].map(hashOf).sort());
  });

  test('given nothing is counted, another count or an unfit name, then it is refused by the rules and nothing is stored', async () => {
    const scored = await scoredEvent();
    expect(codeOf(await upload(scored.place, [jpeg(1000)]))).toBe('result-not-counted');
    await scored.operator.must({ kind: 'CountRounds', notCalled: [] });
    expect(codeOf(await upload(scored.place, [jpeg(1000)], { count: 2 }))).toBe('wrong-count');
    expect(codeOf(await upload(scored.place, [jpeg(1000)], { name: 'a\nb' }))).toBe('name-unfit');
    await scored.operator.must({
      kind: 'ReopenRound',
      round: 'u1.1',
      reason: 'a mark was mistyped',
      isSecondPress: true,
    });
    expect(codeOf(await upload(scored.place, [jpeg(1000)]))).toBe('rounds-open');
    expect(scored.host.state().attachments).toEqual([]);
    await scored.host.stop();
    expect(storedParts(scored.path)).toBe(0);
  });
});

describe('what an upload may be', () => {
  test('given a byte more than the cap, announced or not, then it is refused; the cap itself is taken', async () => {
    const { place, host, faults } = await countedEvent();
    const over = jpeg(largestBytes + 1);
    const unannounced = await upload(place, inParts(over, 500_000));
    expect([unannounced.status, codeOf(unannounced)]).toEqual([413, 'upload-too-large']);
    const announced = await httpPost(
      place.origin,
      `${path}?token=${place.token}&name=x&count=1`,
      { 'content-type': 'image/jpeg', 'content-length': `${over.length}` },
      inParts(over, 500_000),
    );
    expect([announced.status, codeOf(announced)]).toEqual([413, 'upload-too-large']);
    expect((await upload(place, inParts(jpeg(largestBytes), 500_000))).status).toBe(201);
    expect(host.state().attachments).toHaveLength(1);
    expect(faults).toEqual([]);
  });

  test.each([
    [
      'a web page that calls itself a picture',
      'image/jpeg',
      Buffer.from('<html><script>alert(1)</script></html>'),
    ],
    ['a picture that calls itself a scan', 'application/pdf', jpeg(1000)],
    ['a scan that calls itself a picture', 'image/png', Buffer.from('%PDF-1.7')],
    ['a type that isn’t taken', 'image/svg+xml', Buffer.from('<svg/>')],
    ['text', 'text/plain', jpeg(1000)],
    ['JSON', 'application/json', Buffer.from('{}')],
    ['two bytes', 'image/jpeg', Buffer.from([0xff, 0xd8])],
    ['nothing', 'image/jpeg', Buffer.alloc(0)],
  ])('given %s, then it is refused by its first bytes', async (_, type, bytes) => {
    const { place, host, faults } = await countedEvent();
    const answer = await upload(place, bytes.length === 0 ? [] : inParts(bytes, 1), { type });
    expect([answer.status, codeOf(answer)]).toEqual([415, 'upload-wrong-type']);
    expect([host.state().attachments, faults]).toEqual([[], []]);
  });

  test('given a wrong token, another site or another method, then nothing of it is read or done', async () => {
    const { place, host, operator } = await countedEvent();
    for (const token of ['', 'x', `${place.token}x`]) {
      const answer = await upload(place, [jpeg(1000)], { token });
      expect([answer.status, answer.text.split('\n')[0]]).toEqual([403, 'not-the-console']);
    }
    const query = `token=${place.token}&name=x&count=1`;
    const headers = { 'content-type': 'image/jpeg', origin: 'http://evil.example' };
    expect((await httpPost(place.origin, `${path}?${query}`, headers, [jpeg(1000)])).status).toBe(403);
    for (const method of ['GET', 'PUT', 'PATCH', 'DELETE'])
      expect((await httpGet(place.origin, `${path}?${query}`, {}, method)).status).toBe(404);
    expect((await httpPost(place.origin, `/console/cards?${query}`, headers, [])).status).toBe(403);
    await operator.client.seen(({ refusals }) =>
      refusals.byCode.some(({ code, count }) => code === 'not-the-console' && count === 3),
    );
    expect(host.state().attachments).toEqual([]);
  });

  test('given a connection that breaks off half way, then nothing is stored and the next photo is taken', async () => {
    const { place, host, path: file, faults } = await countedEvent();
    const { hostname, port } = new URL(place.origin);
    const half = createConnection(Number(port), hostname);
    const head = [
      `POST ${path}?token=${place.token}&name=x&count=1 HTTP/1.1`,
      ...[`host: ${hostname}:${port}`, 'content-type: image/jpeg', 'content-length: 900000', '', ''],
    ];
    await new Promise<void>((resolve) => half.write(head.join('\r\n'), () => resolve()));
    await new Promise<void>((resolve) => half.write(jpeg(400_000), () => resolve()));
    half.destroy();
    expect((await upload(place, [jpeg(1000)])).status).toBe(201);
    expect(host.state().attachments).toHaveLength(1);
    await host.stop();
    expect([storedParts(file), faults]).toEqual([1, []]);
  });
});

describe('what becomes of the file', () => {
  test('given an attached photo, when the event is exported, restarted and verified, then it is whole; a flipped byte and a missing part are named', async () => {
    const { place, host, folder, path: file } = await countedEvent();
    const photo = jpeg(2 * MEDIA_PART_BYTES);
    await upload(place, [photo]);
    const { n } = host.state().attachments[0]!;
    const exported = await httpGet(place.origin, `/console/export/event.leitai?token=${place.token}`);
    const copy = join(folder, 'copy.leitai');
    writeFileSync(copy, exported.bytes);
    expect(verify(copy, folder).stdout).toContain('result: nothing wrong was found');
    await host.stop();
    // Here, and from the copy on a machine that has never seen the event.
    for (const options of [{ folder }, { event: copy, data: join(folder, 'elsewhere') }]) {
      const again = await hostedEvent(options);
      expect(again.host.state().attachments).toMatchObject([{ hash: hashOf(photo) }]);
      const { origin, token } = again.place;
      const back = await httpGet(origin, `${path}/${hashOf(photo)}?token=${token}`);
      expect([back.status, back.bytes.equals(photo)]).toEqual([200, true]);
      await again.host.stop();
    }

    const sound = readFileSync(file);
    const flipped = Buffer.from(sound);
    flipped[flipped.indexOf(photo.subarray(MEDIA_PART_BYTES, MEDIA_PART_BYTES + 40))]! ^= 1;
    writeFileSync(file, flipped);
    const differs = verify(file, folder);
    expect([differs.status, differs.stdout.split('\n')[0]]).toEqual([
      1,
      expect.stringMatching(`^entry ${n}: media-differs: the file '签字表.jpg'`),
    ]);
    writeFileSync(file, sound);
    const db = new Database(file);
    db.exec('DROP TRIGGER attached_media_are_never_deleted; DELETE FROM media');
    db.close();
    expect(verify(file, folder).stdout).toMatch(`entry ${n}: media-missing:`);
    // The show goes on without it.
    const { host: last, place: where } = await hostedEvent({ folder });
    expect(last.state().attachments).toHaveLength(1);
    expect((await httpGet(where.origin, `${path}/${hashOf(photo)}?token=${where.token}`)).status).toBe(404);
  });

  test('given a host that died between the bytes and their entry, when it starts again, then the bytes are cleared away', async () => {
    const { host, folder, path: file, place } = await countedEvent();
    const kept = jpeg(1000);
    await upload(place, [kept]);
    host.session.file.putMediaPart('f'.repeat(64), 0, jpeg(5000));
    await host.stop();
    expect(storedParts(file)).toBe(2);
    const again = await hostedEvent({ folder });
    await again.host.stop();
    expect(storedParts(file)).toBe(1);
    expect(verify(file, folder).stdout).toContain('result: nothing wrong was found');
  });

  test('given an event opened read-only, then no photo is taken', async () => {
    const { host, folder } = await countedEvent();
    await host.stop();
    const { place } = await hostedEvent({ folder, isReadOnly: true });
    expect(codeOf(await upload(place, [jpeg(1000)]))).toBe('event-read-only');
  });
});

// A start of a host process on a machine that may be busy.
describe.each(smallDisks)('$name', { timeout: 90_000 }, ({ make }) => {
  test('given a disk without room for the photo, then nothing is acknowledged or named, and with room again it is taken', async () => {
    const disk = make();
    const { program, place } = await runningHostProgram([
      ...['--demo', 'fictional', '--event', join(disk.folder, 'e.leitai'), '--data', join(disk.folder, 'd')],
      ...['--address', '127.0.0.1', '--port', '0'],
    ]);
    const operator = await openConsole(place);
    const units = operator.client.view.event?.units.map(({ id }) => id) ?? [];
    const seat = await openPanel(place, 'S01');
    while (seat.client.view.ballot?.state !== 'open') await operator.next();
    const { round, unit } = seat.client.view.ballot;
    const seats = operator.client.view.seats?.map(({ seat: id }) => id) ?? [];
    for (const id of seats)
      await operator.must({
        kind: 'DecideMissing',
        round,
        seats: [id],
        decision: 'paper',
        reason: 'devices stayed away',
      });
    const parts = operator.client.view.ballots ?? [];
    const values = Object.fromEntries(rowsOf({ parts }).map(({ id }) => [id, '10']));
    for (const id of seats)
      await operator.must({
        kind: 'EnterPaperBallot',
        round,
        seat: id,
        values,
        reason: 'devices stayed away',
      });
    await operator.must({ kind: 'LockRound', round });
    await operator.must({ kind: 'CountRounds', notCalled: units.filter((id) => id !== unit?.id) });

    const photo = jpeg(300_000);
    disk.fill(program.pid);
    const full = await upload(place, [photo]);
    expect([full.status, codeOf(full)]).toEqual([507, 'disk-failed']);
    expect(operator.client.view.attachments).toEqual([]);
    disk.free(program.pid);
    expect((await upload(place, [photo])).status).toBe(201);
    await operator.client.seen((view) => view.attachments.length === 1);
  });
});
