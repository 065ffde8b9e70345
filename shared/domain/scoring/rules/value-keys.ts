import type { BallotType } from './ballot-type.ts';

/**
 * The keys of a vote's values on one unit: the criteria of a points ballot; `total`; `grade` (a grade's id);
 * `place` (a whole number); `vote` (`yes` or `no`; the units named by an approval or winner ballot have `yes`).
 */
export function valueKeys(ballot: BallotType): readonly string[] {
  switch (ballot.kind) {
    case 'points':
      return ballot.criteria.map(({ id }) => id);
    case 'total':
      return ['total'];
    case 'grades':
      return ['grade'];
    case 'ranking':
    case 'placement':
      return ['place'];
    default:
      return ['vote'];
  }
}
