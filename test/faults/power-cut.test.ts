import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openEventFile } from '../../electron/host/log/open-event-file.ts';
import { unreachable } from '../../shared/kernel/unreachable.ts';
import { OPEN_OPTIONS } from '../builders/event-file-builder.ts';
import { temporaryFolder } from '../builders/temporary-folder.ts';
import {
  buildPowerCutLibrary,
  type CutFolders,
  cutFolders,
  STEPS_PER_CHECKPOINT,
} from './power-cut-library.ts';
import { dice } from './seeded.ts';

const CUTS = Number(process.env.LEITAI_POWER_CUTS ?? 20);
const FIRST_SEED = Number(process.env.LEITAI_SEED ?? 1);
/** At odd seeds a rename is on the disk at once, at even ones with the next sync of the folder. */
const NAMED_AT_ONCE = 1;
const NAMED_CUTS = Math.max(6, Math.ceil(CUTS / 10));
const LONGEST_RUN_MS = 600;
/** Every other cut comes only once this much is acknowledged, however slow the disk is today. */
const LONG_RUN = 40;

/**
 * When the power goes: at a random instant, or right after the named step was acknowledged. Without syncs nearly all
 * of a victim's time goes into its checkpoints, after which nothing can be lost: the slower the disk, the more random
 * instants fall there. A named step is after the last checkpoint and before the next on any disk.
 */
type Cut =
  | { readonly kind: 'random-instant' }
  | { readonly kind: 'after-step'; readonly step: number }
  | { readonly kind: 'after-naming' };

type Durability = 'full' | 'normal' | 'unsynced';

type Outcome = {
  readonly seed: number;
  readonly acknowledged: number;
  readonly durable: number;
  readonly problem: string | null;
};

// Preloading a library is a thing of Linux; a power cut hits every system alike.
describe.skipIf(process.platform !== 'linux')('a power cut at a random instant', () => {
  test(`given ${CUTS} cuts, when the event is reopened from what was synced, then no acknowledged entry is lost`, async () => {
    const outcomes = await cutPower(CUTS, 'full', () => ({ kind: 'random-instant' }));
    console.log(`${outcomes.length} cuts, ${entriesOf(outcomes)} entries acknowledged before them`);
    expect(outcomes.filter(isHarmed)).toStrictEqual([]);
    expect(Math.max(...outcomes.map(({ acknowledged }) => acknowledged))).toBeGreaterThan(20);
  });

  test(`given ${NAMED_CUTS} cuts between two checkpoints, when each comes right after an acknowledgement, then nothing is lost; the sabotaged twin with synchronous=NORMAL loses acknowledged entries at every one of them`, async () => {
    expect((await cutPower(NAMED_CUTS, 'full', betweenCheckpoints)).filter(isHarmed)).toStrictEqual([]);
    const sabotaged = await cutPower(NAMED_CUTS, 'normal', betweenCheckpoints);
    expect(sabotaged.filter(({ acknowledged, durable }) => durable >= acknowledged)).toStrictEqual([]);
  });

  test('given a new event, when the power goes right after its file got its name, then the file is whole; the sabotaged twin that was not synced before is not', async () => {
    const named = { seed: NAMED_AT_ONCE, acknowledged: -1 };
    const afterNaming = (): Cut => ({ kind: 'after-naming' });
    expect(await cutPower(1, 'full', afterNaming, NAMED_AT_ONCE)).toStrictEqual([
      { ...named, durable: 0, problem: null },
    ]);
    const [sabotaged] = await cutPower(1, 'unsynced', afterNaming, NAMED_AT_ONCE);
    expect(sabotaged).toStrictEqual({ ...named, durable: -1, problem: expect.any(String) });
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

function isHarmed({ problem, acknowledged, durable }: Outcome): boolean {
  return problem !== null || durable < acknowledged;
}

function entriesOf(outcomes: readonly Outcome[]): number {
  return outcomes.reduce((sum, { acknowledged }) => sum + Math.max(0, acknowledged), 0);
}

/** A step at least a third of the way to the next checkpoint, before the first one or after the second. */
function betweenCheckpoints(seed: number): Cut {
  const chances = dice(seed);
  const [from, to] = [Math.ceil(STEPS_PER_CHECKPOINT / 3), STEPS_PER_CHECKPOINT - 1];
  return { kind: 'after-step', step: chances.whole(from, to) + chances.pick([0, 2 * STEPS_PER_CHECKPOINT]) };
}

async function cutPower(
  cuts: number,
  durability: Durability,
  cutOf: (seed: number) => Cut,
  firstSeed = FIRST_SEED,
): Promise<readonly Outcome[]> {
  const folder = temporaryFolder();
  const library = buildPowerCutLibrary(folder);
  const outcomes: Outcome[] = [];
  for (let seed = firstSeed; seed < firstSeed + cuts; seed += 1) {
    const folders = cutFolders(folder, library, seed);
    const acknowledged = await runUntilCut(folders, durability, seed, cutOf(seed));
    outcomes.push({ seed, acknowledged, ...reopen(folders.image) });
  }
  return outcomes;
}

/** Returns the last entry that was acknowledged before the kill, -1 for none. */
async function runUntilCut(
  { event, environment }: CutFolders,
  durability: Durability,
  seed: number,
  cut: Cut,
): Promise<number> {
  const script = join(import.meta.dirname, 'power-cut-victim.ts');
  const lastStep = lastStepOf(cut);
  const victim = spawn(process.execPath, [script, event, durability, ...lastStep], { env: environment });
  const patience = seed % 2 === 0 ? LONG_RUN : 0;
  let acks = '';
  let isCounted = false;
  let complaint = '';
  victim.stderr.on('data', (data) => {
    complaint += String(data);
  });
  const ended = once(victim, 'close');
  victim.stdout.on('data', (data) => {
    acks += String(data);
    if (isCounted || cut.kind !== 'random-instant' || lastOf(acks) < patience) return;
    isCounted = true;
    setTimeout(() => victim.kill('SIGKILL'), Math.random() * LONGEST_RUN_MS);
  });
  const [code] = await ended;
  if (code !== null) throw new Error(`the victim ended by itself: ${complaint}`);
  return lastOf(acks);
}

function lastStepOf(cut: Cut): readonly string[] {
  switch (cut.kind) {
    case 'random-instant':
      return [];
    case 'after-step':
      return [String(cut.step)];
    case 'after-naming':
      return ['name'];
    default:
      return unreachable(cut);
  }
}

/** The last line may be cut in two: that number was not yet told. */
function lastOf(acks: string): number {
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
