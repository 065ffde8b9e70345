import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { findChromium } from './browser/chromium.ts';
import { noTests, readVitestReport, sum, type Tally, tallyText } from './tally.ts';

/**
 * Runs the named steps one after the other (`node test/run.ts check build unit browser`) and prints,
 * as its last line, how many tests passed and failed in all. A check, build or crash that fails
 * counts as one failed; it exits with 1 if anything failed or nothing ran.
 */
const root = join(import.meta.dirname, '..');
const minutes = 60_000;

/** Exit status of a tool of node_modules/.bin or of node itself; null if it had to be ended. */
const run = (program: string, args: readonly string[], timeoutMs: number): number | null => {
  const { status, error } = spawnSync(program, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
    env: { ...process.env, PATH: [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter) },
  });
  if (error) console.error(`${program}: ${error.message}`);
  return status;
};

const failedUnless = (ok: boolean, what: string): Tally => {
  if (!ok) console.error(`failed: ${what}`);
  return { passed: 0, failed: ok ? 0 : 1 };
};

const check = (): Tally =>
  sum([
    ...['shared', 'electron', 'renderer', 'test'].map((project) =>
      failedUnless(run('tsc', ['-p', project], 5 * minutes) === 0, `type check of ${project}`),
    ),
    failedUnless(run('biome', ['check', '--error-on-warnings', '.'], 5 * minutes) === 0, 'lint'),
  ]);

const build = (): Tally =>
  failedUnless(run(process.execPath, ['electron/build.ts', '--stale'], 10 * minutes) === 0, 'build');

const vitest = (project: string, timeoutMs: number): Tally => {
  const folder = mkdtempSync(join(tmpdir(), 'leitai-report-'));
  const report = join(folder, 'report.json');
  try {
    const status = run(
      'vitest',
      ['run', `--project=${project}`, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      timeoutMs,
    );
    const tally = readVitestReport(readFileSync(report, 'utf8'));
    return status === 0 || tally.failed > 0 ? tally : sum([tally, failedUnless(false, `${project} tests`)]);
  } catch (error) {
    console.error(error);
    return failedUnless(false, `${project} tests left no report`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Looks for the browser once, before the tests that would each look for it. */
const browser = async (): Promise<Tally> => {
  try {
    console.log(`chromium: ${await findChromium()}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return failedUnless(false, 'browser tests');
  }
  return vitest('browser', 15 * minutes);
};

const steps: Readonly<Record<string, () => Tally | Promise<Tally>>> = {
  check,
  build,
  core: () => vitest('core', 5 * minutes),
  unit: () => vitest('unit', 10 * minutes),
  components: () => vitest('components', 10 * minutes),
  browser,
  faults: () => vitest('faults', 30 * minutes),
};

const tallies: Tally[] = [];
for (const name of process.argv.slice(2)) {
  const step = steps[name];
  if (!step) throw new Error(`no such step: ${name} (there are ${Object.keys(steps).join(', ')})`);
  console.log(`\n== ${name}`);
  tallies.push(await step());
}

const total = sum(tallies);
const result = total.passed + total.failed === 0 ? noTests : total;
process.exitCode = result.failed > 0 ? 1 : 0;
console.log(`\n${tallyText(result)}`);
