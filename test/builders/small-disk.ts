import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';

/** A disk that can be filled to the last byte, for a host process whose id is given. */
export type SmallDisk = {
  readonly folder: string;
  readonly fill: (pid: number) => void;
  readonly free: (pid: number) => void;
};

/** A file system of 1 MiB in memory. Needs the right to mount. */
function mountedDisk(): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'leitai-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]);
  onTestFinished(() => {
    execFileSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true, force: true });
  });
  const filler = join(folder, 'filler');
  return {
    folder,
    fill: () => {
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(filler, Buffer.alloc(bavail * bsize));
    },
    free: () => rmSync(filler),
  };
}

/** No disk of its own, but the system lets the process write no file beyond its first 4 KiB. */
function limitedDisk(): SmallDisk {
  const limit = (pid: number, bytes: string) =>
    execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`]);
  return {
    folder: temporaryFolder(),
    fill: (pid) => limit(pid, '4096'),
    free: (pid) => limit(pid, 'unlimited'),
  };
}

function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'leitai-disk-'));
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]).status === 0;
  if (isMounted) execFileSync('umount', [folder]);
  rmSync(folder, { recursive: true });
  return isMounted;
}

/** Every kind of full disk that this machine can make; the second needs no rights at all. */
export const smallDisks: readonly { readonly name: string; readonly make: () => SmallDisk }[] = [
  ...(canMount() ? [{ name: 'a file system without a free byte', make: mountedDisk }] : []),
  { name: 'a file that may not grow', make: limitedDisk },
];
