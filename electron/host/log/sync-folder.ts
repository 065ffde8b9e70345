import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Makes a creation, rename or removal in the folder survive a power cut. */
export function syncFolder(folder: string): void {
  // Windows can't open a folder, and journals such changes itself.
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
