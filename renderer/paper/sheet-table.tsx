import type { SheetColumn, SheetRow } from '../../shared/documents/sheet.ts';
import { classes } from '../console/classes.ts';
import styles from './paper.module.css';

type SheetTableProps = {
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly { readonly at: number; readonly cells: SheetRow }[];
  /** CSS pixels, the same on every page that the table goes on to; null while they are being measured. */
  readonly widths: readonly number[] | null;
};

/** Above so many columns the type is smaller. */
const wideFrom = 9;

/** As much of a table as one page holds, under its head. */
export function SheetTable({ columns, rows, widths }: SheetTableProps) {
  const align = (at: number) => (columns[at]?.content.kind === 'number' ? styles.number : undefined);
  return (
    <table
      className={classes(
        styles.table,
        columns.length >= wideFrom && styles.dense,
        widths !== null && styles.settled,
      )}
    >
      {widths !== null && (
        <colgroup>
          {columns.map(({ name }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name, and none moves
            <col key={`${at} ${name}`} style={{ width: `${widths[at] ?? 0}px` }} />
          ))}
        </colgroup>
      )}
      <thead>
        <tr>
          {columns.map(({ name }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name, and none moves
            <th key={`${at} ${name}`} scope="col" className={align(at)}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ at, cells }) => (
          <tr key={at} data-piece={at}>
            {cells.map((text, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells have nothing but their place
              <td key={column} className={align(column)}>
                {text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
