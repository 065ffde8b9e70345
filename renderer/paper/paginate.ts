/** What the layout knows of one piece of a sheet. Heights are CSS pixels. */
export type Piece = {
  readonly height: number;
  /** Never the last of its page, unless it doesn't fit otherwise. */
  readonly keepsWithNext: boolean;
  readonly startsPage: boolean;
  /** Rows of one table: its head stands above the first of them on each page and takes this. */
  readonly table: number | null;
  readonly headHeight: number;
};

/** Pieces by number, page by page. */
export type Pages = readonly (readonly number[])[];

/** Pieces that stay together, from `first` to before `end`. */
type Chunk = { readonly first: number; readonly end: number };

function chunks(pieces: readonly Piece[]): readonly Chunk[] {
  const found: Chunk[] = [];
  let first = 0;
  for (const [at, piece] of pieces.entries()) {
    if (piece.keepsWithNext && at < pieces.length - 1 && !pieces[at + 1]?.startsPage) continue;
    found.push({ first, end: at + 1 });
    first = at + 1;
  }
  return found;
}

/**
 * Lays pieces on pages with that much room: what belongs together stays together where a page can hold it, a table's
 * head is repeated, and a piece larger than a page gets one of its own. `firstRoom` is that of the first page.
 */
export function paginate(pieces: readonly Piece[], firstRoom: number, room: number): Pages {
  const pages: number[][] = [[]];
  let left = firstRoom;
  let table: number | null = null;
  const turn = () => {
    pages.push([]);
    left = room;
    table = null;
  };
  /** The height that these would take after what stands on the page. */
  const heightOf = ({ first, end }: Chunk): number => {
    let height = 0;
    let current = table;
    for (const piece of pieces.slice(first, end)) {
      height += piece.height + (piece.table !== null && piece.table !== current ? piece.headHeight : 0);
      current = piece.table;
    }
    return height;
  };
  const put = (at: number) => {
    left -= heightOf({ first: at, end: at + 1 });
    table = pieces[at]?.table ?? null;
    pages[pages.length - 1]?.push(at);
  };
  const isFresh = () => pages[pages.length - 1]?.length === 0;
  for (const chunk of chunks(pieces)) {
    if (!isFresh() && (pieces[chunk.first]?.startsPage || heightOf(chunk) > left)) turn();
    for (let at = chunk.first; at < chunk.end; at += 1) {
      if (!isFresh() && heightOf({ first: at, end: at + 1 }) > left) turn();
      put(at);
    }
  }
  return pages;
}
