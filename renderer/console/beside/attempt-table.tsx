import { Fragment, useState } from 'react';
import type { LocalText } from '../../../shared/kernel/language.ts';
import type { AttemptsAsked } from '../../../shared/views/console-view.ts';
import { classes } from '../classes.ts';
import { PickOne } from '../pick-one.tsx';
import { useWords } from '../use-words.ts';
import styles from './beside.module.css';
import {
  attemptsIn,
  cellTarget,
  type LackingView,
  type MeasuredRow,
  measuredUnits,
  recordedOf,
} from './beside-lacking.ts';
import { type Correction, CorrectionForm } from './correction.tsx';
import { MeasureCell } from './measure-cell.tsx';
import { fitBeside } from './measure-table.tsx';

/** Rows under one name: the attempts of a unit, or the units of an attempt. */
type Group = {
  readonly id: string;
  readonly name: LocalText;
  readonly rows: readonly (MeasuredRow & { readonly id: string; readonly name: LocalText })[];
};

/** Attempts are typed as they are made: all of a unit in turn, or each by all units. */
const rowOrders = ['by-unit', 'by-attempt'] as const;
type RowOrder = (typeof rowOrders)[number];

function groupsOf(view: LackingView, asked: AttemptsAsked, order: RowOrder): readonly Group[] {
  const units = measuredUnits(view);
  const attempts = attemptsIn(asked);
  return order === 'by-unit'
    ? units.map((unit) => ({
        id: unit.id,
        name: unit.name,
        rows: attempts.map((attempt) => ({ id: attempt.id, name: attempt.name, unit, attempt })),
      }))
    : attempts.map((attempt) => ({
        id: attempt.id,
        name: attempt.name,
        rows: units.map((unit) => ({ id: unit.id, name: unit.name, unit, attempt })),
      }));
}

type AttemptTableProps = {
  readonly view: LackingView;
  readonly asked: AttemptsAsked;
  readonly blockedBy: string | null;
  /** The number that is typed first, as `cellTarget`. */
  readonly focused: string | null;
};

/** A row for each attempt of each unit: what was measured of it, and what is missing. */
export function AttemptTable({ view, asked, blockedBy, focused }: AttemptTableProps) {
  const { t, localise } = useWords();
  const [order, setOrder] = useState<RowOrder>('by-unit');
  const [correction, setCorrection] = useState<Correction | null>(null);
  const { measures } = asked;
  const isOfRow = ({ unit, attempt }: MeasuredRow) =>
    correction?.unit === unit.id && correction.attempt?.id === attempt?.id;
  return (
    <section className={styles.attempts}>
      <PickOne
        label={t('beside.rowOrder')}
        options={rowOrders.map((id) => ({ id, name: t(`beside.rowOrders.${id}`) }))}
        chosen={order}
        onChoose={(id) => setOrder(rowOrders.find((each) => each === id) ?? 'by-unit')}
      />
      <table
        className={classes(styles.table, measures.length > fitBeside && styles.manyMeasures)}
        data-measures=""
      >
        <thead>
          <tr>
            <th scope="col">{t(order === 'by-unit' ? 'beside.unit' : 'beside.attempt')}</th>
            <th scope="col">{t(order === 'by-unit' ? 'beside.attempt' : 'beside.unit')}</th>
            {measures.map(({ id, name }) => (
              <th key={id} scope="col">
                {localise(name)}
              </th>
            ))}
          </tr>
        </thead>
        {groupsOf(view, asked, order).map((group) => (
          <tbody key={group.id} className={styles.group}>
            {group.rows.map((row, n) => (
              <Fragment key={row.id}>
                <tr>
                  <th scope="row" className={classes(n > 0 && styles.repeated)}>
                    {localise(group.name)}
                  </th>
                  <th scope="row">{localise(row.name)}</th>
                  {measures.map((measure) => (
                    <MeasureCell
                      key={measure.id}
                      row={row}
                      measure={measure}
                      value={recordedOf(view.beside, row.unit.id, measure.id, row.attempt)}
                      isFirst={focused === cellTarget(row.unit.id, measure.id, row.attempt)}
                      blockedBy={blockedBy}
                      onCorrect={setCorrection}
                    />
                  ))}
                </tr>
                {correction && isOfRow(row) && blockedBy === null && (
                  <tr>
                    <td colSpan={2 + measures.length}>
                      <CorrectionForm correction={correction} onDone={() => setCorrection(null)} />
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}
