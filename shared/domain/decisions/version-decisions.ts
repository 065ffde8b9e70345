import { err, ok, type Result } from '../../kernel/result.ts';
import { versionNumber } from '../event-version.ts';
import type { EventOf } from '../events.ts';
import type { Head } from '../log/entry.ts';
import { type Rejection, rejection } from '../rejection.ts';
import type { EventState } from '../state.ts';

/** Who orders a superseding version, and why. */
export type VersionWish = { readonly orderedBy: string; readonly reason: string };

// EVENT-4
/**
 * The event that opens a superseding version of a closed one, for a log of its own: it is no command of the closed
 * log, which takes none. `head` is the closed log's last entry.
 */
export function decideVersion(
  { orderedBy, reason }: VersionWish,
  state: EventState,
  head: Head,
): Result<EventOf<'VersionOpened'>, Rejection> {
  if (state.phase !== 'closed') return err(rejection('event-not-closed'));
  const version = versionNumber(state);
  const { n, hash } = head;
  return ok({
    kind: 'VersionOpened',
    version: version + 1,
    supersedes: { event: state.definition.id, version, n, hash },
    orderedBy,
    reason,
  });
}
