import type { UnitId } from '../kernel/brand.ts';
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
  readonly measure: string;
  readonly value: Measurement | null;
};

// BESIDE-1
/** Whether it takes the place of another number; what is recorded for the first time, or confirmed as it was, doesn't. */
export function isCorrection(
  { definition, facts, measures }: Pick<EventState, 'definition' | 'facts' | 'measures'>,
  { unit, measure, value }: Recorded,
): boolean {
  // STAGE-2: what was brought can be corrected, not taken back.
  const brought = unit === null || value === null ? undefined : carriedBy(definition, unit)?.[measure];
  const before = unit === null ? facts[measure] : (measures[unit]?.[measure] ?? brought);
  return before !== undefined && numberOf(before) !== numberOf(value);
}
