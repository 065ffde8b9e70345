import { execFileSync } from 'node:child_process';

/** Copies a file that this process has open in SQLite; done by another process, since closing it here would drop the lock. */
export function copyWhileOpen(from: string, to: string): void {
  execFileSync(process.execPath, ['-e', 'fs.copyFileSync(process.argv[1], process.argv[2])', from, to]);
}
