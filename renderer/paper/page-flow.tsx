import styles from './paper.module.css';
import { SheetPartView } from './sheet-part-view.tsx';
import type { SheetPiece, SheetPieces } from './sheet-pieces.ts';
import { SheetTable, type TableShape } from './sheet-table.tsx';

type Run =
  | { readonly kind: 'part'; readonly at: number; readonly piece: SheetPiece }
  | { readonly kind: 'table'; readonly table: number; readonly from: number; readonly rows: RowAt[] };

type RowAt = { readonly at: number; readonly cells: readonly (string | null)[] };

/** Rows of one table that follow one another stand under one head. */
function runs(pieces: readonly SheetPiece[], chosen: readonly number[]): readonly Run[] {
  const found: Run[] = [];
  for (const at of chosen) {
    const piece = pieces[at];
    if (!piece) continue;
    const { part } = piece;
    const last = found[found.length - 1];
    if (part.kind !== 'row') found.push({ kind: 'part', at, piece });
    else if (last?.kind === 'table' && last.table === part.table) last.rows.push({ at, cells: part.cells });
    else found.push({ kind: 'table', table: part.table, from: at, rows: [{ at, cells: part.cells }] });
  }
  return found;
}

type PageFlowProps = {
  readonly sheet: SheetPieces;
  readonly chosen: readonly number[];
  /** Of each table; null while they are being measured. */
  readonly shapes: readonly TableShape[] | null;
};

/** The pieces of one page, one below the other. */
export function PageFlow({ sheet, chosen, shapes }: PageFlowProps) {
  return (
    <>
      {runs(sheet.pieces, chosen).map((run) =>
        run.kind === 'table' ? (
          <SheetTable
            key={run.from}
            columns={sheet.tables[run.table] ?? []}
            rows={run.rows}
            shape={shapes?.[run.table] ?? null}
          />
        ) : (
          <div
            key={run.at}
            data-piece={run.at}
            className={styles.piece}
            data-first={run.piece.isFirst}
            data-last={run.piece.isLast}
          >
            {run.piece.part.kind !== 'row' && <SheetPartView part={run.piece.part} />}
          </div>
        ),
      )}
    </>
  );
}
