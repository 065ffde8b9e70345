import type { SheetColumn, SheetRow } from '../../shared/documents/sheet.ts';
import { classes } from '../console/classes.ts';
import styles from './paper.module.css';
import { textEms } from './text-width.ts';

/** How a table fits its page: widths of its columns and the size of its type, in CSS pixels. */
export type TableShape = {
  readonly widths: readonly number[];
  readonly fontSize: number;
  /** Not even in the smallest type without dividing words. */
  readonly isDivided: boolean;
};

type SheetTableProps = {
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly { readonly at: number; readonly cells: SheetRow }[];
  /** The same on every page that the table goes on to; null while they are being measured. */
  readonly shape: TableShape | null;
};

/** Words of so few characters, such as a unit's name in Chinese, stay on one line. */
const shortUpTo = 8;
const shortHeadUpTo = 3;

function isShort(text: string | null): boolean {
  return text !== null && text.length <= shortUpTo;
}

/** Above so many columns the type is smaller. */
const wideFrom = 9;

/** As wide as a name of the usual length; a longer one takes a second line. */
const nameEms = 9;

/** What a column of text needs so that names stand in one line; figures never break anyway. */
function leastWidth(column: number, rows: SheetTableProps['rows']): string {
  const longest = Math.max(0, ...rows.map(({ cells }) => textEms(cells[column] ?? '')));
  // The cell's own room to the left and right comes on top.
  return `calc(${Math.min(longest, nameEms)}em + 5mm)`;
}

/** In Chinese a space parts whose figure it is from what it is; else a line would break inside either. */
function ColumnName({ name }: { readonly name: string }) {
  if (!/\p{Script=Han}/u.test(name)) return name.replace(' %', '\u00a0%');
  // A dot ends what stands before it.
  return name.split(/ (?!·)/).map((part) => (
    <span key={part} className={styles.namePart}>
      {part}
    </span>
  ));
}

/** In a table whose rows begin with what they are about, over how many rows that goes; 0 below the first of them. */
function spans(columns: SheetTableProps['columns'], rows: SheetTableProps['rows']): readonly number[] {
  const continues = (at: number) =>
    columns[0]?.content.kind === 'text' && at > 0 && rows[at]?.cells[0] === null;
  return rows.map((_, at) => {
    if (continues(at)) return 0;
    let end = at + 1;
    while (end < rows.length && continues(end)) end += 1;
    return end - at;
  });
}

/** As much of a table as one page holds, under its head. */
export function SheetTable({ columns, rows, shape }: SheetTableProps) {
  const looks = { text: undefined, number: styles.number, box: styles.toFill };
  const contentOf = (at: number) => columns[at]?.content.kind ?? 'text';
  const align = (at: number) => looks[contentOf(at)];
  const headLook = (at: number) =>
    classes(align(at), (columns[at]?.name.length ?? 0) <= shortHeadUpTo && styles.short);
  const span = spans(columns, rows);
  const hasBoxes = columns.some(({ content }) => content.kind === 'box');
  const least = (at: number) =>
    shape === null && contentOf(at) === 'text' ? { minWidth: leastWidth(at, rows) } : undefined;
  return (
    <table
      className={classes(
        styles.table,
        columns.length >= wideFrom && styles.dense,
        shape !== null && styles.settled,
        shape?.isDivided && styles.divided,
      )}
      style={shape === null ? undefined : { fontSize: `${shape.fontSize}px` }}
    >
      {shape !== null && (
        <colgroup>
          {columns.map(({ name }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name, and none moves
            <col key={`${at} ${name}`} style={{ width: `${shape.widths[at] ?? 0}px` }} />
          ))}
        </colgroup>
      )}
      <thead>
        <tr>
          {columns.map(({ name }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name, and none moves
            <th key={`${at} ${name}`} scope="col" className={headLook(at)} style={least(at)}>
              <ColumnName name={name} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ at, cells }, row) => (
          <tr key={at} data-piece={at} className={hasBoxes ? styles.formRow : undefined}>
            {cells.map((text, column) =>
              column === 0 && span[row] === 0 ? null : (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells have nothing but their place
                  key={column}
                  rowSpan={column === 0 ? span[row] : undefined}
                  className={classes(align(column), isShort(text) && styles.short)}
                  data-about={column === 0 || undefined}
                >
                  {columns[column]?.content.kind === 'box' ? <i className={styles.box} /> : text}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
