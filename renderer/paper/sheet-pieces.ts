import type { Sheet, SheetBlock, SheetColumn, SheetRow } from '../../shared/documents/sheet.ts';
import { textEms } from './text-width.ts';

/** What can't be divided between two pages. `place` says whether it begins or ends the block it comes from. */
export type SheetPart =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'fact'; readonly name: string; readonly text: string; readonly isWide: boolean }
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

/** Of a fact's name, in ems: what fits in the narrow column without a second line. */
const narrowEms = 7;

function partsOf(block: SheetBlock, table: number): readonly SheetPart[] {
  switch (block.kind) {
    case 'heading':
      return [block];
    case 'lines':
      return block.lines.map((text) => ({ kind: 'line', text }));
    case 'facts':
      return block.facts.map((fact) => ({
        kind: 'fact',
        ...fact,
        isWide: block.facts.some(({ name }) => textEms(name) > narrowEms),
      }));
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

/** Says that something follows, such as a sample's unit. */
function introduces(line: string | undefined): boolean {
  return line !== undefined && /[:：]$/.test(line);
}

/** No row alone at the foot or the top of a page, and none apart from the row that names what it is about. */
function rowKeeps({ columns, rows }: Extract<SheetBlock, { kind: 'table' }>, index: number): boolean {
  const next = rows[index + 1];
  if (next === undefined) return false;
  const isContinued = columns[0]?.content.kind === 'text' && next[0] === null;
  return isContinued || index === 0 || index === rows.length - 2;
}

type Neighbours = {
  readonly before: SheetBlock | undefined;
  readonly block: SheetBlock;
  readonly next: SheetBlock | undefined;
};

/**
 * A form stays whole, with the facts and the line above it; a heading stays with what it heads, a line below it with the
 * facts that follow, a line with what it introduces, facts with the line that concludes from them.
 */
function keeps({ before, block, next }: Neighbours, index: number, count: number): boolean {
  const isLast = index === count - 1;
  switch (block.kind) {
    case 'heading':
      return true;
    case 'form':
    case 'bars':
      return !isLast;
    case 'table':
      return rowKeeps(block, index);
    // How a form is filled in stands right above it.
    case 'lines':
      return (
        isLast &&
        ((before?.kind === 'heading' && next?.kind === 'facts') ||
          isFilledIn(next) ||
          introduces(block.lines[index]))
      );
    case 'tree':
      // What is made of others stands above the first of them.
      return (block.lines[index + 1]?.depth ?? 0) > (block.lines[index]?.depth ?? 0);
    case 'facts':
      if (!isLast) return count <= 8;
      return isFilledIn(next) || (next?.kind === 'lines' && !introduces(next.lines[0]));
    case 'page-break':
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
        keepsWithNext: keeps({ before: blocks[at - 1], block, next: blocks[at + 1] }, index, parts.length),
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
