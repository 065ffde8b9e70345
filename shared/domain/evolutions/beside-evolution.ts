import { attemptKey } from '../attempts.ts';
import type { EventOf } from '../events.ts';
import type { Measurement } from '../scoring/rules/contest.ts';
import type { EventState } from '../state.ts';

function without<T>(entries: { readonly [key: string]: T }, key: string): { readonly [key: string]: T } {
  const { [key]: _, ...others } = entries;
  return others;
}

type Numbers = { readonly [measure: string]: Measurement };

// BESIDE-1
/** A number of a unit or of one of its attempts, or a fact of the event, takes the place of the one before. */
export function measureRecorded(state: EventState, event: EventOf<'MeasureRecorded'>): EventState {
  const { unit, attempt, measure, value } = event;
  if (unit === null)
    return {
      ...state,
      facts: typeof value === 'string' ? { ...state.facts, [measure]: value } : without(state.facts, measure),
    };
  const recorded = (own: Numbers = {}): Numbers =>
    value === null ? without(own, measure) : { ...own, [measure]: value };
  // ATTEMPT-2
  if (attempt) {
    const key = attemptKey(attempt);
    const own = state.attemptMeasures[unit] ?? {};
    return {
      ...state,
      attemptMeasures: { ...state.attemptMeasures, [unit]: { ...own, [key]: recorded(own[key]) } },
    };
  }
  return { ...state, measures: { ...state.measures, [unit]: recorded(state.measures[unit]) } };
}

// BESIDE-2
export function pointsGiven(state: EventState, event: EventOf<'PointsGiven'>): EventState {
  const { adjustment: id, unit, node, points, reason, author } = event;
  return {
    ...state,
    adjustmentCount: id,
    adjustments: [...state.adjustments, { id, unit, node, points, reason, author }],
  };
}

// BESIDE-3
/** A decision takes the place of an earlier one about any of its units. */
export function tieDecided(state: EventState, event: EventOf<'TieDecided'>): EventState {
  const { units, reason, author } = event;
  const others = state.tieDecisions.filter(
    (decision) => !units.some((unit) => decision.units.includes(unit)),
  );
  return { ...state, tieDecisions: [...others, { units, reason, author }] };
}
