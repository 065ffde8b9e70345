import type { LocalText } from '../../shared/kernel/language.ts';

type Named = { readonly name: LocalText };

/** What a vote or a number is about, in words: the unit, and the attempt of it where it is about one. */
export function unitAndAttempt(
  localise: (text: LocalText) => string,
  unit: Named,
  attempt: Named | null | undefined,
): string {
  return [unit, ...(attempt ? [attempt] : [])].map(({ name }) => localise(name)).join(' · ');
}
