import type { Adjustment, Contest, ContestUnit, Item, Measurement, TieDecision } from '../rules/contest.ts';

export type StandingState = NonNullable<ContestUnit['state']>;

/** One measured or given value in a contest: of the unit itself, or of one item of a list, counted from 0. */
export type MeasurePlace = {
  readonly unit: string;
  readonly measure: string;
  readonly item: { readonly list: string; readonly at: number } | null;
};

/** What somebody changed in a sample contest; the rest stays as it was made. */
export type SampleEdits = {
  readonly states: { readonly [unit: string]: StandingState };
  /** Null: not measured. */
  readonly measures: readonly (MeasurePlace & { readonly value: Measurement | null })[];
  /** All of a unit's, instead of those it had. */
  readonly adjustments: { readonly [unit: string]: readonly Adjustment[] };
  readonly decisions: readonly TieDecision[];
};

export const noEdits: SampleEdits = { states: {}, measures: [], adjustments: {}, decisions: [] };

export function hasEdits({ states, measures, adjustments, decisions }: SampleEdits): boolean {
  return [states, measures, adjustments, decisions].some((part) => Object.keys(part).length > 0);
}

export function isSamePlace(a: MeasurePlace, b: MeasurePlace): boolean {
  return (
    a.unit === b.unit && a.measure === b.measure && a.item?.list === b.item?.list && a.item?.at === b.item?.at
  );
}

type Measures = NonNullable<Item['measures']>;

function withMeasures(measures: Measures | undefined, edits: SampleEdits['measures']): Measures {
  // What the scheme no longer names stays out.
  const known = edits.filter(({ measure }) => measures?.[measure] !== undefined);
  const gone = known.flatMap(({ measure, value }) => (value === null ? [measure] : []));
  const changed = known.flatMap(({ measure, value }) => (value === null ? [] : [[measure, value] as const]));
  const all = { ...measures, ...Object.fromEntries(changed) };
  return Object.fromEntries(Object.entries(all).filter(([measure]) => !gone.includes(measure)));
}

function editedUnit(unit: ContestUnit, edits: SampleEdits): ContestUnit {
  const state = edits.states[unit.unit] ?? unit.state;
  const adjustments = edits.adjustments[unit.unit] ?? unit.adjustments;
  const own = edits.measures.filter((edit) => edit.unit === unit.unit);
  const itemsOf = (list: string, items: readonly Item[]): readonly Item[] =>
    items.map((item, n) => ({
      ...item,
      measures: withMeasures(
        item.measures,
        own.filter(({ item: place }) => place?.list === list && place.at === n),
      ),
    }));
  return {
    ...unit,
    ...(state ? { state } : {}),
    ...(adjustments ? { adjustments } : {}),
    measures: withMeasures(
      unit.measures,
      own.filter(({ item }) => item === null),
    ),
    items: Object.fromEntries(
      Object.entries(unit.items ?? {}).map(([list, items]) => [list, itemsOf(list, items)]),
    ),
  };
}

/** The contest as somebody changed it; edits of units, lists or measures that it hasn't got change nothing. */
export function editedContest(contest: Contest, edits: SampleEdits): Contest {
  if (!hasEdits(edits)) return contest;
  return {
    ...contest,
    units: contest.units.map((unit) => editedUnit(unit, edits)),
    decisions: [...(contest.decisions ?? []), ...edits.decisions],
  };
}
