import { seatOf } from '../../../shared/domain/state.ts';
import type { Refusal } from '../../../shared/protocol/host-message.ts';
import type { AuthorityPort } from '../authority.ts';
import type { HostClock } from '../clock.ts';
import { refusalOf } from './refusal-of.ts';
import type { Claim, SeatCards } from './seat-cards.ts';
import { SlowDown } from './slow-down.ts';

export type ClaimAnswer =
  | { readonly kind: 'paired' }
  | { readonly kind: 'ask-operator'; readonly seat: string; readonly seatNumber: number }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly retryAfterMs: number | null };

type Parts = {
  readonly authority: AuthorityPort;
  readonly cards: SeatCards;
  readonly clock: HostClock;
  readonly report: (where: string, fault: unknown) => void;
};

/** Gives seats to devices that hold a seat's card, and asks the operator where a seat has a device already. */
export class PairingDesk {
  readonly #parts: Parts;
  readonly #slowDown = new SlowDown();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The device has proved that it holds `claim.publicKey` on the connection of this challenge. */
  async claim(claim: Claim, challenge: string, address: string): Promise<ClaimAnswer> {
    const { authority, cards, clock } = this.#parts;
    const wait = this.#slowDown.waitMs(address, clock.now());
    if (wait > 0) return refused('slow-down', wait);
    const card = cards.claimed(claim, challenge);
    const seat = card && seatOf(authority.state, card.seat);
    if (!card || !seat) return refused('wrong-card', this.#slowDown.wrong(address, clock.now()));
    this.#slowDown.right(address);
    const holder = authority.state.seatDevices[seat.id];
    if (holder?.publicKey === claim.publicKey) return { kind: 'paired' };
    if (this.#isScreen(claim.publicKey)) return refusedFor('publicKey', 'device-is-a-screen', null);
    // A spent card or a seat in use never displaces a device silently.
    if (card.spent || holder) return { kind: 'ask-operator', seat: seat.id, seatNumber: seat.number };
    return this.give(seat.id, claim.publicKey);
  }

  /** The rules refuse it its seat; until then nobody is asked about it, and no card is used up. */
  #isScreen(publicKey: string): boolean {
    return this.#parts.authority.state.screens.some((screen) => screen.publicKey === publicKey);
  }

  /** Gives the seat to a device for good; its card is used up by it. */
  async give(seat: string, publicKey: string): Promise<ClaimAnswer> {
    const { authority, cards, report } = this.#parts;
    const outcome = await authority.submit({
      command: { kind: 'PairSeat', seat, publicKey },
      by: { role: 'host' },
      ref: null,
    });
    const isHeldAlready = outcome.kind === 'rejected' && outcome.rejection.code === 'already-paired';
    if (outcome.kind !== 'accepted' && !isHeldAlready)
      return { kind: 'refused', refusal: refusalOf(outcome), retryAfterMs: null };
    try {
      cards.spend(seat);
    } catch (fault) {
      // The pairing itself is on disk, and a seat that has a device asks the operator, spent card or not.
      report('card', fault);
    }
    return { kind: 'paired' };
  }
}

function refused(code: string, retryAfterMs: number): ClaimAnswer {
  return refusedFor('mac', code, retryAfterMs);
}

function refusedFor(path: string, code: string, retryAfterMs: number | null): ClaimAnswer {
  return { kind: 'refused', refusal: { code, path, params: {} }, retryAfterMs };
}
