import { expect, test } from 'vitest';
import type { Sheet } from '../../shared/documents/sheet.ts';
import { sheetPieces } from './sheet-pieces.ts';

const text = { kind: 'text' } as const;

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

test('given a paper of boxes, then whose it is and how it is filled in stay above its first line, and its lines may go on to a next page', () => {
  const kept = sheetPieces(paper).pieces.map(({ part, keepsWithNext }) => [part.kind, keepsWithNext]);
  expect(kept).toEqual([
    ['heading', true],
    ['fact', true],
    ['line', true],
    ['row', false],
    ['row', false],
    ['line', false],
  ]);
});
