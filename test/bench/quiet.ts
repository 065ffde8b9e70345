import { setTimeout as sleep } from 'node:timers/promises';
import { demoWithSeats } from '../faults/contest.ts';
import { startHost } from '../faults/host-process.ts';
import { percentile, type Row } from './figures.ts';
import { foldersIn, type Hall, type Joined, order, usageOf } from './hall.ts';
import { kindOf } from './wire.ts';

const QUIET_MS = 10_000;
const IDLE_MS = 15_000;
const SETTLE_MS = 3_000;

/** What every device receives while a timer runs and nobody does anything. */
export async function measureQuiet(hall: Hall, { wires }: Joined): Promise<Row> {
  const { timer } = hall.operator.view.timer;
  if (timer.kind !== 'none' && timer.clock.kind === 'paused')
    await order(hall.operator, { kind: 'ResumeTimer' });
  await sleep(SETTLE_MS);
  const kinds = new Map<string, number>();
  for (const wire of wires) {
    wire.onFrame = (data) => {
      const kind = kindOf(data);
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    };
  }
  const before = wires.map((wire) => wire.bytes());
  await sleep(QUIET_MS);
  const bytes = wires.map((wire, index) => wire.bytes() - (before[index] ?? 0));
  const [kind] = [...kinds.keys()];
  return {
    what: `${wires.length} devices, a timer runs for ${QUIET_MS / 1_000} s and nothing changes`,
    measured: `${percentile(bytes, 1)} B a device: ${[...kinds].map(([name, count]) => `${count} ${name}`).join(', ')}`,
    bare: '',
    ratio: null,
    bar: 'heartbeats only',
    isMet: kinds.size === 1 && kind === 'ping',
  };
}

async function usageOver(pid: number): Promise<{ readonly residentMb: number; readonly share: number }> {
  const before = usageOf(pid);
  await sleep(IDLE_MS);
  const after = usageOf(pid);
  return { residentMb: after.residentMb, share: (after.cpuMs - before.cpuMs) / IDLE_MS };
}

/** A host that runs the usual demo and is asked for nothing. */
export async function measureIdle(folder: string): Promise<Row> {
  const host = await startHost(foldersIn(folder, demoWithSeats(20)), 0);
  await sleep(SETTLE_MS);
  const { residentMb, share } = await usageOver(host.child.pid ?? 0);
  await host.stop();
  return {
    what: `idle host over ${IDLE_MS / 1_000} s`,
    measured: `${Math.round(residentMb)} MB, ${(share * 100).toFixed(2)} % of a core`,
    bare: '',
    ratio: null,
    bar: '< 130 MB, < 1 %',
    isMet: residentMb < 130 && share < 0.01,
  };
}

export async function measureBusyMemory({ host }: Hall, { wires }: Joined): Promise<Row> {
  const { residentMb, share } = await usageOver(host.child.pid ?? 0);
  return {
    what: `the same host after the above, ${wires.length} devices connected, heartbeats only`,
    measured: `${Math.round(residentMb)} MB, ${(share * 100).toFixed(2)} % of a core`,
    bare: '',
    ratio: null,
    bar: '',
    isMet: null,
  };
}
