import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openEventFile } from '../../electron/host/log/open-event-file.ts';
import { OPEN_OPTIONS } from '../builders/event-file-builder.ts';
import { temporaryFolder } from '../builders/temporary-folder.ts';
import { buildPowerCutLibrary, type CutFolders, cutFolders } from './power-cut-library.ts';

const CUTS = Number(process.env.LEITAI_POWER_CUTS ?? 20);
const SABOTAGED_CUTS = Math.max(6, Math.ceil(CUTS / 5));
const LONGEST_RUN_MS = 600;

type Outcome = {
  readonly seed: number;
  readonly acknowledged: number;
  readonly durable: number;
  readonly problem: string | null;
};

// Preloading a library is a thing of Linux; a power cut hits every system alike.
describe.skipIf(process.platform !== 'linux')('a power cut at a random instant', () => {
  test(`given ${CUTS} cuts, when the event is reopened from what was synced, then no acknowledged entry is lost`, async () => {
    const outcomes = await cutPower(CUTS, 'full');
    const harmed = outcomes.filter(
      ({ problem, acknowledged, durable }) => problem !== null || durable < acknowledged,
    );
    expect(harmed).toStrictEqual([]);
    expect(Math.max(...outcomes.map(({ acknowledged }) => acknowledged))).toBeGreaterThan(20);
  });

  test(`given the sabotaged twin with synchronous=NORMAL, when cut ${SABOTAGED_CUTS} times, then acknowledged entries are lost`, async () => {
    const outcomes = await cutPower(SABOTAGED_CUTS, 'normal');
    const harmed = outcomes.filter(({ acknowledged, durable }) => durable < acknowledged);
    expect(harmed.length).toBeGreaterThanOrEqual(SABOTAGED_CUTS / 3);
  });
});

describe.skipIf(process.platform !== 'linux')('a failing disk', () => {
  test.each([
    ['ENOSPC', 'SQLITE_FULL'],
    ['EIO', 'SQLITE_IOERR_FSYNC'],
  ])(
    'given %s, when a batch is appended, then it is a DiskFault, nothing of it is visible, and it works once the disk is well',
    (word, code) => {
      const folder = temporaryFolder();
      const { event, environment } = cutFolders(folder, buildPowerCutLibrary(folder), 1);
      const script = join(import.meta.dirname, 'disk-fault-victim.ts');
      const output = execFileSync(
        process.execPath,
        [script, event, environment.LEITAI_CUT_FAULT ?? '', word],
        { env: environment, encoding: 'utf8' },
      );
      expect(JSON.parse(output)).toStrictEqual({
        codes: [code, code],
        whileFailing: ['LogOpened', 'Before'],
        afterwards: ['LogOpened', 'Before', 'After'],
      });
      const reopened = openEventFile(event, OPEN_OPTIONS);
      expect(reopened.ok && reopened.value.entries.map(({ kind }) => kind)).toStrictEqual([
        'LogOpened',
        'Before',
        'After',
      ]);
      if (reopened.ok) reopened.value.file.close();
    },
  );
});

async function cutPower(cuts: number, durability: 'full' | 'normal'): Promise<readonly Outcome[]> {
  const folder = temporaryFolder();
  const library = buildPowerCutLibrary(folder);
  const outcomes: Outcome[] = [];
  for (let seed = 1; seed <= cuts; seed += 1) {
    const folders = cutFolders(folder, library, seed);
    const acknowledged = await runUntilCut(folders, durability);
    outcomes.push({ seed, acknowledged, ...reopen(folders.image) });
  }
  return outcomes;
}

/** Returns the last entry that was acknowledged before the kill, -1 for none. */
async function runUntilCut({ event, environment }: CutFolders, durability: string): Promise<number> {
  const script = join(import.meta.dirname, 'power-cut-victim.ts');
  const victim = spawn(process.execPath, [script, event, durability], { env: environment });
  let acks = '';
  let complaint = '';
  victim.stderr.on('data', (data) => {
    complaint += String(data);
  });
  const ended = once(victim, 'close');
  victim.stdout.on('data', (data) => {
    if (acks === '') setTimeout(() => victim.kill('SIGKILL'), Math.random() * LONGEST_RUN_MS);
    acks += String(data);
  });
  const [code] = await ended;
  if (code !== null) throw new Error(`the victim ended by itself: ${complaint}`);
  // The last line may be cut in two: that number was not yet told.
  return Number(acks.split('\n').at(-2) ?? -1);
}

function reopen(image: string): Pick<Outcome, 'durable' | 'problem'> {
  if (!existsSync(image)) return { durable: -1, problem: 'the event file is gone' };
  const opened = openEventFile(image, OPEN_OPTIONS);
  if (!opened.ok) return { durable: -1, problem: JSON.stringify(opened.error) };
  const durable = opened.value.file.head?.n ?? -1;
  opened.value.file.close();
  return { durable, problem: null };
}
