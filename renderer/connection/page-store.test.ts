import { afterEach, describe, expect, test, vi } from 'vitest';
import { protocolVersion } from '../../shared/protocol/version.ts';
import {
  admission,
  type ContractHost,
  type Peer,
  startContractHost,
  welcome,
} from '../../test/builders/contract-host.ts';
import type { LinkTiming } from './host-link.ts';
import type { OriginMemory } from './known-origins.ts';
import { hostNow, type OpenOptions, openPageConnection } from './page-store.ts';

const quick: LinkTiming = { silenceMs: 400, connectMs: 300, backOffMs: [10, 30] };

function memory(): OriginMemory & { kept: readonly string[] } {
  const self = {
    kept: [] as readonly string[],
    read: () => self.kept,
    keep: (origins: readonly string[]) => {
      self.kept = origins;
    },
  };
  return self;
}

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function host(
  answer: (peer: Peer, message: Peer['heard'][number]) => void,
  port?: number,
): Promise<ContractHost> {
  const started = await startContractHost(answer, port);
  closing.push(started.stop);
  return started;
}

function openProjector(origin: string, options: Partial<OpenOptions> = {}) {
  const { store, connection } = openPageConnection('projector', {
    origin,
    origins: memory(),
    timing: quick,
    ...options,
  });
  closing.push(connection.close);
  return store;
}

const wall = (version: { start: number; n: number }, sections: { readonly [name: string]: unknown }) =>
  ({ kind: 'view', version, sections }) as const;

const greet = (peer: Peer, message: Peer['heard'][number]) => {
  if (message.kind === 'hello') peer.say(welcome());
};

