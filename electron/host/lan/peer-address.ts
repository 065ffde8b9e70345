import type { IncomingMessage } from 'node:http';
import { networkInterfaces } from 'node:os';

/** Whether an address of a socket's far end is this very machine. */
export function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.');
}

/** The address of whoever asks, without the IPv6 prefix that dual-stack sockets put before IPv4. */
export function peerAddress({ socket }: Pick<IncomingMessage, 'socket'>): string {
  return (socket.remoteAddress ?? '').replace(/^::ffff:/, '');
}

/** Whether an address of a socket's far end is loopback or belongs to one of this machine's own network cards. */
export function isThisMachine(address: string, interfaces = networkInterfaces()): boolean {
  const bare = (text: string) => text.replace(/^::ffff:/, '').replace(/%.*$/, '');
  const own = Object.values(interfaces).flatMap((cards) => (cards ?? []).map((card) => bare(card.address)));
  return isLoopback(address) || own.includes(bare(address));
}
