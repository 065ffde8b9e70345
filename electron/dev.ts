import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import { openDevStage } from './dev/dev-stage.ts';

/** Builds what is stale and starts Leitai on a stage whose network and time can be moved; on every change, again. */
const root = join(import.meta.dirname, '..');
const folders = ['electron', 'renderer', 'shared', 'resources'].filter((folder) =>
  existsSync(join(root, folder)),
);

const build = (): boolean =>
  spawnSync(process.execPath, ['electron/build.ts', '--stale'], { cwd: root, stdio: 'inherit' }).status === 0;

const stage = await openDevStage();

const launch = (): ChildProcess => {
  console.log(`network and time: ${stage.panel}`);
  return spawn(process.execPath, ['electron/launch.ts', ...stage.hostArguments, ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...stage.environment() },
  });
};

let running: ChildProcess | undefined = build() ? launch() : undefined;
let pending: NodeJS.Timeout | undefined;

const restart = (): void => {
  if (!build()) return;
  if (running === undefined || running.exitCode !== null) {
    running = launch();
    return;
  }
  running.once('exit', () => {
    running = launch();
  });
  running.kill('SIGTERM');
};

for (const folder of folders) {
  watch(join(root, folder), { recursive: true }, () => {
    clearTimeout(pending);
    pending = setTimeout(restart, 200);
  });
}

// Ctrl-C reaches the launched program too; it stops by itself and in order.
process.on('SIGINT', () => {
  if (running === undefined || running.exitCode !== null) process.exit(0);
  running.once('exit', () => process.exit(0));
});
