import { z } from 'zod';
import { parseDecimal } from '../../../kernel/rational.ts';
import { idText, lineSchema, localTextSchema } from '../../text-schema.ts';

/** A number in a scheme: decimal text, so that no digit is lost. */
export const decimalText = z
  .string()
  .refine((text) => parseDecimal(text).ok, 'must be a number such as 20 or 0.5, written in quotes');

/** One line for all languages, or a line for each. */
export const nameSchema = z.union([lineSchema(200), localTextSchema()]);

/** Why a seat has no mark for a unit. `void`: a ballot that may not count. */
export const markStates = ['not-yet', 'abstained', 'recused', 'absent', 'void'] as const;
export type MarkState = (typeof markStates)[number];

/** What a missing mark does: left out, replaced by the mean of the group's others, zero, or no result until it is there. */
export const missingPolicies = ['exclude', 'mean-of-others', 'zero', 'block'] as const;
const policy = z.enum(missingPolicies);

const missing = z.strictObject({
  'not-yet': policy.default('block'),
  abstained: policy.default('exclude'),
  recused: policy.default('exclude'),
  absent: policy.default('exclude'),
  void: policy.default('exclude'),
});

const effect = z.enum(['refuse', 'warn', 'void']);

/** A count, or a share of the marks on the ballot in %, rounded down. */
const limit = z.union([z.strictObject({ count: z.int().min(0) }), z.strictObject({ percent: decimalText })]);

/** Which marks a limit counts: those in a grade, or beyond a mark. */
const marksMeant = z.union([
  z.strictObject({ grade: idText }),
  z.strictObject({ above: decimalText }),
  z.strictObject({ below: decimalText }),
]);

export const validityRuleSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('at-most'), limit, marks: marksMeant, effect }),
  z.strictObject({ kind: z.literal('at-least'), limit, marks: marksMeant, effect }),
  z.strictObject({ kind: z.literal('no-equal-marks'), effect }),
  z.strictObject({ kind: z.literal('not-all-equal'), effect }),
  z.strictObject({ kind: z.literal('reason-beyond'), marks: marksMeant, effect }),
]);

export type ValidityRule = z.infer<typeof validityRuleSchema>;

const common = {
  id: idText,
  name: nameSchema.optional(),
  /** The groups that cast it; all when left out. */
  groups: z.array(idText).min(1).optional(),
  secrecy: z.enum(['named', 'by-seat', 'anonymous']).default('by-seat'),
  /** One unit at a time, all units on one ballot, the first `held` units until the last of them has spoken, or the one before stays correctable. */
  round: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('per-unit') }),
      z.strictObject({ kind: z.literal('all-units') }),
      z.strictObject({ kind: z.literal('first-held'), held: z.int().min(2) }),
      z.strictObject({ kind: z.literal('correctable-until-release') }),
    ])
    .default({ kind: 'per-unit' }),
  validity: z.array(validityRuleSchema).default([]),
  missing: missing.prefault({}),
};

const range = { minimum: decimalText.default('0'), maximum: decimalText, step: decimalText };

export const ballotTypeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('points'),
    ...common,
    criteria: z
      .array(
        z.strictObject({
          id: idText,
          name: nameSchema.optional(),
          ...range,
          /** What a mark is multiplied by: criteria all marked out of 10 that weigh differently in the judge's total. */
          factor: decimalText.default('1'),
        }),
      )
      .min(1)
      .max(50),
  }),
  z.strictObject({ kind: z.literal('total'), ...common, ...range }),
  z.strictObject({
    kind: z.literal('grades'),
    ...common,
    /** `points: null`: counted and printed, but in no denominator, such as 弃权. */
    grades: z
      .array(z.strictObject({ id: idText, name: nameSchema.optional(), points: decimalText.nullable() }))
      .min(2)
      .max(20),
  }),
  z.strictObject({
    kind: z.literal('ranking'),
    ...common,
    /** What an incomplete ranking, or one with a place twice, is. */
    effect: z.enum(['refuse', 'void']).default('refuse'),
  }),
  z.strictObject({ kind: z.literal('placement'), ...common, lastPlace: z.int().min(2).max(1000) }),
  z.strictObject({
    kind: z.literal('approval'),
    ...common,
    atLeast: z.int().min(0).default(0),
    atMost: z.int().min(1),
    /** What more or fewer names than that do to the ballot. */
    effect: z.enum(['refuse', 'void']).default('refuse'),
  }),
  z.strictObject({ kind: z.literal('yes-no'), ...common }),
  z.strictObject({ kind: z.literal('winner'), ...common }),
]);

/** What a panelist fills in. */
export type BallotType = z.infer<typeof ballotTypeSchema>;
