import { type NotLive, notLive } from '../../../shared/domain/scoring/live-ballot.ts';
import { readScoringScheme } from '../../../shared/domain/scoring/rules/check-scoring-scheme.ts';
import type { SchemeProblemCode } from '../../../shared/domain/scoring/rules/scheme-problem.ts';
import {
  type ScoringScheme,
  scoringSchemeSchema,
} from '../../../shared/domain/scoring/rules/scoring-scheme.ts';
import { faultsOf, type ShapeFault } from '../../../shared/domain/shape-fault.ts';
import type { Draft, Path } from './draft.ts';

/** Something that keeps the scheme from working, at its field. */
export type FormProblem =
  | {
      readonly code: Exclude<SchemeProblemCode, 'bad-shape'>;
      readonly path: Path;
      readonly detail: string;
    }
  | { readonly code: 'bad-shape'; readonly path: Path; readonly fault: ShapeFault };

export type DraftCheck = {
  /** The scheme as the engine takes it; null while anything is wrong. */
  readonly scheme: ScoringScheme | null;
  readonly problems: readonly FormProblem[];
  /** What can be calculated, but not yet be held on stage. */
  readonly gaps: readonly NotLive[];
};

function shapeProblems(draft: Draft): readonly FormProblem[] {
  const parsed = scoringSchemeSchema.safeParse(draft);
  if (parsed.success) return [];
  return parsed.error.issues
    .flatMap((issue) => faultsOf(draft, issue))
    .map(({ path, fault }) => ({ code: 'bad-shape', path, fault }));
}

/** All that is wrong with a draft, in the order of the file. */
export function checkDraft(draft: Draft): DraftCheck {
  const read = readScoringScheme(draft);
  if (read.ok) return { scheme: read.value, problems: [], gaps: notLive(read.value) };
  const problems = read.error.flatMap(({ code, path, detail }): readonly FormProblem[] =>
    code === 'bad-shape' ? [] : [{ code, path, detail }],
  );
  return { scheme: null, problems: [...shapeProblems(draft), ...problems], gaps: [] };
}
