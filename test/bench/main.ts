import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { demoWithSeats } from '../faults/contest.ts';
import { freePort, hostProgram } from '../faults/host-process.ts';
import { measureBallots } from './ballots.ts';
import { measureFanOut } from './fan-out.ts';
import { printTable, type Row } from './figures.ts';
import { joinPanel, openHall, toFirstTalk } from './hall.ts';
import { linearity, measureJoins } from './joins.ts';
import { measureBusyMemory, measureIdle, measureQuiet } from './quiet.ts';
import { measureRecount } from './recount.ts';
import { measureColdStart, measureRestart } from './starts.ts';
import { closeWires } from './wire.ts';

/*
 * Measures the host against a bare `ws` server in the same run: host, bare server and clients are processes of
 * their own. Prints a table with the bars; says nothing about another machine.
 */
const DEVICES = 500;
const COUNTS = [50, 200, DEVICES];
const WALLS = [1, ...COUNTS];

const started = new Date();
const folder = mkdtempSync(join(tmpdir(), 'leitai-bench-'));
const rows: Row[] = [];
const note = (row: Row): void => {
  rows.push(row);
  console.log(`${row.what}: ${row.measured}${row.bare ? ` (bare ${row.bare})` : ''}`);
};

try {
  note(await measureColdStart(join(folder, 'cold')));
  note(await measureRestart(join(folder, 'long')));
  note(await measureIdle(join(folder, 'idle')));
  for (const row of measureRecount()) note(row);

  const hall = await openHall(join(folder, 'hall'), demoWithSeats(DEVICES), await freePort());
  try {
    await closeWires((await joinPanel(hall.host.port, hall.devices)).wires);
    await toFirstTalk(hall);
    for (const walls of WALLS) note(await measureFanOut(hall, walls));
    const joins = [];
    for (const count of COUNTS) {
      const figures = await measureJoins(hall, count);
      joins.push(figures);
      note(figures.row);
    }
    note(linearity(joins));
    const joined = await joinPanel(hall.host.port, hall.devices);
    for (const row of await measureBallots(hall, joined)) note(row);
    note(await measureQuiet(hall, joined));
    note(await measureBusyMemory(hall, joined));
    await closeWires(joined.wires);
  } finally {
    await hall.stop();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const load = loadavg().map((value) => value.toFixed(1));
console.log(
  `\nbench of ${started.toISOString().slice(0, 10)}: ${cpus().length} × ${cpus()[0]?.model}, load ${load.join(' ')}, Node ${process.version}, ${relative(process.cwd(), hostProgram)}, ${Math.round((Date.now() - started.getTime()) / 1_000)} s`,
);
printTable(rows);
