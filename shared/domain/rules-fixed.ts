import { takesBallots } from './scoring/live-ballot.ts';
import type { EventState } from './state.ts';

type Begun = Pick<EventState, 'definition' | 'roundOrder' | 'measures' | 'attemptMeasures'>;

// SCHEME-3, BESIDE-5
/** Whether a change of the rules is a new version: a round was opened, or a number recorded where no ballot counts. */
export function areRulesFixed({ definition, roundOrder, measures, attemptMeasures }: Begun): boolean {
  if (roundOrder.length > 0) return true;
  const hasNumbers = Object.keys(measures).length > 0 || Object.keys(attemptMeasures).length > 0;
  return hasNumbers && !takesBallots(definition.scheme);
}
