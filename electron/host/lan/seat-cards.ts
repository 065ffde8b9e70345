import { createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import type { Seat } from '../../../shared/domain/event-definition.ts';
import { pairingText } from '../../../shared/protocol/device-proof.ts';
import { seatCodeAlphabet, seatCodeLength } from '../../../shared/protocol/seat-code.ts';
import type { EventFile } from '../log/event-file.ts';
import type { PairingCard } from '../log/event-settings.ts';

function newCard(seat: string): PairingCard {
  const code = Array.from(
    { length: seatCodeLength },
    () => seatCodeAlphabet[randomInt(seatCodeAlphabet.length)],
  ).join('');
  return { seat, secret: randomBytes(16).toString('hex'), code, spent: false };
}

export type Claim = {
  readonly by: { readonly kind: 'card'; readonly seat: string } | { readonly kind: 'code' };
  readonly publicKey: string;
  readonly mac: string;
};

type CardStore = Pick<EventFile, 'pairingCards' | 'putPairingCards' | 'spendPairingCard'>;

/** The seats' cards: a 128-bit secret in a QR and a 10-character code for those who type. */
export class SeatCards {
  readonly #store: CardStore;
  readonly #eventId: string;
  #cards: Map<string, PairingCard>;

  constructor(store: CardStore, eventId: string, seats: readonly Seat[]) {
    this.#store = store;
    this.#eventId = eventId;
    this.#cards = new Map(store.pairingCards().map((card) => [card.seat, card]));
    const missing = seats.filter((seat) => !this.#cards.has(seat.id)).map((seat) => newCard(seat.id));
    if (missing.length > 0) this.#put(missing);
  }

  cardOf(seat: string): PairingCard | null {
    return this.#cards.get(seat) ?? null;
  }

  /** A fresh card for a seat; the old one is worth nothing from now on. */
  replace(seat: string): void {
    this.#put([newCard(seat)]);
  }

  spend(seat: string): void {
    this.#store.spendPairingCard(seat);
    const card = this.#cards.get(seat);
    if (card) this.#cards.set(seat, { ...card, spent: true });
  }

  /** The card whose secret or code made this MAC on this connection's challenge; null if none did. */
  claimed(claim: Claim, challenge: string): PairingCard | null {
    const { by } = claim;
    const named = by.kind === 'card' ? this.#cards.get(by.seat) : null;
    const candidates = by.kind === 'card' ? (named ? [named] : []) : [...this.#cards.values()];
    const text = pairingText(
      challenge,
      this.#eventId,
      claim.publicKey,
      by.kind === 'card' ? by.seat : 'code',
    );
    const given = Buffer.from(claim.mac, 'hex');
    const matches = (card: PairingCard) => {
      const expected = createHmac('sha256', by.kind === 'card' ? card.secret : card.code)
        .update(text)
        .digest();
      return timingSafeEqual(expected, given);
    };
    return candidates.find(matches) ?? null;
  }

  #put(cards: readonly PairingCard[]): void {
    this.#store.putPairingCards(cards);
    for (const card of cards) this.#cards.set(card.seat, card);
  }
}
