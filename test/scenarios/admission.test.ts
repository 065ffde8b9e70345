import { describe, expect, test } from 'vitest';
import { proofText } from '../../shared/protocol/device-proof.ts';
import { aDeviceKey } from '../builders/device-key.ts';
import { pairMessage, proveMessage } from '../builders/device-messages.ts';
import { aFakeClock } from '../builders/fake-clock.ts';
import { hostedEvent } from '../builders/hosted-event.ts';
import { connect } from '../builders/lan-client.ts';
import {
  askAsPrompter,
  type ConsolePage,
  cardOf,
  claimSeat,
  openConsole,
  openPanel,
  openPrompter,
  returnToSeat,
} from '../builders/lan-pages.ts';

/** How often the console has counted a refusal of this code. */
const counted = (operator: ConsolePage, code: string) =>
  operator.client.seen(({ refusals }) => refusals.byCode.some((each) => each.code === code), code);

/** The request of a second device that waits for the operator. */
async function seatRequest(operator: ConsolePage, seat: string): Promise<string> {
  const { requests } = await operator.client.seen((view) =>
    view.requests.some((request) => request.kind === 'seat' && request.seat === seat),
  );
  return requests.find((request) => request.kind === 'seat' && request.seat === seat)?.id ?? '';
}

describe('the console', () => {
  test('given a wrong token, when a page says hello as console, then it is refused, cut off and counted', async () => {
    const { place } = await hostedEvent();
    const operator = await openConsole(place);
    for (const token of ['', 'x', place.token.replace(/.$/, '!')]) {
      const stranger = await connect(place.origin);
      await stranger.hello('console', { token });
      expect((await stranger.next('refused')).refusal).toMatchObject({
        code: 'not-the-console',
        path: 'token',
      });
      await stranger.until(() => stranger.closed ?? undefined);
      expect(stranger.all('view')).toEqual([]);
    }
    const { refusals } = await operator.client.seen(({ refusals }) => refusals.total === 3);
    expect(refusals.byCode).toEqual([{ code: 'not-the-console', count: 3 }]);
  });

  test('given a page of another protocol version, when it says hello, then it learns of the host’s and is refused', async () => {
    const { place } = await hostedEvent();
    const page = await connect(place.origin);
    const { protocol } = await page.hello('projector', { protocol: 99 });
    expect(protocol).not.toBe(99);
    expect((await page.next('refused')).refusal).toMatchObject({ code: 'wrong-protocol', path: 'protocol' });
  });
});

