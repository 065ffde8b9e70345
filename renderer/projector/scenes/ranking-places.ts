import type { LocalText } from '../../../shared/kernel/language.ts';
import type { NoResult, RankingRow, RankingScene } from '../../../shared/views/view-sections.ts';

/** Places 1 to 3 stand apart; the rest, and who has no rank, are the list. */
const podiumPlaces = 3;
export const listRowsOfPage = 10;

/** One reserved place. A hidden one holds its number and nothing else. */
export type Place = { readonly place: number; readonly row: RankingRow | null; readonly isNewest: boolean };

export type RankingPlaces = {
  readonly isComplete: boolean;
  /** What the plate shows: the newest row, or first place once all stand. */
  readonly plate: RankingRow | null;
  readonly podium: readonly Place[];
  readonly list: readonly Place[];
};

/** All places from the first on; rows are revealed from the last place upwards. */
export function rankingPlaces(scene: RankingScene): RankingPlaces {
  const { places, rows, latest } = scene;
  const hidden = places - rows.length;
  const isComplete = hidden <= 0;
  const newest = isComplete ? 0 : (latest ?? 0);
  const all = Array.from(
    { length: places },
    (_, index): Place => ({
      place: index + 1,
      row: rows[index - hidden] ?? null,
      isNewest: !isComplete && index - hidden === newest,
    }),
  );
  return {
    isComplete,
    plate: rows[newest] ?? null,
    podium: all.slice(0, podiumPlaces),
    list: all.slice(podiumPlaces),
  };
}

/** Who has no place: a unit, or a division in which nobody has one. */
export type RowAfterPlaces = { readonly name: LocalText; readonly why: NoResult | 'noPlaces' };

/** What the list ends with once all places are known. */
export function rowsAfterPlaces({
  unranked,
  withoutPlaces = [],
}: Pick<RankingScene, 'unranked' | 'withoutPlaces'>): readonly RowAfterPlaces[] {
  return [
    ...unranked.map(({ unit, why }) => ({ name: unit, why })),
    ...withoutPlaces.map((name) => ({ name, why: 'noPlaces' as const })),
  ];
}
