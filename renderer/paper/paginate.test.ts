import { describe, expect, test } from 'vitest';
import { type Piece, paginate } from './paginate.ts';

const aPiece = (height: number, fields: Partial<Piece> = {}): Piece => ({
  height,
  keepsWithNext: false,
  startsPage: false,
  table: null,
  headHeight: 0,
  ...fields,
});

const rows = (count: number, height: number, table = 0): readonly Piece[] =>
  Array.from({ length: count }, () => aPiece(height, { table, headHeight: 20 }));

describe('pages', () => {
  test('given pieces that fit, then they stand on one page; given none, there is still a page', () => {
    expect(paginate([aPiece(40), aPiece(60)], 100, 100)).toEqual([[0, 1]]);
    expect(paginate([], 100, 100)).toEqual([[]]);
  });

  test('given a first page with less room, then only that one turns earlier', () => {
    expect(
      paginate(
        [1, 2, 3, 4].map(() => aPiece(40)),
        50,
        100,
      ),
    ).toEqual([[0], [1, 2], [3]]);
  });

  test('given a table, then its head takes its room on every page that it goes on to', () => {
    // 20 for the head and 4 rows of 20 fill a page of 100.
    expect(paginate(rows(10, 20), 100, 100)).toEqual([
      [0, 1, 2, 3],
      [4, 5, 6, 7],
      [8, 9],
    ]);
  });

  test('given two tables on one page, then each has a head', () => {
    expect(paginate([...rows(2, 20, 0), ...rows(2, 20, 1)], 100, 100)).toEqual([[0, 1, 2], [3]]);
  });

  test('given a heading that would be the last of a page, then it goes over with what it heads', () => {
    const heading = aPiece(20, { keepsWithNext: true });
    expect(paginate([aPiece(70), heading, aPiece(30)], 100, 100)).toEqual([[0], [1, 2]]);
    expect(paginate([aPiece(40), heading, ...rows(3, 20)], 100, 100)).toEqual([
      [0, 1, 2],
      [3, 4],
    ]);
  });

  test('given a form that doesn’t fit in what is left, then the whole form goes over', () => {
    const form = [1, 2, 3].map((n) => aPiece(30, { keepsWithNext: n < 3 }));
    expect(paginate([aPiece(40), ...form], 100, 100)).toEqual([[0], [1, 2, 3]]);
  });

  test('given more that belongs together than a page holds, then it is divided all the same', () => {
    const form = [1, 2, 3, 4, 5].map((n) => aPiece(30, { keepsWithNext: n < 5 }));
    expect(paginate(form, 100, 100)).toEqual([
      [0, 1, 2],
      [3, 4],
    ]);
  });

  test('given a piece larger than a page, then it has one of its own and nothing is lost', () => {
    expect(paginate([aPiece(10), aPiece(300), aPiece(10)], 100, 100)).toEqual([[0], [1], [2]]);
  });

  test('given a piece that starts a page, then it does, and leaves no empty page before it', () => {
    const start = aPiece(10, { startsPage: true });
    expect(paginate([start, aPiece(10), start], 100, 100)).toEqual([[0, 1], [2]]);
  });
});
