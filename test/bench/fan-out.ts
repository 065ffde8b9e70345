import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientMessage } from '../../shared/protocol/client-message.ts';
import { protocolVersion } from '../../shared/protocol/version.ts';
import { openBareTable } from './bare-table.ts';
import { ms, percentile, type Row } from './figures.ts';
import type { Hall } from './hall.ts';
import { awaitFrames, closeWires, kindOf, openWires, type Wire } from './wire.ts';

const SAMPLES = 150;
const WARM_UP = 20;
const PAUSE_MS = 10;
const BAR = 1.5;

/**
 * From a command of the console to the last of so many walls changed, beside a bare broadcast of the same bytes. The
 * command is on disk before it is shown: what such a write alone takes is told beside the broadcast, not in the ratio.
 */
export async function measureFanOut(hall: Hall, walls: number): Promise<Row> {
  const ours = await openWires(hall.host.port, walls);
  const shown = awaitFrames('first views', ours, walls, (data) => kindOf(data) === 'view');
  const hello: ClientMessage = { kind: 'hello', protocol: protocolVersion, role: 'projector' };
  for (const { socket } of ours) socket.send(JSON.stringify(hello));
  await shown;
  const bare = await openWires(hall.barePort, walls);
  for (const { socket } of bare) socket.send('listen');
  const [trigger] = await openWires(hall.barePort, 1);
  if (!trigger) throw new Error('no trigger');

  const table = openBareTable();
  const [oursMs, bareMs, writeMs]: [number[], number[], number[]] = [[], [], []];
  let [bytes, frames] = [0, 0];
  for (let sample = -WARM_UP; sample < SAMPLES; sample += 1) {
    const mine = await commandToLast(hall, ours);
    bytes = mine.bytes;
    const yard = await broadcastToLast(trigger, bare, bytes);
    const written = table.write('x'.repeat(bytes), 1);
    if (sample < 0) continue;
    frames += mine.frames;
    oursMs.push(mine.ms);
    bareMs.push(yard);
    writeMs.push(written);
    await sleep(PAUSE_MS);
  }
  await closeWires([...ours, ...bare, trigger]);
  table.close();
  const [p50, p99] = [percentile(oursMs, 0.5), percentile(oursMs, 0.99)];
  const [bare50, bare99] = [percentile(bareMs, 0.5), percentile(bareMs, 0.99)];
  const each = frames / SAMPLES / walls;
  return {
    what: `command → last of ${walls} screens, p50 / p99 (${bytes} B, ${each.toFixed(2)} frames a screen)`,
    measured: `${ms(p50)} / ${ms(p99)}`,
    bare: `${ms(bare50)} / ${ms(bare99)}; a durable write alone ${ms(percentile(writeMs, 0.5))} / ${ms(percentile(writeMs, 0.99))}`,
    ratio: p99 / bare99,
    bar: walls === 500 ? `p99 ≤ ${BAR}; one packet` : '',
    isMet: walls === 500 ? p99 / bare99 <= BAR && each === 1 : null,
  };
}

async function commandToLast({ operator }: Hall, walls: readonly Wire[]) {
  const { timer } = operator.view.timer;
  const isPaused = timer.kind !== 'none' && timer.clock.kind === 'paused';
  let [bytes, frames] = [0, 0];
  const last = awaitFrames('changed views', walls, walls.length, (data) => {
    if (kindOf(data) !== 'view') return false;
    frames += 1;
    bytes = data.length;
    return true;
  });
  const from = performance.now();
  const outcome = operator.command({ kind: isPaused ? 'ResumeTimer' : 'PauseTimer' });
  const at = await last;
  await outcome;
  return { ms: at - from, bytes, frames };
}

async function broadcastToLast({ socket }: Wire, walls: readonly Wire[], bytes: number): Promise<number> {
  const last = awaitFrames('bare broadcasts', walls, walls.length, (data) => data.length === bytes);
  const from = performance.now();
  socket.send(`all ${bytes} `.padEnd(120, 'x'));
  return (await last) - from;
}
