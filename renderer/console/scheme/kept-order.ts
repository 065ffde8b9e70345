import { z } from 'zod';

/** Who decided a change of the rules and why, as far as it is written: it outlasts the drawer and the page. */
export type KeptOrder = { readonly orderedBy: string; readonly reason: string };

export const noOrder: KeptOrder = { orderedBy: '', reason: '' };

const kept = z.object({ orderedBy: z.string(), reason: z.string() });

const keyOf = (eventId: string): string => `leitai-scheme-order:${eventId}`;

/** What was written for the event; empty where nothing was, or it can't be read any more. */
export function readKeptOrder(storage: () => Storage, eventId: string): KeptOrder {
  try {
    return kept.parse(JSON.parse(storage().getItem(keyOf(eventId)) ?? 'null'));
  } catch {
    // Written by another version of the program, or never.
    return noOrder;
  }
}

/** Keeps it for the event; an empty one is forgotten. */
export function keepOrder(storage: () => Storage, eventId: string, order: KeptOrder): void {
  try {
    if (order.orderedBy === '' && order.reason === '') storage().removeItem(keyOf(eventId));
    else storage().setItem(keyOf(eventId), JSON.stringify(order));
  } catch {
    // Storage can be full or shut off; only a reload would lose what is being written.
  }
}
