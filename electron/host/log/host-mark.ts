import {
  existsSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { z } from 'zod';
import { bootId } from './boot-id.ts';

/** Who has an event file open, as written beside it. SQLite's own lock is what keeps others out. */
export type HostMark = {
  readonly pid: number;
  /** Wall clock, milliseconds since 1970 UTC. */
  readonly started: number;
  readonly boot: string;
  /** Where the host's console can be found. */
  readonly address: string;
};

const hostMark = z.object({
  pid: z.number().int(),
  started: z.number().int(),
  boot: z.string(),
  address: z.string(),
});

export function hostMarkPath(eventPath: string): string {
  return `${eventPath}.host`;
}

/** The host that has the event open; null if there is none, or if it died without removing its mark. */
export function readLivingHost(eventPath: string): HostMark | null {
  const path = hostMarkPath(eventPath);
  if (!existsSync(path)) return null;
  const parsed = hostMark.safeParse(parseJson(readFileSync(path, 'utf8')));
  if (!parsed.success) return null;
  return parsed.data.boot === bootId() && isAlive(parsed.data.pid) ? parsed.data : null;
}

export function writeHostMark(eventPath: string, address: string, now: number): void {
  const mark: HostMark = { pid: process.pid, started: now, boot: bootId(), address };
  writeFileSync(hostMarkPath(eventPath), JSON.stringify(mark));
}

export function removeHostMark(eventPath: string): void {
  rmSync(hostMarkPath(eventPath), { force: true });
}

/** The process that holds the file open, found without its mark; null where the system doesn't tell. */
export function findHolder(eventPath: string): number | null {
  if (process.platform !== 'linux') return null;
  const target = realpathSync(eventPath);
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  const holder = processes.find((pid) => openFiles(pid).includes(target));
  return holder === undefined ? null : Number(holder);
}

function openFiles(pid: string): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((descriptor) => readlinkSync(`/proc/${pid}/fd/${descriptor}`));
  } catch {
    // It ended meanwhile, or belongs to someone else.
    return [];
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return fault instanceof Error && 'code' in fault && fault.code === 'EPERM';
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
