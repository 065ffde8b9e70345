import type { EventOf } from '../events.ts';
import type { EventState } from '../state.ts';

function without<T>(entries: { readonly [key: string]: T }, key: string): { readonly [key: string]: T } {
  const { [key]: _, ...others } = entries;
  return others;
}

// BESIDE-1
/** A number of a unit, or a fact of the event, takes the place of the one before. */
export function measureRecorded(state: EventState, event: EventOf<'MeasureRecorded'>): EventState {
  const { unit, measure, value } = event;
  if (unit === null)
    return {
      ...state,
      facts: typeof value === 'string' ? { ...state.facts, [measure]: value } : without(state.facts, measure),
    };
  const own = state.measures[unit] ?? {};
  return {
    ...state,
    measures: {
      ...state.measures,
      [unit]: value === null ? without(own, measure) : { ...own, [measure]: value },
    },
  };
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
