import { Fragment, useState } from 'react';
import { classes } from '../classes.ts';
import { ConsoleButton } from '../console-button.tsx';
import { useWords } from '../use-words.ts';
import styles from './beside.module.css';
import { cellTarget, isCarried, type LackingView, measuredUnits, recordedOf } from './beside-lacking.ts';
import { type Correction, CorrectionForm } from './correction.tsx';
import { MeasureCell } from './measure-cell.tsx';

type MeasureTableProps = {
  readonly view: LackingView;
  readonly blockedBy: string | null;
  /** The number that is typed first, as `cellTarget`. */
  readonly focused: string | null;
  readonly onGivePoints: (unit: string) => void;
};

/** With more columns than this, what can be done about a value stands below it. */
export const fitBeside = 2;

/** A row for each unit: what was measured, what is missing, and the points that it was given. */
export function MeasureTable({ view, blockedBy, focused, onGivePoints }: MeasureTableProps) {
  const { t, localise } = useWords();
  const [correction, setCorrection] = useState<Correction | null>(null);
  const { measures, points, pointsNodes } = view.beside;
  const hasPoints = pointsNodes.length > 0;
  const units = measuredUnits(view);
  const columns = 1 + measures.length + (hasPoints ? 1 : 0);
  return (
    <table
      className={classes(styles.table, measures.length > fitBeside && styles.manyMeasures)}
      data-measures=""
    >
      <thead>
        <tr>
          <th scope="col">{t('beside.unit')}</th>
          {measures.map(({ id, name }) => (
            <th key={id} scope="col">
              {localise(name)}
            </th>
          ))}
          {hasPoints && <th scope="col">{t('beside.pointsShort')}</th>}
        </tr>
      </thead>
      <tbody>
        {units.map((unit) => (
          <Fragment key={unit.id}>
            <tr>
              <th scope="row">{localise(unit.name)}</th>
              {measures.map((measure) => (
                <MeasureCell
                  key={measure.id}
                  row={{ unit, attempt: null }}
                  measure={measure}
                  value={recordedOf(view.beside, unit.id, measure.id)}
                  isBrought={isCarried(view.beside, unit.id, measure.id)}
                  isFirst={focused === cellTarget(unit.id, measure.id)}
                  blockedBy={blockedBy}
                  onCorrect={setCorrection}
                />
              ))}
              {hasPoints && (
                <td>
                  <span className={styles.cell}>
                    <b>
                      {points
                        .filter((given) => given.unit.id === unit.id)
                        .map((given) => given.points)
                        .join('  ')}
                    </b>
                    <ConsoleButton
                      isSmall
                      isPlain
                      label="±"
                      name={t('beside.field', { unit: localise(unit.name), measure: t('beside.points') })}
                      blockedBy={blockedBy}
                      onPress={() => onGivePoints(unit.id)}
                    />
                  </span>
                </td>
              )}
            </tr>
            {correction?.unit === unit.id && blockedBy === null && (
              <tr>
                <td colSpan={columns}>
                  <CorrectionForm correction={correction} onDone={() => setCorrection(null)} />
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
