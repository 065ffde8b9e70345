import { z } from 'zod';
import { idText } from '../../text-schema.ts';
import { decimalText, nameSchema } from './ballot-type.ts';

/** A number of the scheme, of the event (`fact`: a hill's K point), or of the unit (`measure`: a difficulty). */
export const numberSourceSchema = z.union([
  decimalText,
  z.strictObject({ fact: idText }),
  z.strictObject({ measure: idText }),
]);
export type NumberSource = z.infer<typeof numberSourceSchema>;

export const roundingModes = ['half-up', 'half-even', 'half-down', 'up', 'down'] as const;

/** Half-up goes away from zero at the half; up and down go away from zero and towards it. */
export const roundingSchema = z.strictObject({
  decimals: z.int().min(0).max(6),
  mode: z.enum(roundingModes).default('half-up'),
});
export type Rounding = z.infer<typeof roundingSchema>;

export const betterSchema = z.enum(['higher', 'lower']);
export type Better = z.infer<typeof betterSchema>;

/** A node by its id; `total.A` is group A's part of the groups node `total`. */
export const nodeReference = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,32}(\.[A-Za-z0-9_-]{1,32})?$/, 'must be the id of a node');

export const sharingSchema = z.enum(['1-1-3', '1-1-2', 'averaged', 'forced']);
export type Sharing = z.infer<typeof sharingSchema>;

const trimSchema = z.strictObject({
  high: z.int().min(0),
  low: z.int().min(0),
  /** Nothing is struck where fewer marks than this count. */
  fromCount: z.int().min(1),
  /** Nothing is struck where fewer than this would be left. */
  minimumLeft: z.int().min(1).default(1),
  /** Which judges go: by the marks this node reads, or by each judge's whole ballot. */
  by: z.enum(['these-marks', 'whole-ballot']).default('these-marks'),
  /** All judges together, or each group (a sub-panel) apart and then pooled. */
  per: z.enum(['panel', 'group']).default('panel'),
});
export type Trim = z.infer<typeof trimSchema>;

/** Points for places; between two places of a table the points lie on the straight line. */
const placePointsSchema = z.union([
  z.strictObject({ table: z.array(decimalText).min(1).max(1000), beyond: decimalText.default('0') }),
  z.strictObject({ first: decimalText, step: decimalText }),
]);
export type PlacePoints = z.infer<typeof placePointsSchema>;

const marksFields = {
  ballot: idText,
  /** The criteria summed for each judge; the whole ballot when left out. */
  criteria: z.array(idText).min(1).optional(),
  /** Read marks as they are, or as each judge's places of the units (equal marks share the mean place). */
  read: z.enum(['marks', 'places']).default('marks'),
  placePoints: placePointsSchema.optional(),
  /** Places of a judge who could rank only k of n units: as they are, or stretched so that the k-th is the n-th. */
  partial: z.enum(['as-they-are', 'stretched']).default('as-they-are'),
  /** `share` and `count` look at the marks that `counting` names. */
  by: z.enum(['mean', 'sum', 'median', 'highest', 'lowest', 'share', 'count']).default('mean'),
  counting: z
    .union([
      z.strictObject({ grades: z.array(idText).min(1) }),
      z.strictObject({ from: decimalText }),
      z.strictObject({ to: decimalText }),
    ])
    .optional(),
  /** A share is out of this: 1, or 100 for per cent. */
  outOf: decimalText.default('1'),
  trim: trimSchema.optional(),
  /** Without any mark that counts: no value, zero, or the result waits. */
  empty: z.enum(['none', 'zero', 'block']).default('none'),
};

const limits = {
  floor: numberSourceSchema.optional(),
  cap: numberSourceSchema.optional(),
  round: roundingSchema.optional(),
};

const common = {
  id: idText,
  name: nameSchema.optional(),
  /** Computed for every item of this list of the unit's (dives, elements, attempts) instead of once. */
  each: idText.optional(),
  /** Limits come before the rounding. What other nodes take is the rounded value. */
  ...limits,
};

const emptyPart = z.enum(['block', 'renormalise', 'zero']);

const band = z.strictObject({ from: decimalText, points: decimalText });
const timeSide = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('bands'), bands: z.array(band).min(1) }),
  z.strictObject({ kind: z.literal('per-started'), seconds: decimalText, points: decimalText }),
  z.strictObject({ kind: z.literal('per-whole'), seconds: decimalText, points: decimalText }),
]);
export type TimeSide = z.infer<typeof timeSide>;

