import { readScoringScheme } from '../../../shared/domain/scoring/rules/check-scoring-scheme.ts';
import { canonicalJson, type Json } from '../../../shared/kernel/canonical-json.ts';
import { type Draft, type Path, valueAt, withValue } from './draft.ts';

/** What the file means, with every default; null where it can't work. */
function meaningOf(draft: Draft): string | null {
  const read = readScoringScheme(draft);
  return read.ok ? canonicalJson(read.value as Json) : null;
}

function membersOf(value: Json | undefined, path: Path): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [];
  const isList = Array.isArray(value);
  return Object.entries(value).flatMap(([name, member]) => {
    const at = path === '' ? name : `${path}.${name}`;
    // Outer members first: what goes as a whole needn't be looked into.
    return isList ? membersOf(member, at) : [at, ...membersOf(member, at)];
  });
}

/** A scheme without what the format says by itself: a stored scheme has every default written out. */
export function leanDraft(whole: Draft): Draft {
  const meaning = meaningOf(whole);
  if (meaning === null) return whole;
  return membersOf(whole, '').reduce((draft, path) => {
    if (valueAt(draft, path) === undefined) return draft;
    const without = withValue(draft, path, undefined);
    return meaningOf(without) === meaning ? without : draft;
  }, whole);
}
