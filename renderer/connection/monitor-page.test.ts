import { afterEach, expect, test, vi } from 'vitest';
import { verifySignature } from '../../electron/host/log/ed25519.ts';
import { proofText } from '../../shared/protocol/device-proof.ts';
import {
  coSignText,
  declineText,
  objectText,
  secondText,
  withdrawText,
} from '../../shared/protocol/monitor-signature.ts';
import {
  admission,
  type ContractHost,
  type Peer,
  startContractHost,
  welcome,
} from '../../test/builders/contract-host.ts';
import { memoryStorage } from './memory-storage.ts';
import { openMonitorPage } from './monitor-page.ts';
import { pinsInMemory } from './pin-memory.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const screen = 'monitor-4071-0a1b2c3d';
type Heard = Peer['heard'][number];
type Sent<Kind extends Heard['kind']> = Extract<Heard, { kind: Kind }>;

/** A monitor's page at a host that lets it in; `answers` says whether orders are answered. */
async function monitorAt(answers: () => boolean) {
  const host: ContractHost = await startContractHost((peer, message) => {
    if (message.kind === 'hello') {
      peer.say(welcome());
      peer.say(admission(message.publicKey ? 'prove' : 'pair'));
    }
    if (message.kind === 'ask-admission' || message.kind === 'prove')
      peer.say({ kind: 'admitted', role: 'monitor', seat: null, device: null, screen });
    if (message.kind === 'monitor-command' && answers())
      peer.say({ kind: 'command-outcome', n: message.n, outcome: { kind: 'accepted', entry: message.n } });
  });
  const page = await openMonitorPage({
    origin: host.origin,
    storage: memoryStorage(),
    timing: { silenceMs: 2_000, connectMs: 500, backOffMs: [10] },
  });
  closing.push(page.close, host.stop);
  const all = <Kind extends Heard['kind']>(kind: Kind) =>
    host.peers.flatMap(({ heard }) => heard.filter((each): each is Sent<Kind> => each.kind === kind));
  await vi.waitFor(() => expect(page.store.getState().admission?.kind).toBe('admitted'));
  // The page is told first; its key is at hand a moment later.
  await new Promise((resolve) => setTimeout(resolve, 20));
  return { host, page, all };
}

test('given an unknown key, when the page is opened, then it asks to be let in with a signature of its own key', async () => {
  const { all } = await monitorAt(() => true);
  const [asked] = all('ask-admission');
  if (!asked) throw new Error('nothing asked');
  const { publicKey, signature } = asked;
  expect(verifySignature(publicKey, proofText('c'.repeat(32), 'event-1', publicKey), signature)).toBe(true);
});

test('given what the person was shown, when it is signed, then the text names this event, this device and exactly that', async () => {
  const { page, all } = await monitorAt(() => true);
  const key = all('ask-admission')[0]?.publicKey ?? '';
  const figures = 'f'.repeat(64);
  expect(await page.orders.coSign({ count: 3, figures })).toEqual({ kind: 'accepted', entry: 1 });
  const act = 'a'.repeat(64);
  await page.orders.second({ id: 5, actHash: act, reason: '打错' });
  await page.orders.decline({ id: 5, actHash: act, reason: '打错' });
  await page.orders.object({ count: 3, figures }, '第 3 席离席');
  await page.orders.withdrawObjection(3, '第 3 席离席', '已核对');
  const sent = all('monitor-command').map(({ command }) => command);
  const [coSign, second, decline, object, withdraw] = sent;
  const by = { event: 'event-1', screen };
  expect(coSign).toMatchObject({ kind: 'CoSignCount', signed: coSignText({ ...by, count: 3, figures }) });
  expect(second).toMatchObject({
    kind: 'SecondAct',
    proposal: 5,
    signed: secondText({ ...by, proposal: 5, act, reason: '打错' }),
  });
  expect(decline).toMatchObject({
    kind: 'DeclineAct',
    signed: declineText({ ...by, proposal: 5, act, reason: '打错' }),
  });
  // RESULT-15
  expect(object).toMatchObject({
    kind: 'ObjectToCount',
    signed: objectText({ ...by, count: 3, figures, reason: '第 3 席离席' }),
  });
  expect(withdraw).toMatchObject({
    kind: 'WithdrawObjection',
    signed: withdrawText({ ...by, count: 3, objection: '第 3 席离席', reason: '已核对' }),
  });
  expect(sent).toHaveLength(5);
  for (const command of sent) {
    if (!('signed' in command)) throw new Error('not signed');
    expect(verifySignature(key, command.signed, command.signature)).toBe(true);
  }
});

