import { statSync } from 'node:fs';
import { constants, enableCompileCache, flushCompileCache } from 'node:module';

/** Long after the pages are there: writing takes some tens of milliseconds, once for each build. */
const keepAfterMs = 10_000;

/**
 * Has Node use, and keep, what it made of the program at an earlier start, in the first of these folders that will do.
 * `shipped` came with the build, for the Node that built it; what another one keeps there stands beside it. What isn't
 * there, is spoilt or can't be written costs time and nothing else.
 */
export function keepCompiled(shipped: string, own: string): void {
  const folders = isOurs(shipped) ? [shipped, own] : [own];
  // A folder that came with the program may have been moved with it since.
  const isKept = (directory: string) =>
    enableCompileCache({ directory, portable: true }).status !== constants.compileCacheStatus.FAILED;
  if (folders.some(isKept)) setTimeout(flushCompileCache, keepAfterMs).unref();
}

/** Node runs what stands there unread: nobody else may be able to write it. */
function isOurs(folder: string): boolean {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return false;
  return process.getuid === undefined || (found.uid === process.getuid() && (found.mode & 0o022) === 0);
}
