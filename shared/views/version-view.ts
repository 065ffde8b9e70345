import { lastVersion } from '../domain/event-version.ts';
import type { EventState } from '../domain/state.ts';

/** Which version of the event this is, and the closed log that it supersedes; null for the first. */
export type VersionView = {
  readonly number: number;
  readonly supersedes: { readonly version: number; readonly n: number; readonly hash: string } | null;
};

/**
 * The file of the version that would supersede a closed event, beside its own: by its name. `isNoted`: this machine has
 * run such a version, wherever its file is now.
 */
export type NextVersionView = {
  readonly file: string;
  readonly isThere: boolean;
  readonly isNoted: boolean;
};

export function versionView(state: Pick<EventState, 'versions'>): VersionView {
  const last = lastVersion(state);
  if (!last) return { number: 1, supersedes: null };
  const { version, n, hash } = last.supersedes;
  return { number: last.version, supersedes: { version, n, hash } };
}
