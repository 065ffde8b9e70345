import { logPosition } from '../../kernel/brand.ts';
import { logBase, versionNumber } from '../event-version.ts';
import type { EventOf, RecordedEvent } from '../events.ts';
import type { EventState, EventVersion } from '../state.ts';

// EVENT-5
/**
 * A closed event goes on in a new log: as it stood, with the result as it was released. What waited for a second
 * device is asked anew. Throws on a log that goes on from an event that isn't closed, or from another version.
 */
export function versionOpened(
  state: EventState,
  event: EventOf<'VersionOpened'>,
  recorded: RecordedEvent,
): EventState {
  const { kind: _, ...order } = event;
  if (state.phase !== 'closed') throw new Error('the event that is superseded is not closed');
  if (order.version !== versionNumber(state) + 1) throw new Error(`version ${order.version} is not the next`);
  const { result, versions } = state;
  const opened: EventVersion = {
    ...order,
    wall: recorded.wall,
    first: logPosition(logBase(state) + order.supersedes.n + 1),
    formerly: result.kind === 'released' ? result.figures : null,
  };
  const asked = result.kind === 'counted' ? { ...result, chairAsked: null } : result;
  return { ...state, phase: 'live', proposals: [], result: asked, versions: [...versions, opened] };
}
