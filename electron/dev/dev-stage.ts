import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { unreachable } from '../../shared/kernel/unreachable.ts';
import { networkCards } from '../host/lan/network-cards.ts';
import { HallNetwork } from './hall-network.ts';
import { HostClock } from './host-clock.ts';

const usualPort = 4180;
const dayMs = 24 * 3_600_000;

const orderSchema = z.strictObject({
  act: z.enum(['cut', 'drop', 'delay', 'forward', 'sleep', 'wall']),
  whose: z.string().min(1).max(32),
  ms: z.int().min(-dayMs).max(dayMs),
});
type Order = z.infer<typeof orderSchema>;

export type DevStage = {
  /** The page that cuts the network and moves time. */
  readonly panel: string;
  /** With these a host serves this stage; user's own options come after them. */
  readonly hostArguments: readonly string[];
  readonly environment: () => { readonly [name: string]: string };
  readonly stop: () => Promise<void>;
};

type StageOptions = { readonly address?: string; readonly port?: number };

/**
 * What `npm run dev` has around its host: a network in front of it and clocks that can be moved, with a page for
 * both on this machine alone. The host takes part by its usual options and a preloaded file; it knows nothing of it.
 */
export async function openDevStage({
  address = networkCards(networkInterfaces())[0]?.address ?? '127.0.0.2',
  port = usualPort,
}: StageOptions = {}): Promise<DevStage> {
  const network = new HallNetwork();
  const clock = new HostClock();
  const [taken] = await Promise.all([startAtFreePort(network, address, port), clock.start()]);
  const origin = `http://${address}:${taken}`;
  const page = await servePanel({
    state: () => ({ origin, network: network.state, clock: clock.state }),
    act: (order) => carryOut(order, network, clock),
  });
  return {
    panel: `http://127.0.0.1:${(page.address() as AddressInfo).port}/`,
    hostArguments: ['--bind', '127.0.0.1', '--address', address, '--port', String(taken)],
    environment: () => clock.environment(),
    stop: async () => {
      page.closeAllConnections();
      page.close();
      await Promise.all([network.stop(), clock.stop()]);
    },
  };
}

async function startAtFreePort(network: HallNetwork, address: string, port: number): Promise<number> {
  try {
    return await network.start(address, port);
  } catch {
    return network.start(address, 0);
  }
}

function carryOut({ act, whose, ms }: Order, network: HallNetwork, clock: HostClock): void {
  switch (act) {
    case 'cut':
      return network.cut(whose, ms);
    case 'drop':
      return network.drop(whose, ms);
    case 'delay':
      return network.delay(whose, ms);
    case 'forward':
      return clock.forward(Math.max(0, ms));
    case 'sleep':
      return clock.sleep(Math.max(0, ms));
    case 'wall':
      return clock.setWall(ms);
    default:
      return unreachable(act);
  }
}

type Panel = { readonly state: () => unknown; readonly act: (order: Order) => void };

const files: { readonly [path: string]: readonly [file: string, type: string] } = {
  '/': ['panel.html', 'text/html; charset=utf-8'],
  '/panel.js': ['panel.js', 'text/javascript'],
};

/** On loopback only, and only for its own page: another site's script can't order anything here. */
async function servePanel({ state, act }: Panel): Promise<Server> {
  const server = createServer(async (request, response) => {
    const { port } = server.address() as AddressInfo;
    const own = `127.0.0.1:${port}`;
    const isOwn =
      request.headers.host === own && [undefined, `http://${own}`].includes(request.headers.origin);
    const file = files[request.url ?? ''];
    if (isOwn && request.method === 'GET' && file)
      return response
        .setHeader('content-type', file[1])
        .end(readFileSync(join(import.meta.dirname, file[0])));
    if (isOwn && request.method === 'GET' && request.url === '/state')
      return response.setHeader('content-type', 'application/json').end(JSON.stringify(state()));
    const order =
      isOwn && request.method === 'POST' && request.url === '/act' ? await readOrder(request) : null;
    if (order) act(order);
    response.statusCode = order ? 204 : 400;
    return response.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

async function readOrder(request: IncomingMessage): Promise<Order | null> {
  let text = '';
  for await (const piece of request) {
    text += String(piece);
    if (text.length > 1_000) return null;
  }
  try {
    return orderSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
