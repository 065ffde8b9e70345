import { z } from 'zod';
import { signedReason } from './typed-text.ts';

const signature = z.string().regex(/^[0-9a-f]{128}$/);
const signed = z.string().max(4096);
const count = z.int().min(1);
const figures = z.string().regex(/^[0-9a-f]{64}$/);

/** The commands of the chair's page. What is signed is the text of `releaseText` or `overrideText`. */
export const chairCommandSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('ReleaseByChair'),
    count,
    figures,
    reveal: z.enum(['step', 'all']),
    isFewerThanThreeAccepted: z.boolean(),
    signed,
    signature,
  }),
  z.strictObject({
    kind: z.literal('OverrideByChair'),
    count,
    figures,
    objection: z.string().max(200),
    reason: signedReason,
    signed,
    signature,
  }),
]);

export type ChairCommand = z.infer<typeof chairCommandSchema>;
