import { setTimeout as sleep } from 'node:timers/promises';
import { verifySignatureAside } from '../../electron/host/log/ed25519.ts';
import type { HostMessage, ViewOf } from '../../shared/protocol/host-message.ts';
import { rowsOf } from '../builders/ballot-rows.ts';
import { ballotMessage } from '../builders/device-messages.ts';
import { type BareTable, openBareTable } from './bare-table.ts';
import { median, ms, percentile, type Row } from './figures.ts';
import { type BenchDevice, type Hall, type Joined, usageOf } from './hall.ts';
import { awaitFrames, closeWires, kindOf, openWires, type Wire } from './wire.ts';

const ROUNDS = 12;
const WARM_UP = 2;
const BAR_MS = 300;
const BAR_RATIO = 2;

type Burst = {
  readonly ms: number;
  readonly cpuMs: number;
  readonly groups: readonly number[];
  readonly ackBytes: number;
};

/**
 * Every device sends a signed ballot in one instant; measured to the last durable acknowledgement. The yardstick is
 * an answer of the same length from the bare server, then the same bytes in as many durable transactions. Neither
 * checks a signature, so what the checks alone take, on all cores and nothing beside them, stands in a row of its own.
 */
export async function measureBallots(hall: Hall, joined: Joined): Promise<readonly Row[]> {
  const bareWires = await openWires(hall.barePort, joined.wires.length);
  const table = openBareTable();
  const bursts: Burst[] = [];
  const yards: number[] = [];
  const checks: number[] = [];
  for (let round = 1 - WARM_UP; round <= ROUNDS; round += 1) {
    const messages = hall.devices.map((device, index) =>
      ballotText(device, joined.views[index] ?? '', round + WARM_UP),
    );
    const burst = await sendAll(hall, joined.wires, messages);
    const echo = await echoAll(bareWires, messages, burst.ackBytes);
    const written = writeGroups(table, burst.groups, messages);
    const checked = await checkAll(hall.devices, messages);
    await sleep(300);
    if (round < 1) continue;
    bursts.push(burst);
    yards.push(echo + written);
    checks.push(checked);
  }
  await closeWires(bareWires);
  table.close();
  const times = bursts.map((burst) => burst.ms);
  const ratio = median(times) / median(yards);
  const floor = median(yards) + median(checks);
  const groups = median(bursts.map((burst) => burst.groups.length));
  const count = joined.wires.length;
  return [
    {
      what: `${count} signed ballots in one instant → last durable ack, median / max of ${ROUNDS} (${groups} groups)`,
      measured: `${ms(median(times))} / ${ms(percentile(times, 1))}, ${ms(median(bursts.map((burst) => burst.cpuMs)))} of the host's processor time`,
      bare: `${ms(median(yards))} / ${ms(percentile(yards, 1))} (echo + same fsyncs)`,
      ratio,
      bar: `≤ ${BAR_MS} ms, ≤ ${BAR_RATIO}`,
      isMet: percentile(times, 1) <= BAR_MS && ratio <= BAR_RATIO,
    },
    {
      what: `the same beside echo, fsyncs and the checks of the ${count} signatures alone`,
      measured: ms(median(times)),
      bare: `${ms(floor)}, ${ms(median(checks))} of it for the checks`,
      ratio: median(times) / floor,
      bar: '',
      isMet: null,
    },
  ];
}

function ballotText({ key }: BenchDevice, view: string, n: number): string {
  const { sections } = JSON.parse(view) as { readonly sections: ViewOf['panel'] };
  const { ballot, seat, event } = sections;
  if (!ballot) throw new Error('no round is open');
  const marks = rowsOf(ballot).map(({ id }, index) => [id, String((n + index) % 15)] as const);
  return JSON.stringify(ballotMessage(key, { event: event.id, ballot, seat }, n, Object.fromEntries(marks)));
}

async function sendAll(
  { host, operator }: Hall,
  wires: readonly Wire[],
  messages: readonly string[],
): Promise<Burst> {
  // The console is shown each commit: the steps of its last entry are the groups.
  const entries = [operator.view.health.lastEntry];
  const stopWatching = operator.page.listen((message: HostMessage) => {
    if (message.kind !== 'view' || !('health' in message.sections)) return;
    const { lastEntry } = operator.view.health;
    if (lastEntry !== entries.at(-1)) entries.push(lastEntry);
  });
  let ackBytes = 0;
  const last = awaitFrames('answers', wires, wires.length, (data) => {
    if (kindOf(data) !== 'ballot-outcome') return false;
    if (!data.includes('"stored"')) throw new Error(data.toString());
    ackBytes = data.length;
    return true;
  });
  const [from, before] = [performance.now(), usageOf(host.child.pid ?? 0)];
  for (const [index, { socket }] of wires.entries()) socket.send(messages[index] ?? '');
  const at = await last;
  const after = usageOf(host.child.pid ?? 0);
  await sleep(200);
  stopWatching();
  const groups = entries.slice(1).map((entry, index) => entry - (entries[index] ?? 0));
  return { ms: at - from, cpuMs: after.cpuMs - before.cpuMs, groups, ackBytes };
}

async function echoAll(
  wires: readonly Wire[],
  messages: readonly string[],
  ackBytes: number,
): Promise<number> {
  const last = awaitFrames('bare echoes', wires, wires.length, (data) => data.length === ackBytes);
  const from = performance.now();
  for (const [index, { socket }] of wires.entries())
    socket.send(`reply ${ackBytes} `.padEnd(messages[index]?.length ?? 0, 'x'));
  return (await last) - from;
}

/** Nothing but the checks of these ballots' signatures, on the thread pool. Returns ms. */
async function checkAll(devices: readonly BenchDevice[], messages: readonly string[]): Promise<number> {
  const ballots = messages.map((text, index) => {
    const { signed, signature } = JSON.parse(text) as { readonly signed: string; readonly signature: string };
    return { key: devices[index]?.key.publicKey ?? '', signed, signature };
  });
  const from = performance.now();
  const results = await Promise.all(
    ballots.map(({ key, signed, signature }) => verifySignatureAside(key, signed, signature)),
  );
  if (!results.every(Boolean)) throw new Error('a ballot of the bench is not signed');
  return performance.now() - from;
}

/** The same bytes in the same groups, one durable transaction each. Returns ms. */
function writeGroups(table: BareTable, groups: readonly number[], messages: readonly string[]): number {
  return groups.reduce((total, group) => total + table.write(messages[0] ?? '', group), 0);
}
