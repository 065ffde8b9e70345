import { describe, expect, test } from 'vitest';
import { anEventUnder, cast, lockOpen } from '../../test/builders/any-event.ts';
import { judgedJumps } from '../../test/builders/attempts.ts';
import { count, decideSeats, next, pair, paper } from '../../test/builders/orders.ts';
import { given } from '../../test/builders/scenario.ts';
import { aSheetSource } from '../../test/builders/sheet-source.ts';
import type { SheetKind } from '../views/sheet-kinds.ts';
import { makeSheet } from './make-sheet.ts';
import type { Sheet } from './sheet.ts';

const definition = anEventUnder(judgedJumps, { units: ['u1', 'u2'], seats: 2 });
const voted = (first: string, second: string) => [
  next,
  cast('ALL1', { total: first }),
  cast('ALL2', { total: second }),
  next,
  lockOpen,
];
const { state } = given(definition, pair('ALL1'), pair('ALL2')).and(
  next,
  ...voted('8', '9'),
  next,
  cast('ALL1', { total: '5' }),
  decideSeats('u1', ['ALL2'], 'paper'),
  paper('ALL2', 'u1', { total: '6' }),
  next,
  lockOpen,
  ...voted('7', '7'),
  ...voted('10', '9'),
  count(),
);
const source = aSheetSource(state);

function sheet(kind: SheetKind, chosen: { unit?: string; seat?: string } = {}, from = source): Sheet {
  const made = makeSheet(kind, from, { unit: chosen.unit ?? null, seat: chosen.seat ?? null }, 'en');
  if (!made.ok) throw new Error(`${kind}: ${made.error}`);
  return made.value;
}

const rows = ({ blocks }: Sheet) => blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
const headings = ({ blocks }: Sheet) =>
  blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));

describe('ballots of attempts on sheets', () => {
  test('ATTEMPT-3: given rounds of attempts, then the count sheet has a row for each, under unit and attempt', () => {
    expect(rows(sheet('count')).map(([about]) => about)).toEqual([
      '示例 u1 · Attempt 1',
      '示例 u1 · Attempt 2',
      '示例 u2 · Attempt 1',
      '示例 u2 · Attempt 2',
    ]);
  });

  test('ATTEMPT-3: given a seat’s sheet, then its marks stand attempt by attempt, those on paper among them', () => {
    const marks = rows(sheet('seat', { seat: 'ALL2' })).map(([about, round, mark]) => [about, round, mark]);
    expect(marks).toEqual([
      ['示例 u1 · Attempt 1', '1', '9.0'],
      ['示例 u1 · Attempt 2', '1', '6.0'],
      ['示例 u2 · Attempt 1', '1', '7.0'],
      ['示例 u2 · Attempt 2', '1', '9.0'],
    ]);
  });

  test('ATTEMPT-3: given the sheet of a unit, then each attempt’s votes have a part of their own', () => {
    const own = headings(sheet('unit', { unit: 'u1' }));
    expect(own.filter((text) => text.includes('Attempt'))).toHaveLength(2);
    expect(JSON.stringify(sheet('unit', { unit: 'u1' }))).toContain('Attempt 1');
  });

  test('ATTEMPT-3: given a mark of one attempt came on paper, then the opened number says so of that attempt alone', () => {
    const text = JSON.stringify(sheet('tree', { unit: 'u1' }));
    expect(text.match(/on paper/g)).toHaveLength(1);
  });

  test('ATTEMPT-3: given paper ballots are printed, then there is one for each attempt, with a code of its own', () => {
    const before = aSheetSource(given(definition, pair('ALL1'), pair('ALL2')).and(next).state);
    const papers = sheet('paper-ballot', { unit: 'u1', seat: 'ALL1' }, before);
    expect(headings(papers)).toEqual(['示例 u1 · Attempt 1 · round 1', '示例 u1 · Attempt 2 · round 1']);
    const codes = papers.blocks.flatMap((block) =>
      block.kind === 'facts' ? block.facts.map(({ text }) => text) : [],
    );
    expect(codes.filter((text) => /u1\.a[12]\.1-01$/.test(text))).toHaveLength(2);
  });

  test('ATTEMPT-3: given the total is made of what each attempt is worth, then the unit’s sheet and the result show that', () => {
    const own = sheet('unit', { unit: 'u1' }).blocks.flatMap((block) =>
      block.kind === 'table' ? [block] : [],
    );
    expect(own.at(-1)?.rows).toEqual([
      ['Attempt 1', '8.5'],
      ['Attempt 2', '5.5'],
    ]);
    expect(rows(sheet('result'))).toEqual(
      expect.arrayContaining([
        ['示例 u2', 'Attempt 1', '7'],
        ['示例 u2', 'Attempt 2', '9.5'],
      ]),
    );
  });

  test('ATTEMPT-3: given one mark for each attempt, then the seat’s sheet speaks of no sums', () => {
    expect(JSON.stringify(sheet('seat', { seat: 'ALL1' }))).not.toContain('Sums');
  });
});
