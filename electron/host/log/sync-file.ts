import { closeSync, fsyncSync, openSync } from 'node:fs';
import { DiskFault } from './disk-fault.ts';

/** Makes what was written to a file survive a power cut. Throws DiskFault if the disk won't. */
export function syncFile(path: string): void {
  // Windows syncs only what could be written to.
  const descriptor = openSync(path, 'r+');
  try {
    fsyncSync(descriptor);
  } catch (fault) {
    const isFull = fault instanceof Error && 'code' in fault && fault.code === 'ENOSPC';
    throw new DiskFault(isFull ? 'SQLITE_FULL' : 'SQLITE_IOERR_FSYNC', fault);
  } finally {
    closeSync(descriptor);
  }
}
