import { closeProposal, closingOf } from '../closing.ts';
import type { Command, Envelope } from '../command.ts';
import { aboutRound } from '../round.ts';
import type { EventState } from '../state.ts';
import { type Decision, happen, refuse } from './decision.ts';
import { openRoundOf } from './round-decisions.ts';

// EVENT-3
/** Why the event can't be closed now by anybody; null if it can. */
export function refusalOfClose(state: EventState): Decision | null {
  const open = openRoundOf(state);
  if (open) return refuse('rounds-open', '', aboutRound(open));
  return state.phase === 'live' ? null : refuse('event-not-started');
}

// EVENT-8, EVENT-9
/**
 * Without a required monitor the event is closed at once. With one the order only proposes it, and names what would be
 * sealed; the same order with a reason closes it without the monitor who has been asked and doesn't sign.
 */
export function decideClose(
  { reason }: Extract<Command, { kind: 'CloseEvent' }>,
  state: EventState,
  { head }: Envelope,
): Decision {
  const refused = refusalOfClose(state);
  if (refused) return refused;
  if (!state.definition.scheme.isMonitorRequired)
    return reason === undefined ? happen({ kind: 'EventClosed' }) : refuse('no-second-needed', 'reason');
  const asked = closeProposal(state);
  if (reason !== undefined)
    return asked ? happen({ kind: 'EventClosed', reason }) : refuse('close-not-proposed', 'reason');
  if (asked) return refuse('close-proposed');
  return happen({
    kind: 'ActProposed',
    proposal: state.proposalCount + 1,
    act: {
      kind: 'close',
      closing: closingOf(state),
      head: head ?? { n: state.lastEntry, hash: '' },
    },
    reason: '',
  });
}
