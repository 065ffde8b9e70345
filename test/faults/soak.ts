import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type KillReport, KillTrial } from './kill-trial.ts';
import { runLossyNetwork } from './lossy-trial.ts';

/*
 * The full counts, by hand before a release. Each part can be made shorter, or left out with 0, by its variable;
 * another LEITAI_SEED goes on where an earlier run has been. Ends with a table for the README.
 */
const count = (name: string, usual: number) => Number(process.env[name] ?? usual);
const kills = count('LEITAI_KILLS', 1_000);
const lossySeconds = count('LEITAI_LOSSY_SECONDS', 300);
const lossySeats = count('LEITAI_LOSSY_SEATS', 200);
const powerCuts = count('LEITAI_POWER_CUTS', 1_000);
const rooms = count('LEITAI_ROOMS', 500);
const seed = count('LEITAI_SEED', 1);

/** A log of many thousand entries would make each restart slower than the rest of the trial. */
const KILLS_PER_EVENT = 50;
const root = join(import.meta.dirname, '../..');

type Row = {
  readonly what: string;
  readonly reached: string;
  readonly figures: string;
  readonly failed: boolean;
};

/** A folder of its own, removed after the work. */
async function inFolder<Answer>(work: (folder: string) => Promise<Answer>): Promise<Answer> {
  const folder = mkdtempSync(join(tmpdir(), 'leitai-soak-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function soakKills(): Promise<Row> {
  const reports: KillReport[] = [];
  const sum = (pick: (report: KillReport) => number) => reports.reduce((all, each) => all + pick(each), 0);
  for (let event = 0; sum((report) => report.kills) < kills; event += 1) {
    const left = kills - sum((report) => report.kills);
    const trial = (folder: string) =>
      new KillTrial(folder, seed + event).run(Math.min(KILLS_PER_EVENT, left));
    const report = await inFolder(trial);
    reports.push(report);
    console.log(`seed ${seed + event}: ${JSON.stringify(report)}`);
  }
  const faults = reports.flatMap((report) => report.faults);
  return {
    what: 'SIGKILL of the host in mid-round',
    reached: `${sum((report) => report.kills)} of ${kills}`,
    figures: [
      `${sum((report) => report.acknowledgedBallots)} ballots and ${sum((report) => report.acknowledgedCommands)} commands acknowledged`,
      `${sum((report) => report.storedUnanswered)} answered only to a repeat`,
      `${faults.length} lost, doubled, changed or misplaced`,
      `slowest restart ${Math.max(...reports.map((report) => report.slowestRestartMs))} ms`,
    ].join('; '),
    // A run in which nothing was acknowledged proves nothing.
    failed: faults.length > 0 || sum((report) => report.acknowledgedBallots) < kills,
  };
}

async function soakNetwork(): Promise<Row> {
  const report = await inFolder((folder) =>
    runLossyNetwork({ folder, seed, seats: lossySeats, lossyForMs: lossySeconds * 1_000 }),
  );
  console.log(JSON.stringify(report));
  const { made, stored, lost, doubled, connections, faults } = report;
  return {
    what: `lossy network, ${lossySeats} devices`,
    reached: `${lossySeconds} s`,
    figures: `${made} ballots made, ${stored} stored, ${lost} lost, ${doubled} doubled; ${connections} connections; ${faults.length} screens or answers that differ from the log`,
    failed: faults.length + lost + doubled > 0 || stored < made / 2,
  };
}

function soakTest(what: string, file: string, variable: string, times: number): Row {
  const { status } = spawnSync('vitest', ['run', '--project=faults', '--testTimeout=14400000', file], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      [variable]: String(times),
      PATH: [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter),
    },
  });
  const failed = status !== 0;
  return { what, reached: String(times), figures: failed ? 'failed: see above' : 'nothing lost', failed };
}

const started = new Date();
const rows: Row[] = [];
if (kills > 0) rows.push(await soakKills());
if (lossySeconds > 0) rows.push(await soakNetwork());
if (powerCuts > 0)
  rows.push(soakTest('simulated power cut', 'test/faults/power-cut.test.ts', 'LEITAI_POWER_CUTS', powerCuts));
if (rooms > 0) rows.push(soakTest('seeded room', 'test/faults/room.test.ts', 'LEITAI_ROOMS', rooms));

console.log(
  `\nsoak of ${started.toISOString().slice(0, 10)}, seed ${seed}, ${Math.round((Date.now() - started.getTime()) / 60_000)} min`,
);
console.log('| what | reached | figures |\n|---|---|---|');
for (const { what, reached, figures } of rows) console.log(`| ${what} | ${reached} | ${figures} |`);
process.exitCode = rows.some(({ failed }) => failed) ? 1 : 0;
