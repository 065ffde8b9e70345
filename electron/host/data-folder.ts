import { chmodSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Where this machine keeps what belongs to no single event: its key, the heads of the events it ran.
 * `--data DIR` (given) before LEITAI_DATA before the system's place for a user's program data.
 */
export function locateDataFolder(given: string | null, environment: NodeJS.ProcessEnv = process.env): string {
  return resolve(given ?? environment.LEITAI_DATA ?? defaultDataFolder(process.platform, environment));
}

/** Makes the data folder if need be, readable by its owner only, and returns where it is. */
export function dataFolder(given: string | null, environment: NodeJS.ProcessEnv = process.env): string {
  const folder = locateDataFolder(given, environment);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (process.platform !== 'win32') chmodSync(folder, 0o700);
  return folder;
}

/** The system's place for a user's program data. */
export function defaultDataFolder(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string {
  const home = environment.HOME ?? homedir();
  switch (platform) {
    case 'win32':
      return join(environment.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'Leitai');
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Leitai');
    default:
      return join(environment.XDG_DATA_HOME ?? join(home, '.local', 'share'), 'leitai');
  }
}
