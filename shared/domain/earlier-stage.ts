import type { UnitId } from '../kernel/brand.ts';
import type { EarlierStage, EventDefinition, StageSource } from './event-definition.ts';

/** A number that a unit brings from an earlier stage, as decimal text or `n/d`. */
export type Carried = {
  readonly unit: UnitId;
  readonly measure: string;
  readonly value: string;
  readonly from: StageSource;
};

/** Every number that is carried over, in the order of the definition. */
export function carriedNumbers(stages: readonly EarlierStage[]): readonly Carried[] {
  return stages.flatMap(({ from, entrants }) =>
    entrants.flatMap(({ unit, carried = {} }) =>
      Object.entries(carried).flatMap(([measure, value]) =>
        value === null ? [] : [{ unit, measure, value, from }],
      ),
    ),
  );
}

type Numbers = { readonly [measure: string]: string };

const byUnitOf = new WeakMap<readonly EarlierStage[], ReadonlyMap<UnitId, Numbers>>();

function byUnit(stages: readonly EarlierStage[]): ReadonlyMap<UnitId, Numbers> {
  const known = byUnitOf.get(stages);
  if (known) return known;
  const numbers = new Map<UnitId, Numbers>();
  for (const { unit, measure, value } of carriedNumbers(stages))
    numbers.set(unit, { ...numbers.get(unit), [measure]: value });
  byUnitOf.set(stages, numbers);
  return numbers;
}

// STAGE-2
/** The numbers that a unit brings from earlier stages, by measure; undefined if none. */
export function carriedBy(
  { earlierStages }: Pick<EventDefinition, 'earlierStages'>,
  unit: UnitId,
): Numbers | undefined {
  return earlierStages && byUnit(earlierStages).get(unit);
}
