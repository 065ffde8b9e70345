import type { EventState, EventVersion } from './state.ts';

type Versions = Pick<EventState, 'versions'>;

/** The superseding version that the event is in; null in its first log. */
export function lastVersion({ versions }: Versions): EventVersion | null {
  return versions[versions.length - 1] ?? null;
}

/** Which version of the event this is: 1 for its first log. */
export function versionNumber(state: Versions): number {
  return lastVersion(state)?.version ?? 1;
}

/** Where the log begins that is being written, counted through all versions. */
export function logBase(state: Versions): number {
  return lastVersion(state)?.first ?? 0;
}

/**
 * An entry as people and `verify` name it: `57`, and in an event of several versions the version and the entry's
 * number in that one's log, `2/3`. `n` counts through all versions.
 */
export function entryName(state: Versions, n: number): string {
  if (state.versions.length === 0) return `${n}`;
  const own = lastVersion({ versions: state.versions.filter(({ first }) => first <= n) });
  return `${own?.version ?? 1}/${n - (own?.first ?? 0)}`;
}
