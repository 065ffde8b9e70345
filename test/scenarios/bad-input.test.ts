import { describe, expect, test } from 'vitest';
import { signedBallotText } from '../../shared/protocol/signed-ballot.ts';
import { protocolVersion } from '../../shared/protocol/version.ts';
import { aDeviceKey } from '../builders/device-key.ts';
import { type HostedEvent, hostedEvent } from '../builders/hosted-event.ts';
import { connect, type LanClient } from '../builders/lan-client.ts';
import {
  type ConsolePage,
  openConsole,
  openPanel,
  openProjector,
  type PanelPage,
  returnToSeat,
} from '../builders/lan-pages.ts';

const good = { c1: '50', c2: '30' };

/** A live event with an open round for unit u1, and seat A1 ready to vote. */
async function openedRound(): Promise<
  HostedEvent & { readonly operator: ConsolePage; readonly seat: PanelPage }
> {
  const hosted = await hostedEvent();
  const operator = await openConsole(hosted.place);
  const seat = await openPanel(hosted.place, 'A1');
  await operator.next();
  await operator.next();
  await seat.client.seen((view) => view.ballot?.state === 'open');
  return { ...hosted, operator, seat };
}

const refusalTo = async (client: LanClient, text: string | Buffer) => {
  client.sayRaw(text);
  const { code, path } = (await client.next('refused')).refusal;
  return { code, path };
};

describe('a message that is none', () => {
  const hall = { kind: 'hello', protocol: protocolVersion, role: 'projector' };
  test.each([
    ['no JSON', 'hello', 'not-json', ''],
    ['bytes instead of text', Buffer.from('{}'), 'not-json', ''],
    ['no object', '[]', 'bad-message', ''],
    ['no kind', '{}', 'bad-message', 'kind'],
    ['an unknown kind', '{"kind":"drop-tables"}', 'bad-message', 'kind'],
    ['an unknown role', JSON.stringify({ ...hall, role: 'timekeeper' }), 'bad-message', 'role'],
    ['a field too many', JSON.stringify({ ...hall, isAdmin: true }), 'bad-message', 'isAdmin'],
    ['a field of another type', JSON.stringify({ ...hall, protocol: '1' }), 'bad-message', 'protocol'],
    ['a key of another length', JSON.stringify({ ...hall, publicKey: 'ab' }), 'bad-message', 'publicKey'],
    [
      'a message before hello',
      `{"kind":"ballot","n":1,"signed":"","signature":"${'0'.repeat(128)}"}`,
      'hello-first',
      'kind',
    ],
  ])(
    'given %s, when it arrives, then it is refused with code and path, and the console counts it',
    async (_, text, code, path) => {
      const { place, host } = await hostedEvent();
      const operator = await openConsole(place);
      const before = host.state();
      const client = await connect(place.origin);
      expect(await refusalTo(client, text)).toEqual({ code, path });
      const { refusals } = await operator.client.seen(({ refusals }) => refusals.total === 1);
      expect(refusals).toMatchObject({
        byCode: [{ code, count: 1 }],
        last: { code, path, from: '127.0.0.1' },
      });
      expect(host.state()).toBe(before);
      // One slip costs nothing.
      await client.hello('projector');
      await client.next('admitted');
    },
  );

  test('given bad messages that go on, when the fifth has come, then the connection is closed', async () => {
    const { place } = await hostedEvent();
    const hall = await openProjector(place);
    for (let n = 1; n <= 4; n += 1) await refusalTo(hall, '?');
    expect(hall.closed).toBeNull();
    hall.sayRaw('?');
    expect(await hall.until(() => hall.closed ?? undefined)).toMatchObject({ code: 1008 });
  });

  test('given a message above 16 KiB, when a device of the LAN sends it, then it is refused; far above, the connection is cut', async () => {
    const { place } = await hostedEvent();
    const operator = await openConsole(place);
    const hall = await openProjector(place);
    expect(await refusalTo(hall, 'x'.repeat(16 * 1024 + 1))).toEqual({ code: 'too-big', path: '' });
    hall.sayRaw('x'.repeat(64 * 1024 + 1));
    expect(await hall.until(() => hall.closed ?? undefined)).toMatchObject({ code: 1009 });
    await operator.client.seen(({ refusals }) =>
      refusals.byCode.some(({ code, count }) => code === 'too-big' && count === 2),
    );
  });

  test('given a hall of a thousand seats, when the console names them all in one command, then that is not too big', async () => {
    const { place } = await hostedEvent();
    const operator = await openConsole(place);
    const seats = Array.from({ length: 1_000 }, (_, index) => `seat-with-a-long-name-${index}`);
    const outcome = await operator.order({
      kind: 'DecideMissing',
      round: 'u1.1',
      seats,
      decision: 'absent',
      reason: '缺席',
    });
    expect(outcome).toMatchObject({ kind: 'refused', refusal: { code: 'unknown-round', path: 'round' } });
    await operator.client.seen(({ refusals }) => refusals.last?.code === 'unknown-round');
  });
});

