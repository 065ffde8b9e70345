import { expect, test } from 'vitest';
import { isLoopback } from './peer-address.ts';

test('given the far end of a socket, when it is this machine, then it may be the console; no address of the LAN may', () => {
  expect(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'].map(isLoopback)).not.toContain(false);
  expect(
    ['192.168.1.127', '10.0.0.1', '::ffff:192.168.1.127', 'fe80::1', '1.127.0.0', '', '::'].map(isLoopback),
  ).not.toContain(true);
});
