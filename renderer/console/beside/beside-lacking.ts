import type { Measurement } from '../../../shared/domain/scoring/rules/contest.ts';
import type { BesideView, ConsoleView } from '../../../shared/views/console-view.ts';
import type { UnitView } from '../../../shared/views/view-sections.ts';

export type LackingView = Pick<ConsoleView, 'beside' | 'event' | 'exits' | 'result'>;

/** Whether the rules take anything beside the ballots. */
export function isAsked({ measures, facts, pointsNodes, mayDecideTies }: BesideView): boolean {
  return measures.length > 0 || facts.length > 0 || pointsNodes.length > 0 || mayDecideTies;
}

type Recorded = Pick<BesideView, 'recorded'>;

/** What was recorded of a unit; null where nothing was. */
export function recordedOf({ recorded }: Recorded, unit: string, measure: string): Measurement | null {
  return recorded.find((each) => each.unit.id === unit)?.values[measure] ?? null;
}

/** Whether the unit's number came from an earlier stage, and nobody corrected it. */
export function isCarried({ recorded }: Recorded, unit: string, measure: string): boolean {
  return recorded.find((each) => each.unit.id === unit)?.carried?.includes(measure) ?? false;
}

/** The number itself, confirmed or not; null where there is none. */
export function numberOf(value: Measurement | null): string | null {
  if (value === null || typeof value === 'string') return value;
  return value.kind === 'unconfirmed' ? value.value : null;
}

/** Whether a value counts nothing yet: it isn't there, or the timekeeper hasn't confirmed it. */
export function isLacking(value: Measurement | null): boolean {
  return value === null || (typeof value !== 'string' && value.kind === 'unconfirmed');
}

/** The units that are still measured: those that haven't left. */
export function measuredUnits({ event, exits }: Pick<LackingView, 'event' | 'exits'>): readonly UnitView[] {
  return event.units.filter(({ id }) => exits.every((exit) => exit.id !== id));
}

/** How many values the count may wait for: of units, and facts that the rules give no value. */
export function lackingCount(view: LackingView): number {
  const { measures, facts } = view.beside;
  const ofFacts = facts.filter(({ usual, given }) => usual === null && given === null).length;
  const ofUnits = measuredUnits(view).map(
    ({ id }) => measures.filter((measure) => isLacking(recordedOf(view.beside, id, measure.id))).length,
  );
  return ofUnits.reduce((sum, count) => sum + count, ofFacts);
}
