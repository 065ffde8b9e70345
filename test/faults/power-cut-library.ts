import { execFileSync } from 'node:child_process';
import { mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

/** So many appends the victim makes between two checkpoints. */
export const STEPS_PER_CHECKPOINT = 60;

/** A watched folder for an event, and the durable image that a power cut would leave of it. */
export type CutFolders = {
  readonly event: string;
  readonly image: string;
  readonly environment: NodeJS.ProcessEnv;
};

/** Compiles the library that keeps durable images; needs a C compiler and Linux. */
export function buildPowerCutLibrary(folder: string): string {
  const library = join(folder, 'power-cut.so');
  const source = join(import.meta.dirname, 'power-cut.c');
  execFileSync('cc', [
    '-O1',
    '-Wall',
    '-Werror',
    '-shared',
    '-fPIC',
    '-o',
    library,
    source,
    '-ldl',
    '-lpthread',
  ]);
  return library;
}

/** Folders of their own for one victim, and the environment that it is started with. */
export function cutFolders(parent: string, library: string, seed: number): CutFolders {
  const watched = join(realpathSync(parent), `watched-${seed}`);
  const durable = join(realpathSync(parent), `durable-${seed}`);
  for (const folder of [watched, durable]) mkdirSync(folder);
  return {
    event: join(watched, 'event.leitai'),
    image: join(durable, 'event.leitai'),
    environment: {
      ...process.env,
      LD_PRELOAD: library,
      LEITAI_CUT_FOLDER: watched,
      LEITAI_CUT_DURABLE: durable,
      LEITAI_CUT_SEED: String(seed),
      LEITAI_CUT_FAULT: join(parent, `fault-${seed}`),
    },
  };
}