describe('a page’s connection', () => {
  test('given a host, the page says hello as its role and is online once welcomed', async () => {
    const started = await host(greet);
    const store = openProjector(started.origin);
    expect(store.getState().link).toEqual({ kind: 'connecting' });
    await vi.waitFor(() => expect(store.getState().link).toEqual({ kind: 'online' }));
    expect(started.peers[0]?.heard).toEqual([
      { kind: 'hello', protocol: protocolVersion, role: 'projector' },
    ]);
    expect(store.getState().eventId).toBe('event-1');
  });

  test('given a message with two sections, both change in one step and others stay', async () => {
    const started = await host((peer, message) => {
      greet(peer, message);
      peer.say(wall({ start: 1, n: 1 }, { bell: 0, curtain: 'open', counts: null }));
      peer.say(wall({ start: 1, n: 2 }, { bell: 1, curtain: 'black' }));
    });
    const store = openProjector(started.origin);
    const seen: unknown[] = [];
    store.subscribe(({ view }) => seen.push(view));
    await vi.waitFor(() => expect(store.getState().version).toEqual({ start: 1, n: 2 }));
    expect(store.getState().view).toEqual({ bell: 1, curtain: 'black', counts: null });
    expect(seen).not.toContainEqual(expect.objectContaining({ bell: 1, curtain: 'open' }));
  });

  test('given an older version or another start on one socket, it is dropped', async () => {
    const started = await host((peer, message) => {
      greet(peer, message);
      peer.say(wall({ start: 1, n: 5 }, { bell: 5 }));
      peer.say(wall({ start: 1, n: 4 }, { bell: 4 }));
      peer.say(wall({ start: 9, n: 9 }, { bell: 9 }));
      peer.say(wall({ start: 1, n: 5 }, { curtain: 'open' }));
    });
    const store = openProjector(started.origin);
    await vi.waitFor(() => expect(store.getState().view.curtain).toBe('open'));
    expect(store.getState().view.bell).toBe(5);
  });

  test('given a restarted host, its first view replaces the whole old one though its count is lower', async () => {
    let start = 1;
    const started = await host((peer, message) => {
      greet(peer, message);
      peer.say(
        start === 1 ? wall({ start, n: 80 }, { bell: 7, counts: null }) : wall({ start, n: 1 }, { bell: 0 }),
      );
    });
    const store = openProjector(started.origin);
    await vi.waitFor(() => expect(store.getState().view.bell).toBe(7));
    start = 2;
    started.peers[0]?.cut();
    await vi.waitFor(() => expect(store.getState().version).toEqual({ start: 2, n: 1 }));
    expect(store.getState().view).toEqual({ bell: 0 });
  });

  test('given a cut, the page keeps its picture, says since when it is lost, and comes back by itself', async () => {
    let isUp = true;
    const started = await host((peer, message) => {
      if (!isUp) return;
      greet(peer, message);
      peer.say(wall({ start: 1, n: 1 }, { bell: 3 }));
    });
    const store = openProjector(started.origin);
    await vi.waitFor(() => expect(store.getState().view.bell).toBe(3));
    isUp = false;
    started.peers[0]?.cut();
    await vi.waitFor(() => expect(store.getState().link.kind).toBe('lost'));
    const { link, view } = store.getState();
    expect(link.kind === 'lost' && performance.now() - link.sinceMs).toBeLessThan(1_000);
    expect(view.bell).toBe(3);
    isUp = true;
    await vi.waitFor(() => expect(store.getState().link.kind).toBe('online'), 3_000);
  });

  test('given a host that falls silent with its socket open, the page notices and tries again', async () => {
    const started = await host(greet);
    const store = openProjector(started.origin);
    // The page comes back within moments, so each state is noted as it passes.
    const passed: string[] = [];
    store.subscribe(({ link }) => passed.push(link.kind));
    await vi.waitFor(() => expect(passed).toContain('online'), 10_000);
    await vi.waitFor(() => expect(passed).toContain('lost'), 10_000);
    await vi.waitFor(() => expect(started.peers.length).toBeGreaterThan(1), 10_000);
  });

  test('given a dead origin, the page comes back over another one that the host told of', async () => {
    const second = await host(greet);
    const first = await host((peer, message) => {
      if (message.kind === 'hello') peer.say(welcome({ origins: [second.origin] }));
    });
    const origins = memory();
    const store = openProjector(first.origin, { origins });
    await vi.waitFor(() => expect(store.getState().link.kind).toBe('online'));
    expect(origins.kept).toEqual([second.origin]);
    await first.stop();
    closing.splice(closing.indexOf(first.stop), 1);
    await vi.waitFor(() => expect(second.peers.length).toBe(1), 3_000);
  });

  test('given a token, the page never takes it to another origin', async () => {
    const other = await host(greet);
    const own = await host((peer, message) => {
      if (message.kind === 'hello') peer.say(welcome({ origins: [other.origin] }));
    });
    const origins = memory();
    origins.keep([other.origin]);
    const store = openProjector(own.origin, { token: 'secret', origins });
    await vi.waitFor(() => expect(store.getState().link.kind).toBe('online'));
    expect(own.peers[0]?.heard[0]).toMatchObject({ token: 'secret' });
    await own.stop();
    closing.splice(closing.indexOf(own.stop), 1);
    await vi.waitFor(() => expect(store.getState().link.kind).toBe('lost'));
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(other.peers).toEqual([]);
  });

  test('given pings, the page answers each with the newest version it has drawn and learns the host’s clock', async () => {
    const ahead = 50_000;
    const started = await host((peer, message) => {
      greet(peer, message);
      if (message.kind !== 'hello') return;
      peer.say(wall({ start: 1, n: 6 }, { bell: 0 }));
      peer.say({ kind: 'ping', id: 1, at: performance.now() + ahead, roundTripMs: null });
      peer.say({ kind: 'ping', id: 2, at: performance.now() + ahead, roundTripMs: 0.4 });
    });
    const store = openProjector(started.origin);
    await vi.waitFor(() => expect(started.peers[0]?.heard).toHaveLength(3));
    expect(started.peers[0]?.heard.slice(1)).toEqual([
      { kind: 'pong', id: 1, version: 6 },
      { kind: 'pong', id: 2, version: 6 },
    ]);
    const error = hostNow(store.getState()) - (performance.now() + ahead);
    expect(Math.abs(error)).toBeLessThan(100);
  });

  test('given a refused message, the page holds the host’s reason', async () => {
    const refusal = { code: 'bad-message', path: 'role', params: {} };
    const started = await host((peer, message) => {
      greet(peer, message);
      peer.say({ kind: 'refused', refusal });
    });
    const store = openProjector(started.origin);
    await vi.waitFor(() => expect(store.getState().lastRefusal).toEqual(refusal));
  });

  test('given an admission question, the page holds it', async () => {
    const started = await host((peer, message) => {
      greet(peer, message);
      peer.say(admission('pair'));
    });
    const store = openProjector(started.origin);
    await vi.waitFor(() => expect(store.getState().admission).toEqual(admission('pair')));
  });
});
