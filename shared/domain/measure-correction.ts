import type { UnitId } from '../kernel/brand.ts';
import { type AttemptRef, attemptKey } from './attempts.ts';
import { carriedBy } from './earlier-stage.ts';
import type { Measurement } from './scoring/rules/contest.ts';
import type { EventState } from './state.ts';

/** The number that was measured, confirmed or not; null for none, and the word for what couldn't be finished. */
function numberOf(value: Measurement | null | undefined): string | null {
  if (value === null || value === undefined || typeof value === 'string') return value ?? null;
  return value.kind === 'unconfirmed' ? value.value : value.kind;
}

type Recorded = {
  readonly unit: UnitId | null;
  readonly attempt?: AttemptRef | undefined;
  readonly measure: string;
  readonly value: Measurement | null;
};

type Numbers = Pick<EventState, 'definition' | 'facts' | 'measures' | 'attemptMeasures'>;

/** What stands in the place where a number is recorded. */
function standing(state: Numbers, { unit, attempt, measure, value }: Recorded): Measurement | undefined {
  if (unit === null) return state.facts[measure];
  // ATTEMPT-2
  if (attempt) return state.attemptMeasures[unit]?.[attemptKey(attempt)]?.[measure];
  // STAGE-2: what was brought can be corrected, not taken back.
  const brought = value === null ? undefined : carriedBy(state.definition, unit)?.[measure];
  return state.measures[unit]?.[measure] ?? brought;
}

// BESIDE-1
/** Whether it takes the place of another number; what is recorded for the first time, or confirmed as it was, doesn't. */
export function isCorrection(state: Numbers, recorded: Recorded): boolean {
  const before = standing(state, recorded);
  const { value } = recorded;
  return before !== undefined && numberOf(before) !== numberOf(value);
}
