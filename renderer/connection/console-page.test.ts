import { afterEach, expect, test, vi } from 'vitest';
import { admitted, type Peer, startContractHost, welcome } from '../../test/builders/contract-host.ts';
import { openConsolePage } from './console-page.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function consoleAt(answer: (peer: Peer, message: Peer['heard'][number]) => void) {
  const host = await startContractHost((peer, message) => {
    if (message.kind === 'hello') {
      peer.say(welcome());
      peer.say(admitted());
    }
    answer(peer, message);
  });
  const page = openConsolePage({
    token: 't',
    origin: host.origin,
    timing: { silenceMs: 2_000, connectMs: 500, backOffMs: [10] },
  });
  closing.push(page.close, host.stop);
  return { host, ...page };
}

test('given an order, its outcome is the host’s answer to it', async () => {
  const { sendCommand } = await consoleAt((peer, message) => {
    if (message.kind !== 'command') return;
    peer.say({ kind: 'command-outcome', n: message.n, outcome: { kind: 'accepted', entry: 10 + message.n } });
  });
  const outcomes = await Promise.all([
    sendCommand({ kind: 'PauseTimer' }),
    sendCommand({ kind: 'RingBell' }),
  ]);
  expect(outcomes).toEqual([
    { kind: 'accepted', entry: 11 },
    { kind: 'accepted', entry: 12 },
  ]);
});

test('given a cut before the answer, the same page and number are sent again until it comes', async () => {
  const orders: unknown[] = [];
  const { host, sendCommand } = await consoleAt((peer, message) => {
    if (message.kind !== 'command') return;
    orders.push(message);
    if (orders.length < 3) peer.cut();
    else peer.say({ kind: 'command-outcome', n: message.n, outcome: { kind: 'accepted', entry: 4 } });
  });
  await expect(sendCommand({ kind: 'PauseTimer' })).resolves.toEqual({ kind: 'accepted', entry: 4 });
  expect(host.peers.length).toBe(3);
  expect(orders[1]).toEqual(orders[0]);
  expect(orders[2]).toEqual(orders[0]);
});

test('given answered orders, a reconnect repeats none of them', async () => {
  const { host, store, sendCommand } = await consoleAt((peer, message) => {
    if (message.kind !== 'command') return;
    peer.say({ kind: 'command-outcome', n: message.n, outcome: { kind: 'accepted', entry: 1 } });
  });
  await sendCommand({ kind: 'PauseTimer' });
  host.peers[0]?.cut();
  await vi.waitFor(() => expect(host.peers).toHaveLength(2));
  await vi.waitFor(() => expect(store.getState().link.kind).toBe('online'));
  await sendCommand({ kind: 'RingBell' });
  expect(host.peers[1]?.heard.map(({ kind }) => kind)).toEqual(['hello', 'command']);
});
