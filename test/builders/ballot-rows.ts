import { ballotFields } from '../../shared/views/ballot-fields.ts';
import type { BallotFormView, CriterionView } from '../../shared/views/view-sections.ts';

/** The rows of numbers of a form's first ballot; none where no round is on the page. */
export function rowsOf(form: Pick<BallotFormView, 'parts'> | null | undefined): readonly CriterionView[] {
  const [ballot] = form?.parts ?? [];
  return ballot ? ballotFields(ballot).criteria : [];
}
