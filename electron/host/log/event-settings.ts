import { z } from 'zod';

/** What belongs to an event, may change, and is no part of its record. */
export const eventSettings = z.object({
  /** TCP port of the event's pages; null until one is taken. */
  port: z.number().int().min(1).max(65_535).nullable().default(null),
  /** Host part of the event's address as printed on cards; null until the operator picked a network. */
  address: z.string().nullable().default(null),
  /** Every origin the event was ever reachable under; pages opened from these stay admitted. */
  origins: z.array(z.string()).readonly().default([]),
  /** From then on the port and the address may not change silently. */
  cardsPrinted: z.boolean().default(false),
});

export type EventSettings = z.infer<typeof eventSettings>;

/** A seat's pairing card. */
export type PairingCard = {
  readonly seat: string;
  /** 128 bit, hex; single use. */
  readonly secret: string;
  /** What is typed by hand where the QR can't be read. */
  readonly code: string;
  readonly spent: boolean;
};
