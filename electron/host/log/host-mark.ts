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

// The events that this process has open. A mark can't tell: a new process may get the number of a dead one.
const heldHere = new Set<string>();

export function hostMarkPath(eventPath: string): string {
  return `${eventPath}.host`;
}

/** What is written beside the event about the host that has it open, or that died with it open; null if nothing. */
function readHostMark(eventPath: string): HostMark | null {
  const path = hostMarkPath(eventPath);
  if (!existsSync(path)) return null;
  const parsed = hostMark.safeParse(parseJson(readFileSync(path, 'utf8')));
  return parsed.success ? parsed.data : null;
}

/** Who keeps this process from the event: by its mark if that is of a living process, else as the system tells. */
export function findOtherHost(eventPath: string): {
  readonly pid: number | null;
  readonly address: string | null;
} {
  const mark = readHostMark(eventPath);
  if (mark !== null && mark.boot === bootId() && isAlive(mark.pid))
    return { pid: mark.pid, address: mark.address };
  return { pid: findHolder(eventPath), address: null };
}

/**
 * The host that is known to have the event open, without asking SQLite: this process drops its lock if
 * it reads the file by other means, and on Linux another one is then still found by its open files.
 */
export function findKnownHost(
  eventPath: string,
): { readonly pid: number; readonly address: string | null } | null {
  const mark = readHostMark(eventPath);
  if (isHeldHere(eventPath)) return { pid: process.pid, address: mark?.address ?? null };
  if (mark === null || mark.pid === process.pid || mark.boot !== bootId()) return null;
  if (process.platform !== 'linux') return null;
  const isHolding = openFiles(String(mark.pid)).includes(realpathSync(eventPath));
  return isHolding ? { pid: mark.pid, address: mark.address } : null;
}

/** Whether this very process has the event open. */
function isHeldHere(eventPath: string): boolean {
  return heldHere.has(realpathSync(eventPath));
}

export function writeHostMark(eventPath: string, address: string, now: number): void {
  const mark: HostMark = { pid: process.pid, started: now, boot: bootId(), address };
  writeFileSync(hostMarkPath(eventPath), JSON.stringify(mark));
  heldHere.add(realpathSync(eventPath));
}

export function removeHostMark(eventPath: string): void {
  rmSync(hostMarkPath(eventPath), { force: true });
  heldHere.delete(realpathSync(eventPath));
}

/** The process that holds the file open; null where the system doesn't tell. */
function findHolder(eventPath: string): number | null {
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
