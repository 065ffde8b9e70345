import type { Measurement } from '../../shared/domain/scoring/rules/contest.ts';
import type { BesideView, ConsoleView } from '../../shared/views/console-view.ts';
import type { UnitView } from '../../shared/views/view-sections.ts';

/** Whether the rules take anything beside the ballots. */
export function isAsked({ measures, facts, pointsNodes, mayDecideTies }: BesideView): boolean {
  return measures.length > 0 || facts.length > 0 || pointsNodes.length > 0 || mayDecideTies;
}

/** What was recorded of a unit; null where nothing was. */
export function recordedOf(beside: BesideView, unit: string, measure: string): Measurement | null {
  return beside.recorded.find((each) => each.unit.id === unit)?.values[measure] ?? null;
}

/** Whether a value counts nothing yet: it isn't there, or the timekeeper hasn't confirmed it. */
export function isLacking(value: Measurement | null): boolean {
  return value === null || (typeof value !== 'string' && value.kind === 'unconfirmed');
}

type LackingView = Pick<ConsoleView, 'beside' | 'event' | 'exits'>;

/** The units that are still measured: those that haven't left. */
export function measuredUnits({ event, exits }: LackingView): readonly UnitView[] {
  return event.units.filter(({ id }) => exits.every((exit) => exit.id !== id));
}

/** How many values of one unit are missing or unconfirmed. */
export function lackingOf({ measures, ...beside }: BesideView, unit: string): number {
  return measures.filter(({ id }) => isLacking(recordedOf({ measures, ...beside }, unit, id))).length;
}

/** How many values the count may wait for. */
export function lackingCount(view: LackingView): number {
  const facts = view.beside.facts.filter(({ usual, given }) => usual === null && given === null).length;
  return measuredUnits(view).reduce((sum, { id }) => sum + lackingOf(view.beside, id), facts);
}
