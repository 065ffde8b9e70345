import type { FormerResult, ResultRow } from '../../shared/views/console-view.ts';
import { classes } from './classes.ts';
import styles from './result.module.css';
import { useWords } from './use-words.ts';

/** The table names them all; the line above it must stay a line. */
const namedAtMost = 6;

type Row = Pick<ResultRow, 'unit' | 'place' | 'total'>;

const rowOf = ({ rows }: FormerResult, { unit }: Row): Row | undefined =>
  rows.find((row) => row.unit.id === unit.id);

/** How far a unit has moved against the former result: places gained are positive; null where it had or has none. */
function gained(former: Row | undefined, now: Row): number | null {
  const [was, is] = [Number(former?.place ?? Number.NaN), Number(now.place ?? Number.NaN)];
  return Number.isFinite(was) && Number.isFinite(is) ? was - is : null;
}

const hasOtherPlace = (former: Row | undefined, now: Row) => (former?.place ?? null) !== now.place;

/** What a former result is called at the head of its column. */
export function useFormerName(): (former: FormerResult) => string {
  const { t } = useWords();
  return ({ of }) =>
    of.kind === 'rules' ? t('former.rules') : t('former.version', { version: `${of.version}` });
}

/** One unit in a former result: place, value, and how far the place has moved since. */
export function FormerCell({ former, row }: { readonly former: FormerResult; readonly row: Row }) {
  const { t } = useWords();
  const was = rowOf(former, row);
  const isOther = hasOtherPlace(was, row) || (was?.total ?? null) !== row.total;
  const steps = gained(was, row);
  return (
    <td className={classes(styles.figure, !isOther && styles.sameAsBefore)}>
      {was?.place ?? '—'} · {was?.total ?? '—'}
      {hasOtherPlace(was, row) && (
        <span className={styles.moved}>
          {steps === null || steps === 0
            ? t('former.other')
            : t(steps > 0 ? 'former.up' : 'former.down', { count: Math.abs(steps) })}
        </span>
      )}
    </td>
  );
}

/** What moved against each former result, a line for each; nothing where there is none. */
export function FormerSummaries({
  former,
  rows,
}: {
  readonly former: readonly FormerResult[];
  readonly rows: readonly Row[];
}) {
  return former.map((each) => <FormerSummary key={each.of.kind} former={each} rows={rows} />);
}

function FormerSummary({ former, rows }: { readonly former: FormerResult; readonly rows: readonly Row[] }) {
  const { t, localise } = useWords();
  const name = useFormerName();
  const moved = rows.filter((row) => hasOtherPlace(rowOf(former, row), row));
  const onlyValue = rows.filter((row) => {
    const was = rowOf(former, row);
    return !hasOtherPlace(was, row) && (was?.total ?? null) !== row.total;
  });
  const text = [
    ...(moved.length === 0
      ? [t('former.nothingMoved')]
      : [
          t('former.moved', {
            count: moved.length,
            units:
              moved
                .slice(0, namedAtMost)
                .map((row) =>
                  t('former.fromTo', {
                    unit: localise(row.unit.name),
                    was: rowOf(former, row)?.place ?? t('former.none'),
                    now: row.place ?? t('former.none'),
                  }),
                )
                .join(t('listComma')) + (moved.length > namedAtMost ? ' …' : ''),
          }),
        ]),
    ...(onlyValue.length > 0 ? [t('former.onlyValue', { count: onlyValue.length })] : []),
  ];
  return (
    <p className={styles.hint}>
      <b>{name(former)}</b> {text.join(' ')}
    </p>
  );
}
