import { type PinDesk, pinDesk } from '../connection/pin-desk.ts';
import { pinsInMemory } from '../connection/pin-memory.ts';

const record = { salt: '00'.repeat(16), publicKey: 'f'.repeat(64), wrong: 0, waitUntil: 0 };

/** The page of a device of its own, unless the state's name says that a PIN is asked for. */
export function samplePins(state: string): PinDesk {
  const memory = pinsInMemory();
  const pins = pinDesk(memory);
  if (!state.startsWith('pin-')) return pins;
  pins.placed(true);
  if (state !== 'pin-choose') memory.keep('event', record);
  if (state !== 'pin-signed')
    void pins.ask('event', {
      purpose: state === 'pin-sign' ? 'sign' : 'come-in',
      mayChooseAnew: state === 'pin-come-in',
    });
  return pins;
}
