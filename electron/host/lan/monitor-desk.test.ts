import { expect, test } from 'vitest';
import { logPosition } from '../../../shared/kernel/brand.ts';
import { aDefinition, aScheme } from '../../../test/builders/definition.ts';
import { admitMonitor, count, monitor, next, pair, turn } from '../../../test/builders/orders.ts';
import { given } from '../../../test/builders/scenario.ts';
import type { AuthorityPort, Order } from '../authority.ts';
import { OrderLine } from '../order-line.ts';
import { MonitorDesk } from './monitor-desk.ts';

const seats = ['A1', 'A2', 'B1'];

/** The rules alone, without a file. */
function rulesOnly() {
  let run = given(
    aDefinition({ scheme: aScheme({ isMonitorRequired: true }) }),
    admitMonitor,
    ...seats.map((seat) => pair(seat)),
    next,
    ...turn('u1', seats),
    count('u2'),
  );
  const authority: AuthorityPort = {
    get state() {
      return run.state;
    },
    disk: { kind: 'ok' },
    head: { n: logPosition(0), hash: '' },
    submit: async ({ command, by }: Order) => {
      const { decision } = run.when(command, by);
      if (!decision.ok) return { kind: 'rejected', rejection: decision.error };
      run = run.and(command);
      return { kind: 'accepted', recorded: [] };
    },
    retryDisk: async () => true,
    stop: async () => undefined,
  };
  return authority;
}

test('RESULT-9: given a proposal that still waits for its turn, when a device seconds it with a signature that nobody could check, then it doesn’t happen', async () => {
  const authority = rulesOnly();
  const line = new OrderLine(authority);
  const desk = new MonitorDesk(line);
  const operator = { role: 'operator' } as const;
  let checked: (isTrue: boolean) => void = () => undefined;
  const check = new Promise<boolean>((resolve) => {
    checked = resolve;
  });
  const before = line.submitIf(check, { command: { kind: 'RingBell' }, by: operator, ref: null });
  const act = { kind: 'reopen', round: 'u1.1' } as const;
  const proposed = line.submit({
    command: { kind: 'ProposeAct', act, reason: 'typo' },
    by: operator,
    ref: null,
  });
  const seconded = desk.take(
    { kind: 'SecondAct', proposal: 1, signed: '', signature: '0'.repeat(128) },
    monitor,
    { device: monitor, n: 1 },
  );
  checked(true);
  await before;
  expect(await proposed).toMatchObject({ kind: 'accepted' });
  expect(await seconded).toMatchObject({ kind: 'refused', refusal: { code: 'unknown-proposal' } });
  expect(authority.state).toMatchObject({ result: { kind: 'counted' }, proposals: [{ id: 1 }] });
});
