import { expect, test } from 'vitest';
import { isLoopback, isThisMachine } from './peer-address.ts';

test('given the far end of a socket, when it is this machine, then it may be the console; no address of the LAN may', () => {
  expect(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'].map(isLoopback)).not.toContain(false);
  expect(
    ['192.168.1.127', '10.0.0.1', '::ffff:192.168.1.127', 'fe80::1', '1.127.0.0', '', '::'].map(isLoopback),
  ).not.toContain(true);
});

test('SAME-1: given the machine’s own network cards, when a peer has one of their addresses, then it is this machine', () => {
  const card = (address: string, family: 'IPv4' | 'IPv6') =>
    ({ address, family, netmask: '', mac: '', internal: false, cidr: null, scopeid: 0 }) as const;
  const cards = { wifi: [card('192.168.1.20', 'IPv4'), card('fe80::1a', 'IPv6')] };
  const isHere = (address: string) => isThisMachine(address, cards);
  expect(
    ['127.0.0.1', '::1', '192.168.1.20', '::ffff:192.168.1.20', 'fe80::1a%wifi'].map(isHere),
  ).not.toContain(false);
  expect(['192.168.1.2', '192.168.1.201', 'fe80::1b', ''].map(isHere)).not.toContain(true);
});
