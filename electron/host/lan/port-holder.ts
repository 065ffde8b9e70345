import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';

export type PortHolder = { readonly pid: number; readonly program: string };

function socketInode(port: number): string | null {
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    for (const line of readFileSync(table, 'utf8').split('\n').slice(1)) {
      const fields = line.trim().split(/\s+/);
      // 0A is LISTEN.
      if (fields[1]?.endsWith(`:${hex}`) && fields[3] === '0A') return fields[9] ?? null;
    }
  }
  return null;
}

function holdsInode(pid: string, inode: string): boolean {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) => {
      try {
        return readlinkSync(`/proc/${pid}/fd/${fd}`) === `socket:[${inode}]`;
      } catch {
        // The descriptor was closed between the two calls.
        return false;
      }
    });
  } catch {
    // A process of another user, or one that has ended meanwhile.
    return false;
  }
}

/** Which process listens on a TCP port of this machine; null where the system doesn't tell. */
export function portHolder(port: number): PortHolder | null {
  if (process.platform !== 'linux') return null;
  const inode = socketInode(port);
  if (!inode) return null;
  const pid = readdirSync('/proc').find((name) => /^\d+$/.test(name) && holdsInode(name, inode));
  if (!pid) return null;
  // Not its `comm`, the name of a thread: every Node program would be called MainThread.
  return { pid: Number(pid), program: basename(readlinkSync(`/proc/${pid}/exe`)) };
}
