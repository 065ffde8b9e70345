import { unreachable } from '../../../shared/kernel/unreachable.ts';
import type { Refusal } from '../../../shared/protocol/host-message.ts';
import type { Outcome } from '../authority.ts';

/** An outcome that isn't `accepted`, as a page is told of it. */
export function refusalOf(outcome: Exclude<Outcome, { kind: 'accepted' }>): Refusal {
  const plain = (code: string): Refusal => ({ code, path: '', params: {} });
  switch (outcome.kind) {
    case 'rejected':
      return outcome.rejection;
    case 'dropped':
      return plain('host-fault');
    case 'disk-failed':
      return plain('disk-failed');
    case 'read-only':
      return plain('event-read-only');
    default:
      return unreachable(outcome);
  }
}
