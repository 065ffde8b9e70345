import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readScoringScheme } from '../../shared/domain/scoring/rules/check-scoring-scheme.ts';
import type { ScoringScheme } from '../../shared/domain/scoring/rules/scoring-scheme.ts';

const folder = join(import.meta.dirname, '../../resources/schemes/built-in');

export const builtInNames: readonly string[] = readdirSync(folder).map((file) => file.replace(/\.json$/, ''));

/** A scheme that the product brings along; throws with what is wrong with it. */
export function builtIn(name: string): ScoringScheme {
  const scheme = readScoringScheme(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')));
  if (!scheme.ok) throw new Error(`${name}: ${JSON.stringify(scheme.error)}`);
  return scheme.value;
}