export const valueNodeSchema = z.discriminatedUnion('kind', [
  /** The marks of a panel: a criterion across judges, judge totals, places, shares. */
  z.strictObject({
    kind: z.literal('marks'),
    ...common,
    ...marksFields,
    groups: z.array(idText).min(1).optional(),
  }),
  /** The same for each counted group apart (each its own trim), then by the weights of the scheme's groups. */
  z.strictObject({
    kind: z.literal('groups'),
    ...common,
    ...marksFields,
    groups: z.array(idText).min(1).optional(),
    emptyGroup: emptyPart.default('block'),
    roundGroup: roundingSchema.optional(),
  }),
  z.strictObject({
    kind: z.literal('weighted'),
    ...common,
    parts: z.array(z.strictObject({ node: nodeReference, weight: z.int().min(0).max(1_000_000) })).min(1),
    absent: emptyPart.default('block'),
  }),
  z.strictObject({
    kind: z.literal('sum'),
    ...common,
    parts: z.array(z.strictObject({ node: nodeReference, times: numberSourceSchema.default('1') })).min(1),
    absent: z.enum(['block', 'zero']).default('block'),
  }),
  z.strictObject({ kind: z.literal('product'), ...common, parts: z.array(nodeReference).min(1) }),
  /** value × times ÷ over. */
  z.strictObject({
    kind: z.literal('factor'),
    ...common,
    of: nodeReference,
    times: numberSourceSchema.default('1'),
    over: numberSourceSchema.default('1'),
  }),
  /** Some of several values: nodes, or one node of every item. An unfinished one (DNF) is the worst. */
  z.strictObject({
    kind: z.literal('pick'),
    ...common,
    from: z.union([
      z.strictObject({ nodes: z.array(nodeReference).min(1) }),
      z.strictObject({ items: nodeReference }),
    ]),
    better: betterSchema.default('higher'),
    dropBest: z.int().min(0).default(0),
    dropWorst: z.int().min(0).default(0),
    /** Of what is left, only so many of the best. */
    best: z.int().min(1).optional(),
    by: z.enum(['sum', 'mean', 'median']).default('sum'),
    empty: z.enum(['none', 'zero', 'block']).default('none'),
  }),
  /** A measured or given number of the unit. */
  z.strictObject({
    kind: z.literal('measure'),
    ...common,
    measure: idText,
    missing: z.enum(['block', 'none', 'zero']).default('block'),
  }),
  /** base + rate × (value − par). */
  z.strictObject({
    kind: z.literal('linear'),
    ...common,
    of: nodeReference,
    base: numberSourceSchema.default('0'),
    rate: numberSourceSchema,
    par: numberSourceSchema.default('0'),
  }),
  /** The points of the last band that begins at or below the value; `below` under the first. */
  z.strictObject({
    kind: z.literal('bands'),
    ...common,
    of: nodeReference,
    bands: z.array(band).min(1),
    below: decimalText.default('0'),
  }),
  /** Points for the time over or under a limit; nothing within the grace, beyond it counted from the limit. */
  z.strictObject({
    kind: z.literal('time'),
    ...common,
    of: nodeReference,
    limit: numberSourceSchema,
    grace: decimalText.default('0'),
    over: timeSide.optional(),
    /** Under `atLeast`, or under the limit where it is left out. */
    under: timeSide.optional(),
    atLeast: numberSourceSchema.optional(),
  }),
  /** What the jury added or took away for this node, with reason and author. */
  z.strictObject({ kind: z.literal('adjustments'), ...common }),
  /** The unit's place by another node, or the points for it. */
  z.strictObject({
    kind: z.literal('place'),
    ...common,
    of: nodeReference,
    better: betterSchema.default('higher'),
    on: z.enum(['rounded', 'exact']).default('rounded'),
    shared: z.enum(['1-1-3', '1-1-2', 'averaged']).default('1-1-3'),
    placePoints: placePointsSchema.optional(),
  }),
  /** Relative to the best (best = `scale`), or by the mean of all units over that of the unit's division (二次平均). */
  z.strictObject({
    kind: z.literal('rescale'),
    ...common,
    of: nodeReference,
    to: z.enum(['best', 'division-mean']),
    better: betterSchema.default('higher'),
    scale: decimalText.default('100'),
  }),
  /** Places by the Skating System: one dance by rules 5–8, several by 9–11. */
  z.strictObject({ kind: z.literal('skating'), ...common, ballots: z.array(idText).min(1) }),
]);

/** One value of the rule tree, named so that others can take it. */
export type ValueNode = z.infer<typeof valueNodeSchema>;
export type NodeOf<Kind extends ValueNode['kind']> = Extract<ValueNode, { kind: Kind }>;
