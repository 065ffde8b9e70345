import { type LocalText, sameText } from '../../../kernel/language.ts';
import type { BallotType } from './ballot-type.ts';

/** A name as a scheme gives it, in every language; `fallback` where it gives none. */
export function nameIn(name: BallotType['name'], fallback: string | LocalText): LocalText {
  const given = name ?? fallback;
  return typeof given === 'string' ? sameText(given) : given;
}
