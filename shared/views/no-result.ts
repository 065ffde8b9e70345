import type { UnitFigure } from '../domain/scoring/figures.ts';
import type { NoResult } from './view-sections.ts';

/** Why a unit has no place or no total, in the words that a hall needs. */
export function noResultOf({ state }: Pick<UnitFigure, 'state'>): NoResult {
  switch (state) {
    case 'did-not-finish':
    case 'not-called':
    case 'withdrew':
    case 'disqualified':
      return state;
    default:
      return 'no-result';
  }
}
