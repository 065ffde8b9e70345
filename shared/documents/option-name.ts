import type { Language } from '../kernel/language.ts';
import type { ChoiceView } from '../views/view-sections.ts';
import { unitWords } from './unit-words.ts';

/** An option of a choice as it is printed: the scheme's own name, or ours for yes, no and abstain. */
export function optionName(choice: ChoiceView, id: string, language: Language): string {
  const named = choice.options.find((option) => option.id === id)?.name?.[language];
  if (named !== undefined) return named;
  const { yes, no, abstain } = unitWords[language].options;
  return { yes, no, abstain }[id] ?? id;
}
