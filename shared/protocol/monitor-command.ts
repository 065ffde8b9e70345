import { z } from 'zod';

const signature = z.string().regex(/^[0-9a-f]{128}$/);
const signed = z.string().max(1024);

/** The commands of the monitor's page. What is signed is the text of `coSignText` or `secondText`. */
export const monitorCommandSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('CoSignCount'),
    count: z.int().min(1),
    figures: z.string().regex(/^[0-9a-f]{64}$/),
    signed,
    signature,
  }),
  z.strictObject({
    kind: z.literal('ObjectToCount'),
    count: z.int().min(1),
    reason: z.string().trim().min(1).max(200),
  }),
  z.strictObject({ kind: z.literal('WithdrawObjection'), reason: z.string().trim().min(1).max(200) }),
  z.strictObject({ kind: z.literal('SecondAct'), proposal: z.int().min(1), signed, signature }),
  z.strictObject({ kind: z.literal('DropAct'), proposal: z.int().min(1) }),
  /** Marks by seat are no monitor's to see. */
  z.strictObject({ kind: z.literal('LookAtResult'), what: z.literal('result'), unit: z.null() }),
]);

export type MonitorCommand = z.infer<typeof monitorCommandSchema>;
