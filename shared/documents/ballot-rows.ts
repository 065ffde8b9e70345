import type { BallotType } from '../domain/scoring/rules/ballot-type.ts';
import { nameIn } from '../domain/scoring/rules/names.ts';
import { type Language, localText } from '../kernel/language.ts';
import type { Names } from './rule-card/names.ts';

/** One number that a ballot takes of a unit; all but the name are decimal text. */
export type NumberRow = {
  readonly id: string;
  readonly name: string;
  readonly minimum: string;
  readonly maximum: string;
  readonly step: string;
  readonly factor: string;
};

const totalName = localText('评分', '評分', 'Score');
const placeName = localText('名次', '名次', 'Place');

/** The numbers that a ballot takes of each unit, of `units` compared on it; none where it lets one choose. */
export function numberRows(
  ballot: BallotType,
  units: number,
  names: Names,
  language: Language,
): readonly NumberRow[] {
  const place = { id: 'place', minimum: '1', step: '1', factor: '1' };
  switch (ballot.kind) {
    case 'points':
      return ballot.criteria.map(({ id, minimum, maximum, step, factor }) => ({
        id,
        name: names.criterion(ballot.id, id),
        minimum,
        maximum,
        step,
        factor,
      }));
    case 'total': {
      const { minimum, maximum, step } = ballot;
      return [
        { id: 'total', name: nameIn(ballot.name, totalName)[language], minimum, maximum, step, factor: '1' },
      ];
    }
    case 'placement':
      return [{ ...place, name: nameIn(ballot.name, placeName)[language], maximum: `${ballot.lastPlace}` }];
    case 'ranking':
      return [{ ...place, name: placeName[language], maximum: `${Math.max(1, units)}` }];
    default:
      return [];
  }
}