describe('a seat’s card', () => {
  test('given a new seat, when its card’s secret is proved, then the device has the seat and the card is spent', async () => {
    const { place } = await hostedEvent();
    const { client } = await openPanel(place, 'A1');
    expect(client.all('admitted')).toEqual([
      { kind: 'admitted', role: 'panel', seat: 'A1', device: 1, screen: null },
    ]);
    expect(client.view.seat).toMatchObject({ id: 'A1', number: 1, device: 1 });
    expect((await cardOf(place, 'A1')).isSpent).toBe(true);
  });

  test('given a laptop without a camera, when its code is typed, then it gets that code’s seat', async () => {
    const { place } = await hostedEvent();
    const { code } = await cardOf(place, 'B1');
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
    const { client } = await openPanel(place, 'B1', { claim: { kind: 'code', code } });
    expect(client.view.seat?.id).toBe('B1');
  });

  test('given the secret of another seat, when it is used for this one, then it is refused', async () => {
    const { place } = await hostedEvent();
    const { secret } = await cardOf(place, 'A2');
    const { client } = await claimSeat(place, { kind: 'card', seat: 'A1', secret });
    await client.next('admission');
    expect(await client.next('admission')).toMatchObject({
      state: 'refused',
      refusal: { code: 'wrong-card', path: 'mac' },
    });
  });

  test('given wrong tries, when they go on, then that address waits longer and longer, the console counts them and no card is locked', async () => {
    const clock = aFakeClock();
    const { place } = await hostedEvent({ clock });
    const operator = await openConsole(place);
    const card = await cardOf(place, 'A1');
    const key = aDeviceKey();
    const client = await connect<'panel'>(place.origin);
    const welcome = await client.hello('panel', { publicKey: key.publicKey });
    await client.next('admission');
    const tryCode = async (code: string) => {
      client.say(pairMessage({ kind: 'code', code }, key, welcome));
      const { refusal, retryAfterMs } = await client.next('admission');
      return [refusal?.code, retryAfterMs];
    };
    expect(await tryCode('0000000000')).toEqual(['wrong-card', 0]);
    expect(await tryCode('0000000001')).toEqual(['wrong-card', 500]);
    // Even the right code has to wait now.
    expect(await tryCode(card.code)).toEqual(['slow-down', 500]);
    clock.pass(500);
    expect(await tryCode('0000000002')).toEqual(['wrong-card', 1_000]);
    const { refusals } = await counted(operator, 'wrong-card');
    expect(refusals.last).toMatchObject({ path: 'mac', from: '127.0.0.1' });
    clock.pass(1_000);
    client.say(pairMessage({ kind: 'code', code: card.code }, key, welcome));
    expect(await client.next('admitted')).toMatchObject({ seat: 'A1' });
  });

  test('given someone who saw the card but signs with another key, when they claim, then the signature is refused', async () => {
    const { place } = await hostedEvent();
    const { secret } = await cardOf(place, 'A1');
    const key = aDeviceKey();
    const client = await connect<'panel'>(place.origin);
    const welcome = await client.hello('panel', { publicKey: key.publicKey });
    const claim = pairMessage({ kind: 'card', seat: 'A1', secret }, key, welcome);
    client.say({
      ...claim,
      signature: aDeviceKey().sign(proofText(welcome.challenge, welcome.eventId, key.publicKey)),
    });
    expect((await client.next('refused')).refusal).toMatchObject({
      code: 'bad-signature',
      path: 'signature',
    });
    expect((await cardOf(place, 'A1')).isSpent).toBe(false);
  });

  test('given a claim overheard on another connection, when it is sent again, then it is worth nothing', async () => {
    const { place, host } = await hostedEvent();
    const { secret } = await cardOf(place, 'A1');
    const key = aDeviceKey();
    const first = await connect<'panel'>(place.origin);
    const overheard = pairMessage({ kind: 'card', seat: 'A1', secret }, key, await first.hello('panel'));
    const second = await connect<'panel'>(place.origin);
    await second.hello('panel');
    second.say(overheard);
    expect((await second.next('refused')).refusal.code).toBe('bad-signature');
    expect(host.state().seatDevices).toEqual({});
  });

  test('given a replaced card, when the old one is used, then it is refused and the new one works', async () => {
    const { place } = await hostedEvent();
    const operator = await openConsole(place);
    const old = await cardOf(place, 'A1');
    await operator.must({ kind: 'ReplaceSeatCard', seat: 'A1' });
    const stale = await claimSeat(place, { kind: 'card', ...old });
    await stale.client.next('admission');
    expect(await stale.client.next('admission')).toMatchObject({ refusal: { code: 'wrong-card' } });
    expect((await openPanel(place, 'A1')).client.view.seat?.id).toBe('A1');
  });
});

describe('a second device', () => {
  test('given a seat with a device, when another one claims it, then it waits and the first stays until the operator decides', async () => {
    const { place } = await hostedEvent();
    const operator = await openConsole(place);
    const first = await openPanel(place, 'A1');
    const second = await claimSeat(place, { kind: 'card', ...(await cardOf(place, 'A1')) });
    await second.client.next('admission');
    expect(await second.client.next('admission')).toMatchObject({ state: 'wait-for-operator' });
    expect(second.client.all('view')).toEqual([]);
    expect(first.client.closed).toBeNull();

    await operator.must({ kind: 'AdmitSeatDevice', request: await seatRequest(operator, 'A1') });

    expect(await second.client.next('admitted')).toMatchObject({ seat: 'A1', device: 2 });
    await first.client.until(() => first.client.closed ?? undefined);
    expect(first.client.all('admission').at(-1)).toMatchObject({
      state: 'refused',
      refusal: { code: 'replaced' },
    });
    await operator.client.seen(({ requests, seats }) => requests.length === 0 && seats[0]?.device === 2);
    const back = await connect<'panel'>(place.origin);
    await back.hello('panel', { publicKey: first.key.publicKey });
    expect(await back.next('admission')).toMatchObject({ state: 'pair' });
  });

  test('given a waiting device, when the operator refuses it, then it may ask again and nothing has changed', async () => {
    const { place, host } = await hostedEvent();
    const operator = await openConsole(place);
    await openPanel(place, 'A1');
    const card = await cardOf(place, 'A1');
    const second = await claimSeat(place, { kind: 'card', ...card });
    await operator.must({ kind: 'RefuseAdmission', request: await seatRequest(operator, 'A1') });
    await second.client.until(() =>
      second.client.all('admission').find(({ refusal }) => refusal?.code === 'refused-by-operator'),
    );
    expect(host.state().seatDevices.A1?.device).toBe(1);
    const { challenge, eventId } = second.client.all('welcome')[0]!;
    second.client.say(pairMessage({ kind: 'card', ...card }, second.key, { challenge, eventId }));
    await operator.client.seen(({ requests }) => requests[0]?.id === 'request-2');
  });

  test('given a device that claims twice and leaves, when the console looks, then no request is left behind', async () => {
    const { place } = await hostedEvent();
    const operator = await openConsole(place);
    await openPanel(place, 'A1');
    const card = await cardOf(place, 'A1');
    const second = await claimSeat(place, { kind: 'card', ...card });
    const { challenge, eventId } = second.client.all('welcome')[0]!;
    await seatRequest(operator, 'A1');
    second.client.say(pairMessage({ kind: 'card', ...card }, second.key, { challenge, eventId }));
    await operator.client.seen(({ requests }) => requests.length === 1 && requests[0]?.id === 'request-2');
    await second.client.close();
    await operator.client.seen(({ requests }) => requests.length === 0);
  });
});

