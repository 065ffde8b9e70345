import { setTimeout as sleep } from 'node:timers/promises';
import { proofText } from '../../shared/protocol/device-proof.ts';
import { median, ms, type Row } from './figures.ts';
import { type BenchDevice, type Hall, joinPanel, usageOf } from './hall.ts';
import { awaitFrames, closeWires, openWire } from './wire.ts';

const REPEATS = 5;
const BAR_MS = 1_000;
/** As long as the host's welcome and admission together. */
const WELCOME_BYTES = 420;

export type JoinFigures = { readonly row: Row; readonly bytesEach: number };

/** Known devices that all connect in one instant, until each has its whole view; beside a bare server that sends as much. */
export async function measureJoins(hall: Hall, count: number): Promise<JoinFigures> {
  const devices = hall.devices.slice(0, count);
  const [times, yards, cpu]: [number[], number[], number[]] = [[], [], []];
  let bytesEach = 0;
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    const [from, before] = [performance.now(), usageOf(hall.host.child.pid ?? 0)];
    const { wires, lastAt, views } = await joinPanel(hall.host.port, devices);
    times.push(lastAt - from);
    cpu.push(usageOf(hall.host.child.pid ?? 0).cpuMs - before.cpuMs);
    bytesEach = wires.reduce((sum, wire) => sum + wire.bytes(), 0) / count;
    await closeWires(wires);
    yards.push(await joinBare(hall.barePort, devices, views[0]?.length ?? 0));
    await sleep(200);
  }
  const ratio = median(times) / median(yards);
  return {
    bytesEach,
    row: {
      what: `${count} devices join at once → all have their view (${Math.round(bytesEach)} B each, ${Math.round((bytesEach * count) / 1024)} KiB in all)`,
      measured: `${ms(median(times))}, ${ms(median(cpu))} of the host's processor time`,
      bare: ms(median(yards)),
      ratio,
      bar: count === 500 ? `≤ ${BAR_MS} ms` : '',
      isMet: count === 500 ? median(times) <= BAR_MS : null,
    },
  };
}

async function joinBare(port: number, devices: readonly BenchDevice[], viewBytes: number): Promise<number> {
  const from = performance.now();
  const wires = devices.map(() => openWire(port));
  const places = new Map(wires.map((wire, index) => [wire, index]));
  for (const { socket } of wires)
    socket.on('open', () => socket.send(`reply ${WELCOME_BYTES} `.padEnd(140, 'x')));
  const lastAt = await awaitFrames('bare views', wires, devices.length, (data, wire) => {
    if (data.length === viewBytes) return true;
    // The device signs here, too: that work isn't the server's.
    const { key } = devices[places.get(wire) ?? 0] ?? {};
    key?.sign(proofText('0'.repeat(32), 'bare', key.publicKey));
    wire.socket.send(`reply ${viewBytes} `.padEnd(170, 'x'));
    return false;
  });
  await closeWires(wires);
  return lastAt - from;
}

export function linearity(figures: readonly JoinFigures[]): Row {
  const each = figures.map(({ bytesEach }) => bytesEach);
  const ratio = Math.max(...each) / Math.min(...each);
  return {
    what: 'bytes a joining device: largest ÷ smallest over the counts above',
    measured: each.map((bytes) => Math.round(bytes)).join(' / '),
    bare: '',
    ratio,
    bar: 'linear: ≤ 1.1',
    isMet: ratio <= 1.1,
  };
}
