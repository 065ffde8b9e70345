import { rankedUnits } from '../../shared/domain/reveal-order.ts';
import type { EventState } from '../../shared/domain/state.ts';
import type { ConsoleHealth } from '../../shared/views/console-view.ts';
import { type DisplaysMessage, type HostStatus, isConsoleExposed } from '../shell-link.ts';

/** Figures exist that the hall may not see yet. */
function holdsNumbers({ result }: EventState): boolean {
  if (result.kind !== 'released') return result.kind === 'counted';
  return result.revealed < rankedUnits(result.figures).length;
}

/** The displays of a machine as the console names them. */
export function displaysKind({ mirrored, wall }: DisplaysMessage): ConsoleHealth['displays']['kind'] {
  if (mirrored) return 'mirrored';
  return wall === 'none' ? 'one' : 'extended';
}

/** Tells the shell what it has to know of the event, whenever that changes. */
export class StatusReport {
  readonly #send: (status: HostStatus) => void;
  #last = '';
  /** Until the shell has told of displays, the hall may see whatever the console shows. */
  #coversHeld = true;

  constructor(send: (status: HostStatus) => void) {
    this.#send = send;
  }

  /** `isAsked`: told even if nothing has changed. */
  tell(state: EventState, isAsked = false): void {
    const status: HostStatus = {
      kind: 'status',
      isLive: state.phase === 'live',
      heldNumbers: holdsNumbers(state),
      coversHeld: this.#coversHeld,
    };
    const text = JSON.stringify(status);
    if (text === this.#last && !isAsked) return;
    this.#last = text;
    this.#send(status);
  }

  /** The console's view has been published under these displays. */
  displaysShown(displays: DisplaysMessage, state: EventState): void {
    this.#coversHeld = isConsoleExposed(displays);
    this.tell(state, true);
  }
}
