import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Sheet } from '../../shared/documents/sheet.ts';
import { fitTable } from './fit-table.ts';
import { PageFlow } from './page-flow.tsx';
import { PageFrame } from './page-frame.tsx';
import { type Pages, type Piece, paginate } from './paginate.ts';
import styles from './paper.module.css';
import { type SheetPieces, sheetPieces } from './sheet-pieces.ts';
import type { TableShape } from './sheet-table.tsx';

type Layout = { readonly pages: Pages; readonly shapes: readonly TableShape[] };

/** Rounding between the measured and the drawn page. */
const slackPx = 4;

function heightOf(element: Element | null | undefined): number {
  return element?.getBoundingClientRect().height ?? 0;
}

/** Reads heights and column widths of a draft in which everything stands on two endless pages: a first and a later one. */
function measure(draft: HTMLElement, { pieces }: SheetPieces): Layout {
  const [first, later] = draft.querySelectorAll('[data-flow]');
  const tables = [...draft.querySelectorAll('table')];
  const shapes = tables.map((table) => fitTable(table, first?.getBoundingClientRect().width ?? 0));
  const measured = pieces.map(({ part, keepsWithNext, startsPage }, at): Piece => {
    const table = part.kind === 'row' ? part.table : null;
    return {
      height: heightOf(draft.querySelector(`[data-piece="${at}"]`)),
      keepsWithNext,
      startsPage,
      table,
      headHeight: table === null ? 0 : heightOf(tables[table]?.querySelector('thead')),
    };
  });
  const room = (flow: Element | undefined) => heightOf(flow) - slackPx;
  return { pages: paginate(measured, room(first), room(later)), shapes };
}

/** The first draft shows a page's own room; what it holds flows over and is measured there. */
function Draft({ sheet, pieces, settled }: DraftProps) {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    let isCurrent = true;
    const draft = ref.current;
    if (!draft) return;
    // Asking for a height has the browser look for the slices of the fonts that the text needs.
    heightOf(draft);
    void document.fonts.ready.then(() => {
      if (isCurrent) settled(measure(draft, pieces));
    });
    return () => {
      isCurrent = false;
    };
  }, [pieces, settled]);
  const all = pieces.pieces.map((_, at) => at);
  return (
    <div ref={ref} className={styles.draft} aria-hidden="true">
      <PageFrame sheet={sheet} page={1} pages={1}>
        <PageFlow sheet={pieces} chosen={all} shapes={null} />
      </PageFrame>
      <PageFrame sheet={sheet} page={2} pages={2}>
        {null}
      </PageFrame>
    </div>
  );
}

type DraftProps = {
  readonly sheet: Sheet;
  readonly pieces: SheetPieces;
  readonly settled: (layout: Layout) => void;
};

/** A sheet on as many pages of A4 as it takes; `laidOut` is told how many once they stand. */
export function SheetPages({
  sheet,
  laidOut,
}: {
  readonly sheet: Sheet;
  readonly laidOut: (pages: number) => void;
}) {
  const pieces = useMemo(() => sheetPieces(sheet), [sheet]);
  const [layout, setLayout] = useState<Layout | null>(null);
  useEffect(() => {
    if (layout) laidOut(layout.pages.length);
  }, [layout, laidOut]);
  if (!layout) return <Draft sheet={sheet} pieces={pieces} settled={setLayout} />;
  return (
    <>
      {layout.pages.map((chosen, at) => (
        <PageFrame key={chosen[0] ?? -1} sheet={sheet} page={at + 1} pages={layout.pages.length}>
          <PageFlow sheet={pieces} chosen={chosen} shapes={layout.shapes} />
        </PageFrame>
      ))}
    </>
  );
}
