import type { EventDefinition } from '../event-definition.ts';
import { indicatorBoard } from '../indicator-board.ts';
import type { Item } from './rules/contest.ts';

/** The list of items that a scheme computes each board of the event as. */
export const indicatorList = 'indicators';

/** What is known of an item of that list: the unit's place on the board, and its value. */
export const indicatorMeasures = ['place', 'value'] as const;

type Boards = Pick<EventDefinition, 'indicators' | 'units'>;

const itemsOf = new WeakMap<Boards['indicators'], ReadonlyMap<string, readonly Item[]>>();

// SCORE-6
/**
 * The boards that show ranks, as items of each unit, in the order of the event. A board on which some unit has no value
 * ranks nobody and is nobody's item.
 */
export function indicatorItems({ indicators, units }: Boards): ReadonlyMap<string, readonly Item[]> {
  const known = itemsOf.get(indicators);
  if (known) return known;
  const ids = units.map(({ id }) => id);
  const items = new Map<string, Item[]>(ids.map((id) => [id, []]));
  for (const indicator of indicators)
    for (const { unit, rank, value } of indicatorBoard(indicator, ids))
      if (rank !== null && value !== null)
        items.get(unit)?.push({ id: indicator.code, measures: { place: String(rank), value } });
  itemsOf.set(indicators, items);
  return items;
}
