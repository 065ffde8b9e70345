import { describe, expect, test } from 'vitest';
import { sameText } from '../../../shared/kernel/language.ts';
import type { RankingRow, RankingScene } from '../../../shared/views/view-sections.ts';
import { chineseNumber, englishOrdinal } from './rank-words.ts';
import { rankingPlaces } from './ranking-places.ts';

const row = (rank: number): RankingRow => ({
  rank,
  place: String(rank),
  isShared: false,
  unit: sameText(`unit ${rank}`),
  total: '90.00',
  groupMeans: [],
});

const scene = (places: number, revealed: number): RankingScene => ({
  kind: 'ranking',
  rule: { groups: [], trim: null, decimals: 2, ties: [], shows: { totals: true, groupMeans: true } },
  places,
  rows: Array.from({ length: revealed }, (_, index) => row(places - revealed + index + 1)),
  latest: revealed === 0 || revealed === places ? null : 0,
  unranked: [],
});

describe('places of a ranking', () => {
  test('are all reserved before the first is revealed', () => {
    const { podium, list, plate, isComplete } = rankingPlaces(scene(13, 0));
    expect([...podium, ...list].map(({ place }) => place)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13,
    ]);
    expect([...podium, ...list].every(({ row: shown }) => shown === null)).toBe(true);
    expect({ plate, isComplete }).toEqual({ plate: null, isComplete: false });
  });

  test('fill from the last upwards, the newest on the plate', () => {
    const { list, plate } = rankingPlaces(scene(13, 7));
    expect(list.filter(({ row: shown }) => shown).map(({ place }) => place)).toEqual([
      7, 8, 9, 10, 11, 12, 13,
    ]);
    expect(list.filter(({ isNewest }) => isNewest).map(({ place }) => place)).toEqual([7]);
    expect(plate?.rank).toBe(7);
  });

  test('show first place on the plate once all stand, and nothing as newest', () => {
    const { podium, list, plate, isComplete } = rankingPlaces(scene(13, 13));
    expect(isComplete).toBe(true);
    expect(plate?.rank).toBe(1);
    expect([...podium, ...list].some(({ isNewest }) => isNewest)).toBe(false);
  });

  test('of two units are a podium of two', () => {
    expect(rankingPlaces(scene(2, 2))).toMatchObject({ podium: [{ place: 1 }, { place: 2 }], list: [] });
  });
});

test('ranks in words', () => {
  expect([1, 7, 10, 12, 20, 21].map(chineseNumber)).toEqual(['一', '七', '十', '十二', '二十', '二十一']);
  expect([1, 2, 3, 4, 11, 12, 13, 21].map(englishOrdinal)).toEqual([
    '1st',
    '2nd',
    '3rd',
    '4th',
    '11th',
    '12th',
    '13th',
    '21st',
  ]);
});