describe('coming back', () => {
  test('given a paired device, when it connects again and proves its key, then it has its seat and its stored ballot', async () => {
    const { place } = await hostedEvent();
    const operator = await openConsole(place);
    const seat = await openPanel(place, 'A1');
    await operator.next();
    await operator.next();
    await seat.client.seen((view) => view.ballot?.state === 'open');
    await seat.submit({ c1: '50', c2: '30' });
    await seat.client.close();
    await operator.client.seen(({ seats }) => seats[0]?.connection === 'offline');
    const back = await returnToSeat(place, seat.key);
    expect(back.client.all('admission')).toMatchObject([{ state: 'prove' }]);
    expect(back.client.view.mine).toMatchObject({ ballotNumber: 1, values: { c1: '50', c2: '30' } });
    await operator.client.seen(({ seats }) => seats[0]?.connection === 'online');
  });

  test('given somebody who knows a device’s public key, when they can’t sign, then they are not let in', async () => {
    const { place } = await hostedEvent();
    const { key } = await openPanel(place, 'A1');
    const stranger = await connect<'panel'>(place.origin);
    await stranger.hello('panel', { publicKey: key.publicKey });
    stranger.say({ kind: 'prove', signature: aDeviceKey().sign('anything') });
    expect((await stranger.next('refused')).refusal).toMatchObject({
      code: 'bad-signature',
      path: 'signature',
    });
    expect(stranger.all('admitted')).toEqual([]);
  });

  test('given a paired device, when the host starts again, then the seat is offline until its key opens it', async () => {
    const first = await hostedEvent();
    const { key } = await openPanel(first.place, 'A1');
    await first.host.stop();
    const { place } = await hostedEvent({ folder: first.folder });
    const operator = await openConsole(place);
    expect(operator.client.view.seats?.slice(0, 2)).toMatchObject([
      { seat: 'A1', connection: 'offline', offlineSinceWall: expect.any(Number) },
      { seat: 'A2', connection: 'never' },
    ]);
    expect((await returnToSeat(place, key)).client.view.seat).toMatchObject({ id: 'A1', device: 1 });
    await operator.client.seen(({ seats }) => seats[0]?.connection === 'online');
  });
});

describe('a prompter', () => {
  test('given a stage monitor, when it asks, then it shows a number, sees nothing before the operator admits it, and later comes back by its key', async () => {
    const { place } = await hostedEvent();
    const operator = await openConsole(place);
    const waiting = await askAsPrompter(place);
    expect(waiting.number).toMatch(/^\d{4}$/);
    expect(waiting.client.all('view')).toEqual([]);
    await waiting.client.close();
    await operator.client.seen(({ requests }) => requests.length === 0);

    const { client, key } = await openPrompter(place, operator);
    await client.close();
    const back = await connect<'prompter'>(place.origin);
    const { challenge, eventId } = await back.hello('prompter', { publicKey: key.publicKey });
    expect(await back.next('admission')).toMatchObject({ state: 'prove' });
    back.say(proveMessage(key, { challenge, eventId }));
    expect(await back.next('admitted')).toMatchObject({ role: 'prompter' });
  });

  test('given an admitted prompter, when the operator dismisses it, then it is cut off and its key opens nothing', async () => {
    const { place } = await hostedEvent();
    const operator = await openConsole(place);
    const { client, key } = await openPrompter(place, operator);
    const { screens } = await operator.client.seen((view) =>
      view.screens.some(({ role }) => role === 'prompter'),
    );
    await operator.must({ kind: 'DismissScreen', screen: screens[0]?.id ?? '' });
    await client.until(() => client.closed ?? undefined);
    const back = await connect<'prompter'>(place.origin);
    await back.hello('prompter', { publicKey: key.publicKey });
    expect(await back.next('admission')).toMatchObject({ state: 'pair' });
  });
});

describe('silence', () => {
  test('given a device that stops answering, when 6 s have passed, then the host cuts it off and the console shows it offline', {
    timeout: 60_000,
  }, async () => {
    const { place } = await hostedEvent();
    const operator = await openConsole(place);
    const { client } = await openPanel(place, 'A1', { answersPings: false });
    await operator.client.seen(({ seats }) => seats[0]?.connection === 'online');
    await operator.client.seen(({ seats }) => seats[0]?.connection === 'offline');
    await client.until(() => client.closed ?? undefined);
    expect(operator.client.closed).toBeNull();
  });
});
