/**
 * A column of numbers holds finished decimal text such as `90.40`, and a word where there is no number; one of boxes
 * holds nothing and is filled in by hand.
 */
export type SheetColumn = {
  readonly name: string;
  readonly content: { readonly kind: 'text' } | { readonly kind: 'number' } | { readonly kind: 'box' };
};

/** As many cells as columns; null is an empty cell. */
export type SheetRow = readonly (string | null)[];

/** One part of a sheet, in finished words of one language. */
export type SheetBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | { readonly kind: 'facts'; readonly facts: readonly { readonly name: string; readonly text: string }[] }
  | { readonly kind: 'table'; readonly columns: readonly SheetColumn[]; readonly rows: readonly SheetRow[] }
  /** Bars of one scale; `value` and `maximum` are decimal text. */
  | {
      readonly kind: 'bars';
      readonly bars: readonly { readonly name: string; readonly value: string; readonly maximum: string }[];
    }
  /** What a number is made of; each line opens into those indented below it. */
  | {
      readonly kind: 'tree';
      readonly lines: readonly {
        readonly depth: number;
        readonly text: string;
        readonly value: string;
        readonly note: string;
        /** Names the value in the tree that it comes from. */
        readonly key?: string;
        /** It goes into nothing above it, such as a mark that was struck. */
        readonly isOut?: boolean;
      }[];
    }
  /** What follows begins a new page. */
  | { readonly kind: 'page-break' }
  /** Boxes to fill in by hand. */
  | {
      readonly kind: 'form';
      readonly rows: readonly { readonly name: string; readonly hint: string; readonly boxes: number }[];
    };

/** A document in one language: what a print page draws, and what its tables hold as CSV and XLSX. */
export type Sheet = {
  /** Which document it is, such as 成绩单. */
  readonly name: string;
  /** The unit that it is about; left out where that is the event. */
  readonly about?: string;
  readonly title: string;
  readonly subtitle: string;
  /** What a reader must not overlook: 演示, 未放行, 无监督员. Above everything. */
  readonly marks: readonly string[];
  readonly blocks: readonly SheetBlock[];
  /** Who signs, by role; an empty list: nobody. */
  readonly signatures: readonly string[];
  /** Rule, hashes, versions and the log's head. On every page. */
  readonly footers: readonly { readonly name: string; readonly text: string; readonly line: string }[];
};
