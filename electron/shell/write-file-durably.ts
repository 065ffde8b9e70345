import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * Puts a whole file in place, over one of that name: it is there and on disk, or nothing has changed. Rejects with the
 * system's error where the disk, its room or its rights don't allow it.
 */
export async function writeFileDurably(file: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${file}.part`;
  try {
    const handle = await open(unfinished, 'w');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, file);
  } catch (fault) {
    await rm(unfinished, { force: true });
    throw fault;
  }
  await syncFolderOf(file);
}

/** Makes the new name survive a power cut where the system can: Windows opens no folder, a stick may know no sync of one. */
async function syncFolderOf(file: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path.dirname(file), 'r');
  try {
    await folder.sync();
  } catch (fault) {
    if (!hasCode(fault, ['EINVAL', 'ENOTSUP', 'EPERM'])) throw fault;
  } finally {
    await folder.close();
  }
}

/** Whether a fault is an error of the system with one of these codes. */
export function hasCode(fault: unknown, codes: readonly string[]): boolean {
  return fault instanceof Error && 'code' in fault && codes.some((code) => code === fault.code);
}