describe('a message of the wrong role', () => {
  test('given a hall screen, when it commands or votes, then it is refused and nothing changes', async () => {
    const { place, host, seat } = await openedRound();
    const before = host.state();
    const hall = await openProjector(place);
    hall.say({ kind: 'command', page: '0'.repeat(16), n: 1, command: { kind: 'RingBell' } });
    expect((await hall.next('refused')).refusal).toMatchObject({ code: 'wrong-role', path: 'kind' });
    hall.say(seat.ballot(good));
    expect((await hall.next('refused')).refusal).toMatchObject({ code: 'wrong-role', path: 'kind' });
    expect(host.state()).toBe(before);
  });

  test('given a device that nobody admitted, when it votes, then it is refused', async () => {
    const { place, seat } = await openedRound();
    const stranger = await connect(place.origin);
    await stranger.hello('panel');
    stranger.say(seat.ballot(good));
    expect((await stranger.next('refused')).refusal).toMatchObject({ code: 'not-admitted', path: 'kind' });
  });

  test('given an admitted page, when it introduces itself again, then it keeps its role', async () => {
    const { place } = await hostedEvent();
    const hall = await openProjector(place);
    hall.say({ kind: 'hello', protocol: protocolVersion, role: 'console', token: place.token });
    expect((await hall.next('refused')).refusal).toMatchObject({ code: 'already-introduced' });
    expect(hall.all('admitted')).toHaveLength(1);
  });
});

