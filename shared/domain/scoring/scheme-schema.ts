import { z } from 'zod';
import { criterionId, groupId } from '../../kernel/brand.ts';
import { parseDecimal } from '../../kernel/rational.ts';
import { idText, localTextSchema } from '../text-schema.ts';

const mark = z
  .string()
  .refine((text) => parseDecimal(text).ok, 'must be a number such as 20 or 0.5, written in quotes');
const group = idText.transform(groupId);
const criterion = idText.transform(criterionId);

/** The shape of a scheme file. Whether its rules fit together is `checkScheme`'s to say. */
export const schemeSchema = z.strictObject({
  id: idText,
  version: z.int().min(1),
  name: localTextSchema(),
  criteria: z
    .array(z.strictObject({ id: criterion, name: localTextSchema(), maximum: mark, step: mark }))
    .min(1)
    .max(50),
  weights: z.array(z.strictObject({ group, weight: z.int().min(1).max(1_000_000) })).min(1),
  trim: z.strictObject({ high: z.int().min(0), low: z.int().min(0), fromCount: z.int().min(1) }).nullable(),
  emptyGroup: z.enum(['block', 'renormalise', 'zero']),
  decimals: z.int().min(0).max(6),
  ties: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('group'), group }),
      z.strictObject({ kind: z.literal('criterion'), criterion }),
    ]),
  ),
  isMonitorRequired: z.boolean(),
  publishFrom: z.int().min(1),
});
