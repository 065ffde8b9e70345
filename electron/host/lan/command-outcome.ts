import type { CommandOutcome } from '../../../shared/protocol/host-message.ts';
import type { Outcome } from '../authority.ts';
import { refusalOf } from './refusal-of.ts';

/** What a page is told of its order: the position of its first entry, or why it was refused. */
export function commandOutcome(outcome: Outcome): CommandOutcome {
  if (outcome.kind !== 'accepted') return { kind: 'refused', refusal: refusalOf(outcome) };
  return { kind: 'accepted', entry: outcome.recorded[0]?.n ?? null };
}
