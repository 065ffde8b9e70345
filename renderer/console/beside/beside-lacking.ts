import { type AttemptRef, attemptKey } from '../../../shared/domain/attempts.ts';
import type { MeasureAsked } from '../../../shared/domain/scoring/beside-ballots.ts';
import type { Measurement } from '../../../shared/domain/scoring/rules/contest.ts';
import type { LocalText } from '../../../shared/kernel/language.ts';
import type { AttemptsAsked, BesideView, ConsoleView } from '../../../shared/views/console-view.ts';
import type { UnitView } from '../../../shared/views/view-sections.ts';

export type LackingView = Pick<ConsoleView, 'beside' | 'event' | 'exits'>;

/** Whether the rules take anything beside the ballots. */
export function isAsked({ measures, attempts, facts, pointsNodes, mayDecideTies }: BesideView): boolean {
  const asked = measures.length + attempts.length + facts.length + pointsNodes.length;
  return asked > 0 || mayDecideTies;
}

/** One attempt with its name. */
export type NamedAttempt = AttemptRef & { readonly name: LocalText };

/** A row that numbers are typed in: a unit's own, or those of one of its attempts. */
export type MeasuredRow = { readonly unit: UnitView; readonly attempt: NamedAttempt | null };

export function attemptsIn({ list, attempts }: AttemptsAsked): readonly NamedAttempt[] {
  return attempts.map(({ id, name }) => ({ list, id, name }));
}

/** What the drawer is opened for when it is opened for one number. */
export function cellTarget(unit: string, measure: string, attempt?: AttemptRef | null): string {
  return [unit, measure, ...(attempt ? [attemptKey(attempt)] : [])].join(' ');
}

type Recorded = Pick<BesideView, 'recorded'>;

/** What was recorded of a unit, or of its attempt; null where nothing was. */
export function recordedOf(
  { recorded }: Recorded,
  unit: string,
  measure: string,
  attempt: AttemptRef | null = null,
): Measurement | null {
  const own = recorded.find((each) => each.unit.id === unit);
  const values = attempt ? own?.ofAttempts?.[attemptKey(attempt)] : own?.values;
  return values?.[measure] ?? null;
}

/** Whether any number of a unit, or of its attempts, is on record. */
export function isMeasured({ recorded }: Recorded, unit: string): boolean {
  const own = recorded.find((each) => each.unit.id === unit);
  return [own?.values ?? {}, ...Object.values(own?.ofAttempts ?? {})].some(
    (values) => Object.keys(values).length > 0,
  );
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
  const ofFacts = view.beside.facts.filter(({ usual, given }) => usual === null && given === null).length;
  return measuredUnits(view).reduce((sum, unit) => sum + lackingOf(view, unit).length, ofFacts);
}

/** A number that isn't there, or isn't confirmed. */
export type LackingNumber = { readonly measure: MeasureAsked; readonly attempt: NamedAttempt | null };

/** The numbers that a unit lacks, its own before those of its attempts. */
export function lackingOf({ beside }: Pick<LackingView, 'beside'>, unit: UnitView): readonly LackingNumber[] {
  const rows = [
    { attempt: null, measures: beside.measures },
    ...beside.attempts.flatMap((asked) =>
      attemptsIn(asked).map((attempt) => ({ attempt, measures: asked.measures })),
    ),
  ];
  return rows.flatMap(({ attempt, measures }) =>
    measures.flatMap((measure) =>
      isLacking(recordedOf(beside, unit.id, measure.id, attempt)) ? [{ measure, attempt }] : [],
    ),
  );
}

/** The first number that is missing, as `cellTarget`; null where none is. */
export function firstLacking(view: LackingView): string | null {
  for (const unit of measuredUnits(view)) {
    const [first] = lackingOf(view, unit);
    if (first) return cellTarget(unit.id, first.measure.id, first.attempt);
  }
  return null;
}
