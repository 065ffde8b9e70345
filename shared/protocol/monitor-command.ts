import { z } from 'zod';
import { signedReason } from './typed-text.ts';

const signature = z.string().regex(/^[0-9a-f]{128}$/);
const signed = z.string().max(4096);
const count = z.int().min(1);
const figures = z.string().regex(/^[0-9a-f]{64}$/);
const proposal = z.int().min(1);

/** The commands of the monitor's page. What is signed is the text that `monitor-signature.ts` makes of the rest. */
export const monitorCommandSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('CoSignCount'), count, figures, signed, signature }),
  z.strictObject({
    kind: z.literal('ObjectToCount'),
    count,
    figures,
    reason: signedReason,
    signed,
    signature,
  }),
  z.strictObject({
    kind: z.literal('WithdrawObjection'),
    count,
    objection: z.string().max(200),
    reason: signedReason,
    signed,
    signature,
  }),
  z.strictObject({ kind: z.literal('SecondAct'), proposal, signed, signature }),
  z.strictObject({ kind: z.literal('DeclineAct'), proposal, signed, signature }),
  /** Marks by seat are no monitor's to see. */
  z.strictObject({ kind: z.literal('LookAtResult'), what: z.literal('result'), unit: z.null() }),
]);

export type MonitorCommand = z.infer<typeof monitorCommandSchema>;
