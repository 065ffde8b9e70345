import { uptime } from 'node:os';
import type { Command } from '../../shared/domain/command.ts';
import { type Instant, instant, type WallTime, wallTime } from '../../shared/kernel/brand.ts';
import { bootId } from './log/boot-id.ts';

/** The clocks of this machine. Tests give their own. */
export type HostClock = {
  /** Whole ms of the monotonic clock; it stands still while the machine sleeps. */
  readonly now: () => Instant;
  /** Whole ms since 1970 UTC. */
  readonly wall: () => WallTime;
  /** Whole ms since the machine started, sleep included. */
  readonly uptimeMs: () => number;
  /** Which run of the machine; empty where the system has no such id. */
  readonly boot: string;
};

export function machineClock(): HostClock {
  return {
    now: () => instant(Number(process.hrtime.bigint() / 1_000_000n)),
    wall: () => wallTime(Date.now()),
    uptimeMs: () => Math.floor(uptime() * 1000),
    boot: bootId(),
  };
}

type LastEntry = { readonly mono: number; readonly wall: number; readonly boot: string };

const allowedDriftMs = 2_000;

// TIME-1
/**
 * Whether the monotonic clock still is the one of the last entry. With boot ids that is what they say; without,
 * it is the same boot if the monotonic clock hasn't gone back and wall − monotonic has moved less than 2 s.
 */
export function isSameBoot(last: LastEntry, clock: HostClock): boolean {
  if (last.boot !== '' || clock.boot !== '') return last.boot === clock.boot;
  const drift = clock.wall() - clock.now() - (last.wall - last.mono);
  return clock.now() >= last.mono && Math.abs(drift) < allowedDriftMs;
}

// TIME-2
/** What the host has to note when it opens an event of another boot; null on the same boot or for a new event. */
export function gapOfOtherBoot(
  last: LastEntry | null,
  clock: HostClock,
): Extract<Command, { kind: 'NoteClockGap' }> | null {
  if (!last || isSameBoot(last, clock)) return null;
  const gapMs = Math.max(0, clock.wall() - last.wall);
  return { kind: 'NoteClockGap', reason: 'other-boot', lastInstant: instant(last.mono), gapMs };
}