test('given a cut before the answer, when the page is let in again, then the same order is sent under the same page and number', async () => {
  let answers = false;
  const { host, page, all } = await monitorAt(() => answers);
  const outcome = page.orders.object({ count: 1, figures: 'f'.repeat(64) }, '第 3 席离席');
  await vi.waitFor(() => expect(all('monitor-command')).toHaveLength(1));
  answers = true;
  host.peers.at(-1)?.cut();
  expect(await outcome).toEqual({ kind: 'accepted', entry: 1 });
  const [first, again] = all('monitor-command');
  expect(again).toEqual(first);
  expect(all('prove')).toHaveLength(1);
});

test('SAME-3: given the host’s own machine, then the page asks for a PIN before it comes in and before each signature, and keeps no key', async () => {
  const host = await startContractHost((peer, message) => {
    if (message.kind === 'hello') {
      peer.say(welcome({ isSameMachine: true }));
      peer.say(admission(message.publicKey ? 'prove' : 'pair'));
    }
    if (message.kind === 'ask-admission' || message.kind === 'prove')
      peer.say({ kind: 'admitted', role: 'monitor', seat: null, device: null, screen });
    if (message.kind === 'monitor-command')
      peer.say({ kind: 'command-outcome', n: message.n, outcome: { kind: 'accepted', entry: 1 } });
  });
  const storage = memoryStorage();
  const page = await openMonitorPage({
    origin: host.origin,
    storage,
    pinMemory: pinsInMemory(),
    timing: { silenceMs: 4_000, connectMs: 500, backOffMs: [10] },
  });
  closing.push(page.close, host.stop);
  const heard = () => host.peers.flatMap((peer) => peer.heard);
  const isAsked = (kind: 'choose' | 'enter', purpose: 'come-in' | 'sign') =>
    vi.waitFor(() => expect(page.pins.store.getState().question).toMatchObject({ kind, purpose }));
  await isAsked('choose', 'come-in');
  expect(page.pins.store.getState().isSameMachine).toBe(true);
  expect(heard().map(({ kind }) => kind)).toEqual(['hello']);
  page.pins.answer('246810', '246810');
  await vi.waitFor(() => expect(page.store.getState().admission?.kind).toBe('admitted'));
  const asked = heard().find((message): message is Sent<'ask-admission'> => message.kind === 'ask-admission');
  const key = asked?.publicKey ?? '';
  expect(await storage.readLatest()).toBeNull();

  const figures = 'f'.repeat(64);
  const given = page.orders.object({ count: 1, figures }, 'seat 3 was away');
  await isAsked('enter', 'sign');
  page.pins.giveUp();
  expect(await given).toMatchObject({ kind: 'refused', refusal: { code: 'no-pin' } });
  expect(heard().some(({ kind }) => kind === 'monitor-command')).toBe(false);

  const signed = page.orders.coSign({ count: 1, figures });
  await isAsked('enter', 'sign');
  page.pins.answer('246811', '');
  expect(page.pins.store.getState().fault).toBe('wrong');
  page.pins.answer('246810', '');
  expect(await signed).toEqual({ kind: 'accepted', entry: 1 });
  const order = heard().find(
    (message): message is Sent<'monitor-command'> => message.kind === 'monitor-command',
  );
  const { command } = order ?? {};
  if (!command || !('signed' in command)) throw new Error('not signed');
  expect(verifySignature(key, command.signed, command.signature)).toBe(true);

  host.peers.at(-1)?.cut();
  await isAsked('enter', 'come-in');
  expect(page.pins.store.getState().question?.mayChooseAnew).toBe(false);
  page.pins.answer('246810', '');
  await vi.waitFor(() => expect(heard().at(-1)?.kind).toBe('prove'));
});
