import { once } from 'node:events';
import { type WebSocket, WebSocketServer } from 'ws';
import type { ClientMessage } from '../../shared/protocol/client-message.ts';
import type { HostMessage } from '../../shared/protocol/host-message.ts';
import { protocolVersion } from '../../shared/protocol/version.ts';

/** One page's connection, as the host sees it. */
export type Peer = {
  readonly heard: readonly ClientMessage[];
  readonly say: (message: HostMessage) => void;
  /** Breaks the connection without a goodbye. */
  readonly cut: () => void;
};

export type ContractHost = {
  readonly origin: string;
  readonly port: number;
  readonly peers: readonly Peer[];
  readonly stop: () => Promise<void>;
};

type Speech = (peer: Peer, message: ClientMessage) => void;

/** A real WebSocket server on loopback that says only what a test tells it to. */
export async function startContractHost(answer: Speech, port = 0): Promise<ContractHost> {
  const server = new WebSocketServer({ host: '127.0.0.1', port, path: '/socket', perMessageDeflate: false });
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const peers: Peer[] = [];
  server.on('connection', (socket: WebSocket) => {
    const heard: ClientMessage[] = [];
    const peer: Peer = {
      heard,
      say: (message) => socket.send(JSON.stringify(message)),
      cut: () => socket.terminate(),
    };
    peers.push(peer);
    socket.on('message', (bytes) => {
      const message: ClientMessage = JSON.parse(String(bytes));
      heard.push(message);
      answer(peer, message);
    });
  });
  return {
    origin: `http://127.0.0.1:${address.port}`,
    port: address.port,
    peers,
    async stop() {
      for (const socket of server.clients) socket.terminate();
      server.close();
      await once(server, 'close');
    },
  };
}

export function welcome(change: Partial<Extract<HostMessage, { kind: 'welcome' }>> = {}): HostMessage {
  return {
    kind: 'welcome',
    protocol: protocolVersion,
    challenge: 'c'.repeat(32),
    eventId: 'event-1',
    origins: [],
    at: 1_000_000,
    ...change,
  };
}

export function admission(state: Extract<HostMessage, { kind: 'admission' }>['state']): HostMessage {
  return { kind: 'admission', state, number: null, retryAfterMs: null, refusal: null };
}

export function admitted(seat: string | null = null): HostMessage {
  return { kind: 'admitted', role: 'panel', seat, device: 1, screen: null };
}
