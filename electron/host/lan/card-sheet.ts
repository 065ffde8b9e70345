import type { EventState } from '../../../shared/domain/state.ts';
import type { LocalText } from '../../../shared/kernel/language.ts';
import type { SeatCards } from './seat-cards.ts';

/** The seats' cards as the console shows and prints them. Secrets: for the console on this machine alone. */
export type CardSheet = {
  /** The short address for those who type. */
  readonly addressForTyping: string;
  readonly cards: readonly {
    readonly seat: string;
    readonly number: number;
    readonly group: LocalText;
    /** What the QR holds; the secret follows `#` and never goes over the wire. */
    readonly url: string;
    readonly code: string;
    readonly isSpent: boolean;
  }[];
};

export function cardSheet({ definition }: EventState, cards: SeatCards, origin: string): CardSheet {
  return {
    addressForTyping: `${origin.replace(/^http:\/\//, '')}/panel`,
    cards: definition.seats.flatMap((seat) => {
      const card = cards.cardOf(seat.id);
      const group = definition.groups.find(({ id }) => id === seat.group);
      if (!card || !group) return [];
      const url = `${origin}/panel#${seat.id}.${card.secret}`;
      return [
        { seat: seat.id, number: seat.number, group: group.name, url, code: card.code, isSpent: card.spent },
      ];
    }),
  };
}
