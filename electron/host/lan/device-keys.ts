import { type EventState, seatOf } from '../../../shared/domain/state.ts';
import type { SeatId } from '../../../shared/kernel/brand.ts';

/** The seat that this key may vote for now; null for a key that has been replaced or was never paired. */
export function seatOfKey(
  state: EventState,
  publicKey: string,
): { readonly seat: SeatId; readonly device: number } | null {
  for (const [id, { device, publicKey: own }] of Object.entries(state.seatDevices)) {
    const seat = own === publicKey ? seatOf(state, id) : null;
    if (seat) return { seat: seat.id, device };
  }
  return null;
}

/** The admitted screen that holds this key; null for a key that nobody admitted or that was dismissed. */
export function screenOfKey(state: EventState, publicKey: string) {
  return state.screens.find((screen) => screen.publicKey === publicKey) ?? null;
}
