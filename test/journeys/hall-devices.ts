import { Server } from 'node:http';
import { hallName } from '../browser/hall-name.ts';

/**
 * Loaded into the host before its program: whoever came by the name of the hall stands for a machine of its own,
 * though the browser runs on the host's. The console, which comes by loopback's address, stays on it.
 */
const address = '192.0.2.10';
const emit = Server.prototype.emit;

Server.prototype.emit = function (this: Server, event: string | symbol, ...args: unknown[]): boolean {
  const [request] = args as readonly { headers?: { host?: string }; socket?: object }[];
  if (request?.socket && request.headers?.host?.startsWith(`${hallName}:`))
    Object.defineProperty(request.socket, 'remoteAddress', { value: address, configurable: true });
  return Reflect.apply(emit, this, [event, ...args]) as boolean;
};
