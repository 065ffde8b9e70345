import { chairsDevice, type DomainEvent } from './events.ts';
import type { EventState, SameMachine } from './state.ts';

/** Whether a signing device, dismissed since or not, is the host's own machine; false for the operator (null). */
export function isOnSameMachine(
  { sameMachine }: Partial<Pick<EventState, 'sameMachine'>>,
  screen: string | null,
): boolean {
  return screen !== null && (sameMachine?.screens.includes(screen) ?? false);
}

/** Which device acted as the second person in this event; null where none did. */
function secondPerson(event: DomainEvent): string | null {
  switch (event.kind) {
    case 'CountCoSigned':
    case 'CountObjected':
    case 'ObjectionWithdrawn':
    case 'ActSeconded':
      return event.screen;
    case 'ActDropped':
      return event.screen ?? null;
    case 'ResultReleased':
    case 'ObjectionOverridden':
      return chairsDevice(event);
    default:
      return null;
  }
}

/** Whether the event is an admission of the host's own machine, or an act of a person there. */
export function isOfSameMachine(state: Pick<EventState, 'sameMachine'>, event: DomainEvent): boolean {
  if (event.kind === 'ScreenAdmitted') return event.isSameMachine === true;
  return isOnSameMachine(state, secondPerson(event));
}

// SAME-4
/** `state.sameMachine` after the event. */
export function noteSameMachine({ sameMachine }: EventState, event: DomainEvent): SameMachine {
  if (!isOfSameMachine({ sameMachine }, event)) return sameMachine;
  const { screens } = sameMachine;
  return event.kind === 'ScreenAdmitted'
    ? { ...sameMachine, screens: [...screens, event.screen] }
    : { screens, hasSigned: true };
}
