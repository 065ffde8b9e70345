import { longestAttachmentName } from '../attachment.ts';
import type { Command } from '../command.ts';
import { aboutRound } from '../round.ts';
import type { EventState } from '../state.ts';
import { isLine } from '../text-schema.ts';
import { type Decision, happen, refuse } from './decision.ts';
import { openRoundOf } from './round-decisions.ts';

// RESULT-13
/** The bytes have been stored and hashed before this. */
export function decideAttach(
  command: Extract<Command, { kind: 'AttachProtocol' }>,
  state: EventState,
): Decision {
  const open = openRoundOf(state);
  if (open) return refuse('rounds-open', '', aboutRound(open));
  const { result } = state;
  if (result.kind === 'none') return refuse('result-not-counted');
  const { name, type, bytes, hash, count } = command;
  if (result.count !== count) return refuse('wrong-count', 'count');
  if (!isLine(name, longestAttachmentName)) return refuse('name-unfit', 'name');
  if (state.attachments.some((attached) => attached.hash === hash)) return refuse('already-attached', 'hash');
  return happen({ kind: 'ProtocolAttached', name, type, bytes, hash, count });
}
