import type { Chosen } from '../../../shared/documents/make-sheet.ts';
import type { Command } from '../../../shared/domain/command.ts';
import { isAllShown } from '../../../shared/domain/reveal-order.ts';
import type { EventState } from '../../../shared/domain/state.ts';
import { unreachable } from '../../../shared/kernel/unreachable.ts';
import type { SheetKind } from '../../../shared/views/sheet-kinds.ts';
import type { AuthorityPort } from '../authority.ts';
import { refusalOf } from '../lan/refusal-of.ts';

/**
 * What is looked at by asking for a document: marks by seat at any time, figures while they are held. Null for a
 * document that shows neither.
 */
function lookAt(
  kind: SheetKind,
  { unit, seat }: Chosen,
  isHeld: boolean,
): Extract<Command, { kind: 'LookAtResult' }> | null {
  const result = { kind: 'LookAtResult', what: 'result', unit: null } as const;
  switch (kind) {
    case 'tree':
      return { kind: 'LookAtResult', what: 'unit', unit };
    case 'seat':
      return { kind: 'LookAtResult', what: 'seat', unit: null, seat };
    case 'after-count':
      return { kind: 'LookAtResult', what: 'after-count', unit: null };
    case 'unit':
      return isHeld ? { kind: 'LookAtResult', what: 'unit', unit } : null;
    case 'result':
    case 'ranking':
    case 'announcer':
      return isHeld ? result : null;
    case 'rule-card':
    case 'paper-ballot':
    case 'opening':
    case 'count':
      return null;
    default:
      return unreachable(kind);
  }
}

/** A closed log takes no entry, and holds nothing back any more. */
function isSealed({ phase, result }: EventState): boolean {
  return phase === 'closed' && result.kind === 'released';
}

// REVEAL-5
/** Whether figures are held back: they aren't released, or the hall hasn't seen every place yet. */
function isHeld(state: EventState): boolean {
  return state.result.kind !== 'none' && !isAllShown(state);
}

// RESULT-10
/**
 * Writes down a look at marks by seat, or at held figures, before they are given out. Null once it is in the log; else
 * the code of why it couldn't be, and nothing may be given out. An event that is opened read-only takes no entry: it is
 * there to be exported.
 */
export async function logLook(
  authority: AuthorityPort,
  kind: SheetKind,
  chosen: Chosen,
): Promise<string | null> {
  const command = lookAt(kind, chosen, isHeld(authority.state));
  if (!command || isSealed(authority.state)) return null;
  const outcome = await authority.submit({ command, by: { role: 'operator' }, ref: null });
  if (outcome.kind === 'accepted' || outcome.kind === 'read-only') return null;
  return refusalOf(outcome).code;
}
