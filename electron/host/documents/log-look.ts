import type { Command } from '../../../shared/domain/command.ts';
import type { EventState } from '../../../shared/domain/state.ts';
import type { SheetKind } from '../../../shared/views/sheet-kinds.ts';
import type { AuthorityPort } from '../authority.ts';
import { refusalOf } from '../lan/refusal-of.ts';

/** What is looked at by asking for a document; null for one that opens no seat's marks. */
function lookAt(kind: SheetKind, unit: string | null): Extract<Command, { kind: 'LookAtResult' }> | null {
  switch (kind) {
    case 'tree':
      return { kind: 'LookAtResult', what: 'unit', unit };
    case 'after-count':
      return { kind: 'LookAtResult', what: 'result', unit: null };
    default:
      return null;
  }
}

/** A closed log takes no entry, and holds nothing back any more. */
function isSealed({ phase, result }: EventState): boolean {
  return phase === 'closed' && result.kind === 'released';
}

// RESULT-10
/**
 * Writes down a look at marks by seat before they are given out. Null once it is in the log; else the code of why it
 * couldn't be, and nothing may be given out.
 */
export async function logLook(
  authority: AuthorityPort,
  kind: SheetKind,
  unit: string | null,
): Promise<string | null> {
  const command = lookAt(kind, unit);
  if (!command || isSealed(authority.state)) return null;
  const outcome = await authority.submit({ command, by: { role: 'operator' }, ref: null });
  return outcome.kind === 'accepted' ? null : refusalOf(outcome).code;
}
