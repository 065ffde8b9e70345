import type { DomainEvent, EventOf } from './events.ts';
import type { EventState, SameMachine } from './state.ts';

/** Whether a signing device, dismissed since or not, is the host's own machine; false for the operator (null). */
export function isOnSameMachine(
  { sameMachine }: Partial<Pick<EventState, 'sameMachine'>>,
  screen: string | null,
): boolean {
  return screen !== null && (sameMachine?.screens.includes(screen) ?? false);
}

/** What a second person does: such an event names the device, unless the operator acted alone. */
export const actsOfSecond = [
  'CountCoSigned',
  'CountObjected',
  'ObjectionWithdrawn',
  'ObjectionOverridden',
  'ActSeconded',
  'ActDropped',
  'ResultReleased',
] as const satisfies readonly DomainEvent['kind'][];

type ActOfSecond = EventOf<(typeof actsOfSecond)[number]>;

function isActOfSecond(event: DomainEvent): event is ActOfSecond {
  return actsOfSecond.some((kind) => kind === event.kind);
}

/** Which device acted as the second person in this event; null where none did. */
function secondPerson(event: DomainEvent): string | null {
  return isActOfSecond(event) && 'screen' in event ? (event.screen ?? null) : null;
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
