import { z } from 'zod';
import { idText, lineSchema, localTextSchema } from '../../text-schema.ts';
import { ballotTypeSchema, decimalText, nameSchema } from './ballot-type.ts';
import { betterSchema, nodeReference, sharingSchema, valueNodeSchema } from './value-node.ts';

const group = z.strictObject({
  id: idText,
  name: nameSchema.optional(),
  /** Whole, normalised by the sum. */
  weight: z.int().min(0).max(1_000_000).default(1),
  /** False for trainee and shadow judges: shown, never counted (不计分). */
  counts: z.boolean().default(true),
  /** Ballots of a unit below this: the unit has no result (block), or it is said on the sheet (flag). */
  quorum: z
    .strictObject({
      atLeast: z.union([
        z.strictObject({ count: z.int().min(1) }),
        z.strictObject({ of: z.tuple([z.int().min(1), z.int().min(1)]) }),
      ]),
      effect: z.enum(['block', 'flag']).default('block'),
    })
    .optional(),
});

const tieRule = z.discriminatedUnion('kind', [
  /** The ranking node itself with more decimals; exact where none are given. */
  z.strictObject({ kind: z.literal('decimals'), decimals: z.int().min(0).max(12).optional() }),
  /** A group's score, a criterion's, the untrimmed sum, a tie-break ballot's, an earlier stage's: any node. */
  z.strictObject({
    kind: z.literal('node'),
    node: nodeReference,
    better: betterSchema.default('higher'),
    on: z.enum(['rounded', 'exact']).default('exact'),
  }),
  /** The best single marks first, then the next best; `depth: 1` looks only at how many have the very best. */
  z.strictObject({
    kind: z.literal('count-back'),
    ballot: idText,
    groups: z.array(idText).min(1).optional(),
    better: betterSchema.default('higher'),
    /** Only this mark is counted, such as first places; all of them in turn where left out. */
    only: decimalText.optional(),
  }),
  /** The same over the values of nodes, or of one node of every item, such as the places of a season's events. */
  z.strictObject({
    kind: z.literal('count-back-nodes'),
    from: z.union([
      z.strictObject({ nodes: z.array(nodeReference).min(1) }),
      z.strictObject({ items: nodeReference }),
    ]),
    better: betterSchema.default('lower'),
  }),
  /** What the jury decided, with a minute. */
  z.strictObject({ kind: z.literal('decision') }),
]);
export type TieRule = z.infer<typeof tieRule>;

/** A part that no source gives and the organiser should look at: where in this file, and what. */
const assumption = z.union([
  z.strictObject({
    path: z.string().min(1).max(100).optional(),
    text: z.union([lineSchema(300), localTextSchema(300)]),
  }),
  /** Both in one line of one language, `path: text`. */
  z.string().min(1).max(300),
]);
export type Assumption = z.infer<typeof assumption>;

const label = z.strictObject({ from: decimalText.optional(), name: nameSchema });

/** How ballots and measured values become a ranking. Plain JSON: written by hand, imported, hashed. */
export const scoringSchemeSchema = z.strictObject({
  format: z.literal('leitai-scheme/1'),
  id: idText,
  version: z.int().min(1),
  name: nameSchema,
  assumptions: z.array(assumption).default([]),
  groups: z.array(group).default([]),
  ballots: z.array(ballotTypeSchema).default([]),
  /** Facts of an event that rules refer to, with their usual value; null where each event must give it. */
  facts: z
    .array(z.strictObject({ id: idText, name: nameSchema.optional(), value: decimalText.nullable() }))
    .default([]),
  nodes: z.array(valueNodeSchema).min(1).max(200),
  /** What a unit that isn't there does: no rank, zero, or the ranking waits. */
  units: z
    .strictObject({
      'not-called': z.enum(['exclude', 'zero', 'block']).default('exclude'),
      withdrew: z.enum(['exclude', 'zero', 'block']).default('exclude'),
      disqualified: z.enum(['exclude', 'zero', 'block']).default('exclude'),
    })
    .prefault({}),
  ranking: z.strictObject({
    by: nodeReference,
    better: betterSchema.default('higher'),
    /** A choice that must be made: equal on the sheet may differ exactly. */
    on: z.enum(['rounded', 'exact']),
    ties: z.array(tieRule).default([]),
    shared: sharingSchema.default('1-1-3'),
    /** A unit that couldn't finish has no place, or the last. */
    unfinished: z.enum(['unranked', 'last']).default('unranked'),
  }),
  /** Figures shown beside the ranking, with words for their bands (the first whose `from` is reached). */
  outputs: z
    .array(
      z.strictObject({
        node: nodeReference,
        /** How it is printed; other nodes take it unrounded. */
        decimals: z.int().min(0).max(6).optional(),
        labels: z.array(label).default([]),
      }),
    )
    .default([]),
  prizes: z
    .array(
      z.strictObject({
        id: idText,
        name: nameSchema,
        /** By place, or by the order of another node. */
        by: nodeReference.optional(),
        better: betterSchema.default('higher'),
        quota: z.int().min(1).optional(),
        atLeast: decimalText.optional(),
        above: decimalText.optional(),
        below: decimalText.optional(),
      }),
    )
    .default([]),
  /** Points of the annual assessment for the first and the last places, the first and the last named first. */
  annual: z
    .strictObject({
      first: z.array(decimalText).default([]),
      last: z.array(decimalText).default([]),
      /** Equal units each take the points of their place, or the mean of those they fill together. */
      tied: z.enum(['of-the-place', 'averaged']).default('of-the-place'),
    })
    .optional(),
  /** Entrants of the next stage and what they carry: a measure of that stage, with its weight as a node there. */
  stage: z
    .strictObject({
      advance: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('places'), to: z.int().min(1) }),
        z.strictObject({ kind: z.literal('at-least'), points: decimalText }),
        z.strictObject({ kind: z.literal('by-hand') }),
      ]),
      carry: z.strictObject({ node: nodeReference, measure: idText }).optional(),
    })
    .optional(),
  publish: z
    .strictObject({
      totals: z.boolean().default(true),
      groupMeans: z.boolean().default(false),
      marks: z.enum(['none', 'sorted', 'by-seat', 'by-judge']).default('none'),
      fromBallots: z.int().min(1).default(3),
    })
    .prefault({}),
  isMonitorRequired: z.boolean().default(false),
});

export type ScoringScheme = z.infer<typeof scoringSchemeSchema>;
/** As a person writes it: what is left out takes the format's default. */
export type ScoringSchemeText = z.input<typeof scoringSchemeSchema>;
