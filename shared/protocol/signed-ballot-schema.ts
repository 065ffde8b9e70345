import { z } from 'zod';
import { ballotMarks } from '../domain/ballot.ts';
import { reasonField } from '../domain/ballot-paper.ts';
import { isLine } from '../domain/text-schema.ts';
import type { SignedBallot } from './signed-ballot.ts';

const name = z.string().min(1).max(64);
/** `ballot/unit/key` of a paper's field. */
const fieldName = z.string().min(1).max(100);
const longestMark = 40;
const longestReason = 200;

/** What may stand in a field: a mark, an id, or one line of reason. */
function isFit(field: string, text: string): boolean {
  if (!field.endsWith(reasonField)) return text.length <= longestMark;
  return text === '' || isLine(text, longestReason);
}

/** Read as it was signed: a field that a plain object can't hold would be passed over. */
const values = z
  .custom<SignedBallot['values']>(
    (given) => typeof given === 'object' && given !== null && !Object.hasOwn(given, '__proto__'),
  )
  .pipe(z.record(fieldName, z.string()))
  .superRefine((given, context) => {
    for (const [field, text] of Object.entries(given))
      if (!isFit(field, text)) context.addIssue({ code: 'custom', path: [field] });
  });

/** Parses the text a device signed, at the host only: pages needn't carry the parser. */
export const signedBallotSchema = z.strictObject({
  protocol: z.literal('leitai-ballot-1'),
  event: name,
  round: name,
  opening: z.int().min(1).max(1_000_000),
  scheme: z.string().regex(/^[0-9a-f]{64}$/),
  seat: name,
  device: z.int().min(1).max(1_000_000),
  n: z.int().min(1).max(Number.MAX_SAFE_INTEGER),
  mark: z.enum(ballotMarks),
  values,
}) satisfies z.ZodType<SignedBallot>;
