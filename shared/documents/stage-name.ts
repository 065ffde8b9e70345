import type { StageSource } from '../domain/event-definition.ts';
import type { Language } from '../kernel/language.ts';

/** A stage by the name of its event. */
export function stageName(
  { title, sitting }: Pick<StageSource, 'title' | 'sitting'>,
  language: Language,
): string {
  return `${title[language]} ${sitting[language]}`;
}
