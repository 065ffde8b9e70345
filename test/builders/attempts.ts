import type { Attempt } from '../../shared/domain/event-definition.ts';
import { readScoringScheme } from '../../shared/domain/scoring/rules/check-scoring-scheme.ts';
import type { ScoringScheme, ScoringSchemeText } from '../../shared/domain/scoring/rules/scoring-scheme.ts';
import { sameText } from '../../shared/kernel/language.ts';

function aSchemeOf(
  parts: Pick<ScoringSchemeText, 'ballots' | 'nodes' | 'ranking' | 'groups'>,
): ScoringScheme {
  const scheme = readScoringScheme({
    format: 'leitai-scheme/1',
    id: 'attempts',
    version: 1,
    name: sameText('attempts'),
    publish: { fromBallots: 1 },
    ...parts,
  } satisfies ScoringSchemeText);
  if (!scheme.ok) throw new Error(JSON.stringify(scheme.error));
  return scheme.value;
}

const best = { by: 'total', on: 'exact' } as const;
const marks = { kind: 'total', id: 'marks', name: 'marks', maximum: '10', step: '0.5' } as const;

/** The best of the timed runs (list `runs`, measure `seconds`), the shortest wins; a run can fail to finish. */
export const timedRuns = aSchemeOf({
  nodes: [
    { kind: 'measure', id: 'run', each: 'runs', name: 'run', measure: 'seconds' },
    { kind: 'pick', id: 'total', from: { items: 'run' }, better: 'lower', best: 1 },
  ],
  ranking: { ...best, better: 'lower' },
});

/** Each jump (list `jumps`) judged by the panel, the mean of its marks; the jumps are added up. */
export const judgedJumps = aSchemeOf({
  ballots: [marks],
  nodes: [
    { kind: 'marks', id: 'jump', each: 'jumps', name: 'jump', ballot: 'marks' },
    { kind: 'pick', id: 'total', from: { items: 'jump' } },
  ],
  ranking: best,
});

/** Each dive (list `dives`): the marks added up times its own difficulty (measure `difficulty`), then all dives. */
export const ratedDives = aSchemeOf({
  ballots: [marks],
  nodes: [
    { kind: 'marks', id: 'execution', each: 'dives', name: 'execution', ballot: 'marks', by: 'sum' },
    {
      kind: 'factor',
      id: 'dive',
      each: 'dives',
      name: 'dive',
      of: 'execution',
      times: { measure: 'difficulty' },
    },
    { kind: 'pick', id: 'total', from: { items: 'dive' } },
  ],
  ranking: best,
});

/** Attempts under the ids given, each with a name of its own in every language. */
export function theAttempts(...ids: readonly string[]): readonly Attempt[] {
  return ids.map((id, n) => ({
    id,
    name: { 'zh-Hans': `第 ${n + 1} 次`, 'zh-Hant': `第 ${n + 1} 次`, en: `Attempt ${n + 1}` },
  }));
}
