import { figuresHash } from './figures-hash.ts';
import type { EventState } from './state.ts';
import type { Closing, Proposal } from './two-person-act.ts';

/** What a close would seal now. */
export function closingOf(state: EventState): Closing {
  const { result, roundOrder, rounds, changes, attachments } = state;
  return {
    result: result.kind,
    figures: result.kind === 'none' ? null : figuresHash(result.figures),
    rounds: roundOrder.filter((id) => rounds[id] && rounds[id].state !== 'voided').length,
    changes: changes.length,
    attachments: attachments.length,
  };
}

/** The operator's proposal to close the event, while it waits for the monitor. */
export function closeProposal({ proposals }: Pick<EventState, 'proposals'>): Proposal | null {
  return proposals.find(({ act }) => act.kind === 'close') ?? null;
}

// EVENT-8
/** The state without a proposal to close that names what no longer stands: nobody seals what they weren't shown. */
export function withoutStaleClose(state: EventState): EventState {
  const proposal = closeProposal(state);
  if (proposal?.act.kind !== 'close') return state;
  const { closing } = proposal.act;
  const now = closingOf(state);
  const isSame =
    closing.result === now.result &&
    closing.figures === now.figures &&
    closing.rounds === now.rounds &&
    closing.changes === now.changes &&
    closing.attachments === now.attachments;
  return isSame ? state : { ...state, proposals: state.proposals.filter(({ id }) => id !== proposal.id) };
}