describe('a ballot that doesn’t hold', () => {
  type Spoiled = Parameters<PanelPage['ballot']>[1];
  const cases: readonly (readonly [
    string,
    typeof good | { c1: string; c2: string; c3?: string },
    Spoiled,
    string,
    string,
  ])[] = [
    ['another event', good, { event: 'other' }, 'wrong-event', 'event'],
    ['another seat', good, { seat: 'A2' }, 'wrong-seat', 'seat'],
    ['another device', good, { device: 2 }, 'wrong-device', 'device'],
    ['an unknown round', good, { round: 'u9.1' }, 'unknown-round', 'round'],
    ['a name that every object has', good, { round: 'constructor' }, 'unknown-round', 'round'],
    ['another scheme', good, { scheme: 'f'.repeat(64) }, 'wrong-scheme', 'scheme'],
    ['another opening', good, { opening: 2 }, 'round-reopened', 'opening'],
    ['a mark above the maximum', { c1: '60.5', c2: '30' }, {}, 'out-of-range', 'values.c1'],
    ['a mark off the step', { c1: '50', c2: '30.1' }, {}, 'off-step', 'values.c2'],
    ['an unknown criterion', { ...good, c3: '1' }, {}, 'unknown-value', 'values.c3'],
  ];
  test.each(cases)(
    'given %s, when it is signed and sent, then it is refused with code and path, stored nowhere and counted',
    async (_, values, changes, code, path) => {
      const { host, seat, operator } = await openedRound();
      const before = host.state();
      expect(await seat.submit(values, changes)).toMatchObject({ kind: 'refused', refusal: { code, path } });
      expect(host.state()).toBe(before);
      const { refusals } = await operator.client.seen(({ refusals }) => refusals.total === 1);
      expect(refusals.last).toMatchObject({ code, path, from: '#1' });
    },
  );

  test('given a ballot signed by another key, when it is sent, then its signature is refused', async () => {
    const { seat } = await openedRound();
    const message = seat.ballot(good);
    expect(await seat.send({ ...message, signature: aDeviceKey().sign(message.signed) })).toMatchObject({
      refusal: { code: 'bad-signature', path: 'signature' },
    });
  });

  test('given signed text that is no ballot, or one written another way, when it is sent, then the field is named', async () => {
    const { seat } = await openedRound();
    const { signed } = seat.ballot(good);
    const send = async (n: number, text: string) => {
      const outcome = await seat.send({ kind: 'ballot', n, signed: text, signature: seat.key.sign(text) });
      return outcome.kind === 'refused' ? [outcome.refusal.code, outcome.refusal.path] : outcome.kind;
    };
    expect(await send(11, 'nonsense')).toEqual(['bad-message', 'signed']);
    expect(await send(12, signed.replace('"opening":1', '"opening":"1"'))).toEqual([
      'bad-message',
      'signed.opening',
    ]);
    expect(await send(13, signed.replace(',', ', '))).toEqual(['not-canonical', 'signed']);
    const spare = { ...JSON.parse(signed), note: 'x' };
    expect(await send(14, signedBallotText(spare))).toEqual(['bad-message', 'signed']);
  });

  test('given a locked round, when a ballot comes late or names the opening before, then it doesn’t count in the re-opened one', async () => {
    const { seat, operator, host } = await openedRound();
    await seat.submit(good);
    const late = seat.ballot({ c1: '1', c2: '1' });
    await operator.must({
      kind: 'DecideMissing',
      round: 'u1.1',
      seats: ['A2', 'B1'],
      decision: 'absent',
      reason: '缺席',
    });
    await operator.must({ kind: 'LockRound', round: 'u1.1' });
    expect(await seat.send(late)).toMatchObject({ refusal: { code: 'round-closed', path: 'round' } });
    await operator.must({ kind: 'ReopenRound', round: 'u1.1', reason: '改分' });
    expect(await seat.send(late)).toMatchObject({
      refusal: { code: 'round-reopened', path: 'opening', params: { opening: 2 } },
    });
    expect(host.state().rounds['u1.1']?.ballots.A1?.values).toEqual(good);
    await seat.client.seen((view) => view.ballot?.opening === 2);
    expect(await seat.submit(good)).toMatchObject({ kind: 'stored', opening: 2, ballotNumber: 2 });
  });
});

describe('the same again', () => {
  test('given an accepted ballot, when the device sends its number again, then it gets the same answer and nothing is stored twice', async () => {
    const { seat, host } = await openedRound();
    const message = seat.ballot(good);
    const first = await seat.send(message);
    const { lastEntry } = host.state();
    expect(await seat.send(message)).toEqual(first);
    expect(host.state().lastEntry).toBe(lastEntry);
  });

  test('given accepted ballots and commands, when the host starts again, then repeats are still answered as then', async () => {
    const first = await openedRound();
    const page = '0123456789abcdef';
    const operator = await openConsole(first.place, { page });
    const message = first.seat.ballot(good);
    const stored = await first.seat.send(message);
    const rung = await operator.order({ kind: 'RingBell' });
    await first.host.stop();

    const { host, place } = await hostedEvent({ folder: first.folder });
    const back = await returnToSeat(place, first.seat.key);
    const again = await openConsole(place, { page });
    expect(await back.send(message)).toEqual(stored);
    expect(await again.order({ kind: 'RingBell' })).toEqual(rung);
    expect(host.state().bell).toBe(1);
    expect(stored).toMatchObject({ ballotNumber: 1 });
  });

  test('given a refused ballot, when the same number is sent again mended, then it is taken: refusals aren’t stored', async () => {
    const { seat } = await openedRound();
    expect(await seat.send(seat.ballot({ c1: '61', c2: '1' }, {}, 7))).toMatchObject({ kind: 'refused' });
    expect(await seat.send(seat.ballot(good, {}, 7))).toMatchObject({ kind: 'stored' });
  });
});
