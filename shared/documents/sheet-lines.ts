import { plainNumber } from './cell-text.ts';
import type { Sheet, SheetBlock, SheetColumn } from './sheet.ts';

export type SheetCell = { readonly text: string | null; readonly content: SheetColumn['content'] };

/** One row of a sheet as a spreadsheet has it. */
export type SheetLine =
  | { readonly kind: 'gap' }
  /** Over the whole width. */
  | {
      readonly kind: 'wide';
      readonly look: 'title' | 'subtitle' | 'mark' | 'heading' | 'text';
      readonly text: string;
    }
  /** A name with what belongs to it; `line` is both in one sentence. */
  | { readonly kind: 'pair'; readonly name: string; readonly text: string }
  | { readonly kind: 'footer'; readonly name: string; readonly text: string; readonly line: string }
  | { readonly kind: 'head'; readonly columns: readonly SheetColumn[] }
  | { readonly kind: 'row'; readonly cells: readonly SheetCell[] };

const text = { kind: 'text' } as const;
const gap: SheetLine = { kind: 'gap' };

/** What stands in no column of a table is a number where it reads as one. */
function contentOf(written: string): SheetColumn['content'] {
  return plainNumber.test(written) ? { kind: 'number' } : text;
}

function cell(written: string | null, content: SheetColumn['content'] = contentOf(written ?? '')): SheetCell {
  return { text: written, content };
}

function blockLines(block: SheetBlock): readonly SheetLine[] {
  switch (block.kind) {
    case 'heading':
      return [{ kind: 'wide', look: 'heading', text: block.text }];
    case 'lines':
      return block.lines.map((line) => ({ kind: 'wide', look: 'text', text: line }));
    case 'facts':
      return block.facts.map(({ name, text: fact }) => ({ kind: 'pair', name, text: fact }));
    case 'table':
      return [
        { kind: 'head', columns: block.columns },
        ...block.rows.map((row): SheetLine => {
          const cells = row.map((written, index) => cell(written, block.columns[index]?.content ?? text));
          return { kind: 'row', cells };
        }),
      ];
    case 'bars':
      return block.bars.map(({ name, value, maximum }) => ({
        kind: 'row',
        cells: [cell(name, text), cell(value), cell(maximum)],
      }));
    case 'tree':
      return block.lines.map((line) => ({
        kind: 'row',
        cells: [
          cell(`${'  '.repeat(line.depth)}${line.text}`, text),
          cell(line.value || null),
          cell(line.note || null, text),
        ],
      }));
    case 'form':
      return block.rows.map(({ name, hint }) => ({
        kind: 'row',
        cells: [cell(name, text), cell(hint, text)],
      }));
    case 'page-break':
      return [];
  }
}

/** A sheet row by row: marks above, its blocks, who signs, versions below. */
export function sheetLines(sheet: Sheet): readonly SheetLine[] {
  const { title, subtitle, marks, blocks, signatures, footers } = sheet;
  const parts = blocks.map((block, index) => {
    const followsHeading = blocks[index - 1]?.kind === 'heading';
    const lines = blockLines(block);
    return followsHeading || lines.length === 0 ? lines : [gap, ...lines];
  });
  return [
    { kind: 'wide', look: 'title', text: title },
    { kind: 'wide', look: 'subtitle', text: subtitle },
    ...marks.map((mark): SheetLine => ({ kind: 'wide', look: 'mark', text: mark })),
    ...parts.flat(),
    ...(signatures.length === 0 ? [] : [gap]),
    ...signatures.map((role): SheetLine => ({ kind: 'pair', name: role, text: '' })),
    gap,
    ...footers.map((footer): SheetLine => ({ kind: 'footer', ...footer })),
  ];
}
