import type { Language } from '../kernel/language.ts';
import type { TieView } from '../views/view-sections.ts';
import { resultWords } from './result-words.ts';

/** What a rule of the tie chain compares, in words. */
export function tieText(tie: TieView, language: Language): string {
  const words = resultWords[language];
  switch (tie.kind) {
    case 'group':
      return words.tieGroup(tie.name[language]);
    case 'node':
      return tie.name[language];
    default:
      return words.tieKinds[tie.kind];
  }
}
