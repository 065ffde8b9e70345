import { expect, test } from 'vitest';
import { takePort } from './take-port.ts';

/** A system that gives no port below this one, and refuses with this code. */
function gives(first: number, code: string) {
  return async (port: number): Promise<number> => {
    if (port < first) throw Object.assign(new Error(`listen ${code}`), { code, syscall: 'listen' });
    return port;
  };
}

test('given a low port, when the system forbids it, then it isn’t called taken, no other one is tried, and the first that works is named', async () => {
  for (const isBound of [true, false])
    expect(await takePort({ port: 80, isBound }, gives(81, 'EACCES'))).toMatchObject({
      ok: false,
      error: { code: 'port-forbidden', port: 80, firstAllowed: expect.any(Number) },
    });
});

test('given a port that the system keeps for itself, when nobody knows the event by it, then the next one is taken; else it stops', async () => {
  const start = gives(50_002, 'EACCES');
  expect(await takePort({ port: 50_000, isBound: false }, start)).toMatchObject({
    ok: true,
    value: { server: 50_002, note: '50000' },
  });
  expect(await takePort({ port: 50_000, isBound: true }, start)).toMatchObject({
    ok: false,
    error: { code: 'port-forbidden', port: 50_000 },
  });
});

test('given any other refusal, then it is thrown on', async () => {
  await expect(takePort({ port: 50_000, isBound: false }, gives(50_001, 'EADDRNOTAVAIL'))).rejects.toThrow(
    'EADDRNOTAVAIL',
  );
});
