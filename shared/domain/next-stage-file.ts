import { z } from 'zod';
import { canonicalJson, type Json } from '../kernel/canonical-json.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { sha256Hex } from '../kernel/sha256.ts';
import type { DefinitionProblem } from './definition-problem.ts';
import { divisionSchema, earlierStageSchema, unitSchema } from './event-definition-schema.ts';
import type { NextStage } from './next-stage.ts';
import { faultsOf } from './shape-fault.ts';

const format = 'leitai-next-stage/1';

const fileSchema = z.strictObject({
  format: z.literal(format),
  divisions: z.array(divisionSchema).min(1).max(50).optional(),
  units: z.array(unitSchema).min(1).max(1000),
  earlierStages: z.array(earlierStageSchema).min(1).max(20),
  /** Of all the rest, as canonical JSON. */
  sha256: z.string(),
});

function hashOf(content: object): string {
  return sha256Hex(canonicalJson(content as Json));
}

// STAGE-4
/** The file of entrants, as JSON text with its own hash: not a signature, but nobody changes it unnoticed by mistake. */
export function nextStageText(next: NextStage): string {
  const content = { format, ...next };
  return `${JSON.stringify({ ...content, sha256: hashOf(content) }, null, 2)}\n`;
}

function memberLess(value: unknown, name: string): object | null {
  if (typeof value !== 'object' || value === null) return null;
  return Object.fromEntries(Object.entries(value).filter(([member]) => member !== name));
}

/** Reads such a file from parsed JSON; `at` is where the definition names it, and stands before every path. */
export function readNextStage(value: unknown, at: string): Result<NextStage, readonly DefinitionProblem[]> {
  const parsed = fileSchema.safeParse(value);
  if (!parsed.success)
    return err(
      parsed.error.issues
        .flatMap((issue) => faultsOf(value, issue))
        .map(({ path, fault }) => ({ code: 'bad-shape', path: `${at}: ${path}`, fault })),
    );
  const { format: _, sha256, ...next } = parsed.data;
  const content = memberLess(value, 'sha256');
  if (!content || hashOf(content) !== sha256)
    return err([{ code: 'stage-file-changed', path: `${at}: sha256`, detail: '' }]);
  return ok(next);
}

// STAGE-4
/**
 * The definition with what these files bring: who they name are its units unless it lists its own, and so are the
 * divisions. `earlierStages` always come from the files.
 */
export function withEntrants(definition: object, files: readonly NextStage[]): object {
  const units = files.flatMap((file) => file.units);
  const divisions = files.flatMap((file) => file.divisions ?? []);
  const once = divisions.filter(({ id }, n) => divisions.findIndex((other) => other.id === id) === n);
  return {
    units,
    ...(once.length > 0 && { divisions: once }),
    ...definition,
    earlierStages: files.flatMap(({ earlierStages }) => earlierStages),
  };
}
