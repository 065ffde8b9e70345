import { describe, expect, test } from 'vitest';
import type { Sheet, SheetBlock } from '../../shared/documents/sheet.ts';
import { sheetPieces } from './sheet-pieces.ts';

const text = { kind: 'text' } as const;
const number = { kind: 'number' } as const;

/** A table with a column of text before one of figures, or the other way round. */
const table = (contents: readonly ('text' | 'number')[], ...rows: readonly (readonly (string | null)[])[]) =>
  ({
    kind: 'table',
    columns: contents.map((content) => ({ name: content, content: content === 'text' ? text : number })),
    rows,
  }) satisfies SheetBlock;

/** For each piece whether it may end a page. */
function ends(...blocks: readonly SheetBlock[]): readonly boolean[] {
  const sheet: Sheet = { name: '', title: '', subtitle: '', marks: [], blocks, signatures: [], footers: [] };
  return sheetPieces(sheet).pieces.map(({ keepsWithNext }) => !keepsWithNext);
}

const fact = { name: '总分', text: '1' };
const facts: SheetBlock = { kind: 'facts', facts: [fact, fact] };
const lines = (...all: string[]): SheetBlock => ({ kind: 'lines', lines: all });

describe('what stays together on a page', () => {
  test('rows of one unit, whose name stands in the first of them', () => {
    const rows = ['示例一县', null, null, '示例二市', null, null, '示例三区', null, null];
    expect(ends(table(['text'], ...rows.map((name) => [name])))).toEqual([
      ...[false, false, true],
      ...[false, false, true],
      ...[false, false, true],
    ]);
  });

  test('units without a place are rows of their own; only the first two and the last two of a table go together', () => {
    const rows = ['1', '2', '3', null, null, null].map((place) => [place, '示例']);
    expect(ends(table(['number', 'text'], ...rows))).toEqual([false, true, true, true, false, true]);
    expect(ends(table(['text'], ['a']))).toEqual([true]);
  });

  test('a line with the facts or with what it introduces, and a note of a table with nothing else', () => {
    expect(ends(lines('甲单位：'), table(['text'], ['a']))[0]).toBe(false);
    expect(ends(lines('Unit A:'), lines('b'))[0]).toBe(false);
    expect(ends({ kind: 'heading', text: 'a' }, lines('b'), facts).slice(0, 2)).toEqual([false, false]);
    expect(ends(lines('a note'), table(['text'], ['a']))[0]).toBe(true);
    expect(ends(table(['text'], ['a']), lines('a note'), facts).slice(0, 2)).toEqual([true, true]);
  });

  test('facts with the line that concludes from them, not with one that introduces the next', () => {
    expect(ends(facts, lines('so it is'))).toEqual([false, false, true]);
    expect(ends(facts, lines('Unit B:'), facts)).toEqual([false, true, false, false, true]);
  });

  test('in a tree, what is made of others with the first of them', () => {
    const branch = (depth: number) => ({ depth, text: '', value: '', note: '' });
    expect(ends({ kind: 'tree', lines: [0, 1, 2, 2, 1, 2].map(branch) })).toEqual([
      false,
      false,
      true,
      true,
      false,
      true,
    ]);
  });
});

test('given one name that is too long for the narrow column, then all facts of its block get the wide one', () => {
  const sheet = (name: string): Sheet => ({
    name: '',
    title: '',
    subtitle: '',
    marks: [],
    blocks: [{ kind: 'facts', facts: [fact, { name, text: '' }] }],
    signatures: [],
    footers: [],
  });
  const widths = (name: string) =>
    sheetPieces(sheet(name)).pieces.map(({ part }) => part.kind === 'fact' && part.isWide);
  expect(widths('规则指纹')).toEqual([false, false]);
  expect(widths('市四套班子领导的均分')).toEqual([true, true]);
  expect(widths('Monotonic clock')).toEqual([true, true]);
});

/** A paper ballot of all units, as the host makes it. */
const paper: Sheet = {
  name: 'n',
  title: 't',
  subtitle: 's',
  marks: [],
  blocks: [
    { kind: 'heading', text: 'All units' },
    { kind: 'facts', facts: [{ name: 'Seat', text: '1' }] },
    { kind: 'lines', lines: ['Tick one box only on each line.'] },
    {
      kind: 'table',
      columns: [
        { name: 'Unit', content: text },
        { name: 'Good', content: { kind: 'box' } },
      ],
      rows: [
        ['u1', null],
        ['u2', null],
      ],
    },
    { kind: 'lines', lines: ['a note below'] },
  ],
  signatures: [],
  footers: [],
};

test('given a paper of boxes, then whose it is and how it is filled in stay above its first line, and its last line may end a page', () => {
  const kept = sheetPieces(paper).pieces.map(({ part, keepsWithNext }) => [part.kind, keepsWithNext]);
  expect(kept).toEqual([
    ['heading', true],
    ['fact', true],
    ['line', true],
    ['row', true],
    ['row', false],
    ['line', false],
  ]);
});
