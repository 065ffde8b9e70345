import type { BallotType } from '../domain/scoring/rules/ballot-type.ts';
import type { Language } from '../kernel/language.ts';
import { unreachable } from '../kernel/unreachable.ts';
import type { Names } from './rule-card/names.ts';
import { unitWords } from './unit-words.ts';

/** One thing that can be chosen about a unit, as it is printed. */
export type BallotOption = { readonly id: string; readonly name: string };

/** What a ballot lets one choose about a unit; null where it takes numbers. */
export function ballotOptions(
  ballot: BallotType,
  names: Names,
  language: Language,
): readonly BallotOption[] | null {
  const { options, named } = unitWords[language];
  switch (ballot.kind) {
    case 'grades':
      return ballot.grades.map(({ id }) => ({ id, name: names.grade(ballot.id, id) }));
    case 'yes-no':
      return (['yes', 'no', 'abstain'] as const).map((id) => ({ id, name: options[id] }));
    case 'approval':
    case 'winner':
      return (['yes', 'no'] as const).map((id) => ({ id, name: named[id] }));
    case 'points':
    case 'total':
    case 'ranking':
    case 'placement':
      return null;
    default:
      return unreachable(ballot);
  }
}

/** What was chosen about a unit, in words. */
export function optionName(ballot: BallotType, id: string, names: Names, language: Language): string {
  return ballotOptions(ballot, names, language)?.find((option) => option.id === id)?.name ?? id;
}
