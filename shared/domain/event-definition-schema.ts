import { z } from 'zod';
import { divisionId, eventId, groupId, milliseconds, seatId, stepId, unitId } from '../kernel/brand.ts';
import { languages } from '../kernel/language.ts';
import { parseDecimal, parseRational } from '../kernel/rational.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { definitionProblems } from './definition-checks.ts';
import type { DefinitionProblem } from './definition-problem.ts';
import { type EventDefinition, sceneNames } from './event-definition.ts';
import { scoringSchemeSchema } from './scoring/rules/scoring-scheme.ts';
import { faultsOf } from './shape-fault.ts';
import { idText, isOwnName, lineSchema, localTextSchema } from './text-schema.ts';

const unit = idText.transform(unitId);
const group = idText.transform(groupId);
const division = idText.transform(divisionId);
const event = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/, 'must be 1 to 64 letters, digits, hyphens or underscores')
  .transform(eventId);
const sha256Text = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256: 64 hexadecimal digits');
const source = lineSchema(400);

export const unitSchema = z.strictObject({
  id: unit,
  code: idText,
  name: localTextSchema(80),
  division: division.optional(),
  post: localTextSchema(80),
  dossier: z
    .array(
      z.strictObject({ kind: z.enum(['highlight', 'shortcoming', 'measure']), text: localTextSchema(400) }),
    )
    .max(50),
  projects: z.array(z.strictObject({ title: localTextSchema(), fact: localTextSchema(400), source })).max(50),
});

export const divisionSchema = z.strictObject({ id: division, name: localTextSchema(40) });

export const groupSchema = z.strictObject({ id: group, name: localTextSchema(80) });

export const indicatorSchema = z.strictObject({
  code: idText,
  name: localTextSchema(),
  measure: localTextSchema(40),
  better: z.enum(['higher', 'lower']),
  period: lineSchema(40),
  values: z.array(
    z.strictObject({
      unit,
      value: z.string().refine((text) => parseDecimal(text).ok, 'must be a number, written in quotes'),
      source,
    }),
  ),
});

export const attemptsSchema = z.record(
  idText,
  z
    .array(z.strictObject({ id: idText, name: localTextSchema(40) }))
    .min(1)
    .max(50),
);

const carriedText = z
  .string()
  .refine((text) => parseDecimal(text).ok || parseRational(text).ok, 'must be a number, written in quotes');

export const earlierStageSchema = z.strictObject({
  from: z.strictObject({
    event,
    title: localTextSchema(),
    sitting: localTextSchema(),
    head: z.strictObject({ n: z.int().min(0), hash: sha256Text }),
    figures: sha256Text,
  }),
  entrants: z
    .array(z.strictObject({ unit, carried: z.record(idText, carriedText.nullable()).optional() }))
    .min(1)
    .max(1000),
});

const stepSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[A-Za-z0-9_.-]{1,64}$/, 'must be 1 to 64 letters, digits, dots, hyphens or underscores')
    .refine(isOwnName, 'must not be a name that every object has')
    .transform(stepId),
  template: idText,
  name: localTextSchema(),
  who: localTextSchema(),
  timer: z.strictObject({
    kind: z.enum(['down', 'up', 'none']),
    plannedMs: z.int().min(1000).max(86_400_000).transform(milliseconds),
  }),
  bells: z.enum(['speech', 'answer', 'ballot']).nullable(),
  scene: z.enum(sceneNames),
  unit: unit.nullable(),
  attempt: z.strictObject({ list: idText, id: idText }).optional(),
  turn: z.string().min(1).max(80).nullable(),
  round: z.enum(['opens', 'locks']).nullable(),
  forms: z.array(idText).min(1).max(20).optional(),
  result: z.enum(['counts', 'releases']).nullable(),
  isBackground: z.boolean(),
});

const definitionShape = z.strictObject({
  id: event,
  title: localTextSchema(),
  arena: localTextSchema(),
  sitting: localTextSchema(),
  isDemo: z.boolean(),
  wallLanguage: z.enum(languages),
  divisions: z.array(divisionSchema).min(1).max(50).optional(),
  units: z.array(unitSchema).min(1).max(1000),
  earlierStages: z.array(earlierStageSchema).min(1).max(20).optional(),
  groups: z.array(groupSchema).min(1).max(50),
  seats: z
    .array(z.strictObject({ id: idText.transform(seatId), number: z.int().min(1).max(9999), group }))
    .min(1)
    .max(1000),
  scheme: scoringSchemeSchema,
  indicators: z.array(indicatorSchema).max(100),
  attempts: attemptsSchema.optional(),
  agenda: z.array(stepSchema).min(1).max(10_000),
  locksAtZero: z.boolean().optional(),
  signatures: z.array(localTextSchema(40)).max(12).optional(),
});

/**
 * Reads an event definition from parsed JSON. Unknown members are refused, so that a misspelt one isn't silently
 * without effect. The order of the problems is that of the file; cross-checks come only once the shape is right.
 */
export function parseEventDefinition(value: unknown): Result<EventDefinition, readonly DefinitionProblem[]> {
  // Read once in a program's life: compiling the shape would take longer than reading.
  const parsed = definitionShape.safeParse(value, { jitless: true });
  if (!parsed.success)
    return err(
      parsed.error.issues
        .flatMap((issue) => faultsOf(value, issue))
        .map(({ path, fault }) => ({ code: 'bad-shape', path, fault })),
    );
  const problems = definitionProblems(parsed.data);
  return problems.length === 0 ? ok(parsed.data) : err(problems);
}
