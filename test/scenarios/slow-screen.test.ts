import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { Channel, viewFrame } from '../../electron/host/lan/channel.ts';

/** Both ends of a real connection, the host's in a channel. */
async function connected() {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
  await once(server, 'listening');
  const arrived = once(server, 'connection');
  const screen = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const received: string[] = [];
  screen.on('message', (data) => received.push(String(data)));
  const [[socket, request]] = await Promise.all([arrived, once(screen, 'open')]);
  const channel = new Channel(socket, request.socket);
  onTestFinished(() => {
    channel.stop();
    screen.terminate();
    server.close();
  });
  return { channel, screen, socket: socket as WebSocket, received };
}

const filling = 'x'.repeat(60_000);

function send(channel: Channel, n: number, names: readonly string[]): void {
  const version = JSON.stringify({ start: 1, n });
  const sections = new Map(names.map((name) => [name, JSON.stringify(`${name}${n} ${filling}`)]));
  channel.sendView(version, sections, viewFrame(version, sections));
}

describe('a screen that stops reading', () => {
  test('given hundreds of changes meanwhile, when it reads again, then it gets the newest of each section in one message', {
    timeout: 60_000,
  }, async () => {
    const { channel, screen, socket, received } = await connected();
    screen.pause();
    let mostBuffered = 0;
    for (let n = 1; n <= 300; n += 1) {
      send(channel, n, n % 10 === 0 ? ['a', 'b'] : ['a']);
      mostBuffered = Math.max(mostBuffered, socket.bufferedAmount);
      if (n % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    }
    expect(socket.readyState).toBe(WebSocket.OPEN);
    expect(mostBuffered).toBeLessThan(256 * 1024);

    screen.resume();
    const isNewest = () => received.some((text) => text.includes('"a300 '));
    const until = performance.now() + 30_000;
    while (!isNewest() && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 20));

    expect(isNewest()).toBe(true);
    expect(received.length).toBeLessThan(300);
    const last = JSON.parse(received.at(-1) ?? '');
    expect(last.version).toEqual({ start: 1, n: 300 });
    expect([last.sections.a.slice(0, 5), last.sections.b.slice(0, 5)]).toEqual(['a300 ', 'b300 ']);
    const order = received.map((text) => JSON.parse(text).version.n);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  test('given answers that may not be dropped, when more than 256 KiB wait, then it is cut off', {
    timeout: 60_000,
  }, async () => {
    const { channel, screen, socket } = await connected();
    screen.pause();
    const closed = once(socket, 'close');
    let most = 0;
    for (let n = 0; n < 2_000 && socket.readyState === WebSocket.OPEN; n += 1) {
      channel.send(filling);
      most = Math.max(most, socket.bufferedAmount);
      if (n % 4 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    await closed;
    expect(socket.readyState).toBe(WebSocket.CLOSED);
    expect(most).toBeLessThan(512 * 1024);
  });
});
