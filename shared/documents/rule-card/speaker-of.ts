import { planScheme } from '../../domain/scoring/rules/plan.ts';
import type { ScoringScheme } from '../../domain/scoring/rules/scoring-scheme.ts';
import type { Language } from '../../kernel/language.ts';
import { type GroupNames, namesOf } from './names.ts';
import { type Speaker, sayIn } from './speaker.ts';

/** One who says this scheme in this language. */
export function speakerOf(scheme: ScoringScheme, groupNames: GroupNames, language: Language): Speaker {
  return {
    language,
    scheme,
    plan: planScheme(scheme),
    names: namesOf(scheme, groupNames, language),
    say: sayIn(language),
  };
}
