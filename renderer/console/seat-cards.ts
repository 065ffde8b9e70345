import { z } from 'zod';
import { languages } from '../../shared/kernel/language.ts';

// The pages' content security policy forbids compiling, which zod would try.
z.config({ jitless: true });

const text = z.string().max(2000);
const localText = z.object({ [languages[0]]: text, [languages[1]]: text, [languages[2]]: text } as const);

const seatCardsSchema = z.object({
  addressForTyping: text,
  cards: z.array(
    z.object({ seat: text, number: z.int(), group: localText, url: text, code: text, isSpent: z.boolean() }),
  ),
});

/** The seats' secrets, for the host's own laptop only. `isSpent`: a device has paired with this card. */
export type SeatCards = z.infer<typeof seatCardsSchema>;
export type SeatCard = SeatCards['cards'][number];

/** Throws what went wrong: shown beside a button that tries again. */
export async function loadSeatCards(token: string): Promise<SeatCards> {
  const response = await fetch(`/console/cards?token=${encodeURIComponent(token)}`, { cache: 'no-store' });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return seatCardsSchema.parse(await response.json());
}

/** A code as it is read out and typed: `7F3K9-2MXQP`. */
export function spacedCode(code: string): string {
  return code.length === 10 ? `${code.slice(0, 5)}-${code.slice(5)}` : code;
}
