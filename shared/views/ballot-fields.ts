import type { BallotType } from '../domain/scoring/rules/ballot-type.ts';
import { nameIn } from '../domain/scoring/rules/names.ts';
import { localText } from '../kernel/language.ts';
import type { BallotFieldsView, ChoiceView, CriterionView } from './view-sections.ts';

const totalName = localText('评分', '評分', 'Score');
const placeName = localText('名次', '名次', 'Place');

function numbers(criteria: readonly CriterionView[], { validity }: BallotType): BallotFieldsView {
  return { criteria, choice: null, validity };
}

function choice(view: ChoiceView, { validity }: BallotType): BallotFieldsView {
  return { criteria: [], choice: view, validity };
}

/** What a panelist fills in for one unit; throws on a ballot that isn't cast unit by unit. */
export function ballotFields(ballot: BallotType): BallotFieldsView {
  switch (ballot.kind) {
    case 'points':
      return numbers(
        ballot.criteria.map(({ id, name, minimum, maximum, step, factor }) => ({
          id,
          name: nameIn(name, id),
          minimum,
          maximum,
          step,
          factor,
        })),
        ballot,
      );
    case 'total': {
      const { name, minimum, maximum, step } = ballot;
      return numbers(
        [{ id: 'total', name: nameIn(name, totalName), minimum, maximum, step, factor: '1' }],
        ballot,
      );
    }
    case 'placement': {
      const { name, lastPlace } = ballot;
      const row = { minimum: '1', maximum: String(lastPlace), step: '1', factor: '1' };
      return numbers([{ id: 'place', name: nameIn(name, placeName), ...row }], ballot);
    }
    case 'grades': {
      const options = ballot.grades.map(({ id, name }) => ({ id, name: nameIn(name, id) }));
      return choice({ id: 'grade', options }, ballot);
    }
    case 'yes-no':
      return choice(
        { id: 'vote', options: ['yes', 'no', 'abstain'].map((id) => ({ id, name: null })) },
        ballot,
      );
    default:
      throw new RangeError(`a ballot of kind ${ballot.kind} is not cast unit by unit`);
  }
}
