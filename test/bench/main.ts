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
 * their own. Prints a table with the bars; says nothing about another machine. Arguments name the parts to measure;
 * without any, all are.
 */
const DEVICES = 500;
const COUNTS = [50, 200, DEVICES];
const WALLS = [1, ...COUNTS];
const PARTS = ['starts', 'idle', 'recount', 'fan-out', 'joins', 'ballots', 'quiet'] as const;

type Part = (typeof PARTS)[number];

const asked = process.argv.slice(2);
const stranger = asked.find((name) => !PARTS.some((part) => part === name));
if (stranger !== undefined) throw new Error(`no part is named ${stranger}; there are ${PARTS.join(', ')}`);
const isAsked = (...parts: readonly Part[]): boolean =>
  asked.length === 0 || parts.some((part) => asked.includes(part));

const started = new Date();
const folder = mkdtempSync(join(tmpdir(), 'leitai-bench-'));
const rows: Row[] = [];
const note = (row: Row): void => {
  rows.push(row);
  console.log(`${row.what}: ${row.measured}${row.bare ? ` (bare ${row.bare})` : ''}`);
};

async function measureHall(): Promise<void> {
  const hall = await openHall(join(folder, 'hall'), demoWithSeats(DEVICES), await freePort());
  try {
    await closeWires((await joinPanel(hall.host.port, hall.devices)).wires);
    await toFirstTalk(hall);
    if (isAsked('fan-out')) for (const walls of WALLS) note(await measureFanOut(hall, walls));
    if (isAsked('joins')) {
      const joins = [];
      for (const count of COUNTS) {
        const figures = await measureJoins(hall, count);
        joins.push(figures);
        note(figures.row);
      }
      note(linearity(joins));
    }
    if (!isAsked('ballots', 'quiet')) return;
    const joined = await joinPanel(hall.host.port, hall.devices);
    if (isAsked('ballots')) for (const row of await measureBallots(hall, joined)) note(row);
    if (isAsked('quiet')) {
      note(await measureQuiet(hall, joined));
      note(await measureBusyMemory(hall, joined));
    }
    await closeWires(joined.wires);
  } finally {
    await hall.stop();
  }
}

try {
  if (isAsked('starts')) {
    note(await measureColdStart(join(folder, 'cold')));
    note(await measureRestart(join(folder, 'long')));
  }
  if (isAsked('idle')) note(await measureIdle(join(folder, 'idle')));
  if (isAsked('recount')) for (const row of measureRecount()) note(row);
  if (isAsked('fan-out', 'joins', 'ballots', 'quiet')) await measureHall();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const load = loadavg().map((value) => value.toFixed(1));
console.log(
  `\nbench of ${started.toISOString().slice(0, 10)}: ${cpus().length} × ${cpus()[0]?.model}, load ${load.join(' ')}, Node ${process.version}, ${relative(process.cwd(), hostProgram)}, ${Math.round((Date.now() - started.getTime()) / 1_000)} s`,
);
printTable(rows);
