import type { Sheet, SheetBlock, SheetColumn, SheetRow } from '../../shared/documents/sheet.ts';

/** What can't be divided between two pages. `place` says whether it begins or ends the block it comes from. */
export type SheetPart =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'fact'; readonly name: string; readonly text: string }
  | { readonly kind: 'row'; readonly table: number; readonly cells: SheetRow }
  | { readonly kind: 'bar'; readonly name: string; readonly value: string; readonly maximum: string }
  | {
      readonly kind: 'branch';
      readonly depth: number;
      readonly text: string;
      readonly value: string;
      readonly note: string;
      readonly isOut?: boolean;
    }
  | { readonly kind: 'field'; readonly name: string; readonly hint: string; readonly boxes: number }
  | { readonly kind: 'signatures'; readonly roles: readonly string[] };

export type SheetPiece = {
  readonly part: SheetPart;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly keepsWithNext: boolean;
  readonly startsPage: boolean;
};

export type SheetPieces = {
  readonly pieces: readonly SheetPiece[];
  /** The columns of each table, by the number that its rows name. */
  readonly tables: readonly (readonly SheetColumn[])[];
};

function partsOf(block: SheetBlock, table: number): readonly SheetPart[] {
  switch (block.kind) {
    case 'heading':
      return [block];
    case 'lines':
      return block.lines.map((text) => ({ kind: 'line', text }));
    case 'facts':
      return block.facts.map((fact) => ({ kind: 'fact', ...fact }));
    case 'table':
      return block.rows.map((cells) => ({ kind: 'row', table, cells }));
    case 'bars':
      return block.bars.map((bar) => ({ kind: 'bar', ...bar }));
    case 'tree':
      return block.lines.map((line) => ({ kind: 'branch', ...line }));
    case 'form':
      return block.rows.map((row) => ({ kind: 'field', ...row }));
    case 'page-break':
      return [];
  }
}

function isFilledIn(block: SheetBlock | undefined): boolean {
  if (block?.kind === 'table') return block.columns.some(({ content }) => content.kind === 'box');
  return block?.kind === 'form';
}

/** A form stays whole, with the facts above it; a heading stays with what it heads, a first row with the second. */
function keeps(block: SheetBlock, next: SheetBlock | undefined, index: number, count: number): boolean {
  const isLast = index === count - 1;
  switch (block.kind) {
    case 'heading':
      return true;
    case 'form':
    case 'bars':
      return !isLast;
    case 'facts':
      return !isLast ? count <= 8 : next?.kind === 'lines' || isFilledIn(next);
    // How a form is filled in stands right above it.
    case 'lines':
      return isLast && isFilledIn(next);
    default:
      return false;
  }
}

/** A sheet taken apart into what a page can hold, in its order. */
export function sheetPieces({ blocks, signatures }: Sheet): SheetPieces {
  const pieces: SheetPiece[] = [];
  const tables: (readonly SheetColumn[])[] = [];
  let startsPage = false;
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'page-break') startsPage = true;
    if (block.kind === 'table') tables.push(block.columns);
    const parts = partsOf(block, tables.length - 1);
    for (const [index, part] of parts.entries()) {
      pieces.push({
        part,
        isFirst: index === 0,
        isLast: index === parts.length - 1,
        keepsWithNext: keeps(block, blocks[at + 1], index, parts.length),
        startsPage,
      });
      startsPage = false;
    }
  }
  const signing: SheetPiece = {
    part: { kind: 'signatures', roles: signatures },
    isFirst: true,
    isLast: true,
    keepsWithNext: false,
    startsPage: false,
  };
  if (signatures.length === 0) return { pieces, tables };
  // Nobody signs an empty page.
  const last = pieces.pop();
  return { pieces: [...pieces, ...(last ? [{ ...last, keepsWithNext: true }] : []), signing], tables };
}
