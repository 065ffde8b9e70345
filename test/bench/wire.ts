import { once } from 'node:events';
import type { Socket } from 'node:net';
import { WebSocket } from 'ws';

const LONGEST_PING = 120;

/** A bare WebSocket client that counts: as little work as a client can do, so that the server is what is measured. */
export type Wire = {
  readonly socket: WebSocket;
  /** Bytes received so far, HTTP and frames included. */
  readonly bytes: () => number;
  /** Called with each text frame, as bytes. */
  onFrame: (data: Buffer) => void;
};

export function openWire(port: number, path = '/socket'): Wire {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { perMessageDeflate: false });
  let tcp: Socket | null = null;
  const wire: Wire = { socket, bytes: () => tcp?.bytesRead ?? 0, onFrame: () => undefined };
  socket.on('upgrade', (response) => {
    tcp = response.socket;
  });
  socket.on('message', (data: Buffer) => {
    // A page that is silent for 6 s is taken for lost.
    if (data.length < LONGEST_PING && kindOf(data) === 'ping') answerPing(socket, data);
    wire.onFrame(data);
  });
  return wire;
}

function answerPing(socket: WebSocket, data: Buffer): void {
  const { id } = JSON.parse(data.toString()) as { readonly id: number };
  socket.send(JSON.stringify({ kind: 'pong', id, version: 0 }));
}

export async function openWires(port: number, count: number): Promise<readonly Wire[]> {
  const wires = Array.from({ length: count }, () => openWire(port));
  await Promise.all(wires.map(({ socket }) => once(socket, 'open')));
  return wires;
}

export async function closeWires(wires: readonly Wire[]): Promise<void> {
  await Promise.all(
    wires.map(async ({ socket }) => {
      if (socket.readyState === WebSocket.CLOSED) return;
      const closed = once(socket, 'close');
      socket.close();
      await closed;
    }),
  );
}

/** What a frame of the host is, from its first bytes: `{"kind":"view"…`. */
export function kindOf(data: Buffer): string {
  const start = data.toString('latin1', 9, 40);
  return start.slice(0, start.indexOf('"'));
}

/** Resolves with the instant at which `count` frames had come that `isAwaited`. `what` names them in a failure. */
export function awaitFrames(
  what: string,
  wires: readonly Wire[],
  count: number,
  isAwaited: (data: Buffer, wire: Wire) => boolean,
  timeoutMs = 30_000,
): Promise<number> {
  return new Promise((resolve, reject) => {
    let left = count;
    const timer = setTimeout(
      () => reject(new Error(`${left} of ${count} ${what} are missing after ${timeoutMs} ms`)),
      timeoutMs,
    );
    for (const wire of wires)
      wire.onFrame = (data) => {
        if (!isAwaited(data, wire)) return;
        left -= 1;
        if (left > 0) return;
        clearTimeout(timer);
        resolve(performance.now());
      };
  });
}
