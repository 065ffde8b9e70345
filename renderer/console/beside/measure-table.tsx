import { Fragment, useState } from 'react';
import type { MeasureAsked } from '../../../shared/domain/scoring/beside-ballots.ts';
import type { Measurement } from '../../../shared/domain/scoring/rules/contest.ts';
import type { UnitView } from '../../../shared/views/view-sections.ts';
import { classes } from '../classes.ts';
import { ConsoleButton } from '../console-button.tsx';
import { useDesk } from '../desk-context.tsx';
import { useWords } from '../use-words.ts';
import styles from './beside.module.css';
import {
  isCarried,
  isLacking,
  type LackingView,
  measuredUnits,
  numberOf,
  recordedOf,
} from './beside-lacking.ts';
import { type Correction, CorrectionForm } from './correction.tsx';
import { MeasureField } from './measure-field.tsx';

type CellProps = {
  readonly unit: UnitView;
  readonly measure: MeasureAsked;
  readonly value: Measurement | null;
  readonly isBrought: boolean;
  readonly isFirst: boolean;
  readonly blockedBy: string | null;
  readonly onCorrect: (correction: Correction) => void;
};

function MeasureCell({ unit, measure, value, isBrought, isFirst, blockedBy, onCorrect }: CellProps) {
  const { t, localise } = useWords();
  const order = useDesk((desk) => desk.order);
  const names = { unit: localise(unit.name), measure: localise(measure.name) };
  const isUnconfirmed = value !== null && typeof value !== 'string' && value.kind === 'unconfirmed';
  const isUnfinished = value !== null && typeof value !== 'string' && value.kind === 'did-not-finish';
  const record = (after: Measurement | null) => {
    const about = { unit: unit.id, measure: measure.id };
    if (value === null) void order('beside', { kind: 'RecordMeasure', ...about, value: after, reason: '' });
    else onCorrect({ ...about, unitName: names.unit, measureName: names.measure, before: value, after });
  };
  const confirm = () =>
    void order('beside', {
      kind: 'RecordMeasure',
      unit: unit.id,
      measure: measure.id,
      value: numberOf(value),
      reason: '',
    });
  return (
    <td>
      <div className={styles.cell}>
        <MeasureField
          label={t('beside.field', names)}
          recorded={numberOf(value) ?? ''}
          column={measure.id}
          isFirst={isFirst}
          isDisabled={blockedBy !== null}
          onStore={(text) => record(measure.isTime ? { kind: 'unconfirmed', value: text } : text)}
        />
        <span className={classes(styles.state, isLacking(value) && styles.attention)}>
          {value === null
            ? t('beside.missing')
            : isUnconfirmed
              ? t('beside.unconfirmed')
              : isUnfinished
                ? t('beside.dnf')
                : isBrought
                  ? t('beside.carried')
                  : '✓'}
        </span>
        <span className={styles.cellActs}>
          {isUnconfirmed && (
            <ConsoleButton
              isSmall
              label={`✓ ${t('beside.confirm')}`}
              name={t('beside.confirmOf', { ...names, value: numberOf(value) ?? '' })}
              blockedBy={blockedBy}
              onPress={confirm}
            />
          )}
          {value === null ? (
            <ConsoleButton
              isSmall
              isPlain
              label={t('beside.dnf')}
              name={t('beside.dnfOf', names)}
              blockedBy={blockedBy}
              onPress={() => record({ kind: 'did-not-finish' })}
            />
          ) : isBrought ? null : (
            <ConsoleButton
              isSmall
              isPlain
              label={t('beside.takeBack')}
              name={t('beside.takeBackOf', names)}
              blockedBy={blockedBy}
              onPress={() => record(null)}
            />
          )}
        </span>
      </div>
    </td>
  );
}

type MeasureTableProps = {
  readonly view: LackingView;
  readonly blockedBy: string | null;
  /** `unit measure` that the table was opened for. */
  readonly target: string | null;
  readonly onGivePoints: (unit: string) => void;
};

/** With more columns than this, what can be done about a value stands below it. */
const fitBeside = 2;

/** A row for each unit: what was measured, what is missing, and the points that it was given. */
export function MeasureTable({ view, blockedBy, target, onGivePoints }: MeasureTableProps) {
  const { t, localise } = useWords();
  const [correction, setCorrection] = useState<Correction | null>(null);
  const { measures, points, pointsNodes } = view.beside;
  const hasPoints = pointsNodes.length > 0;
  const units = measuredUnits(view);
  const firstLacking = units
    .flatMap(({ id }) => measures.map((measure) => ({ id, measure: measure.id })))
    .find(({ id, measure }) => isLacking(recordedOf(view.beside, id, measure)));
  const first = target ?? (firstLacking ? `${firstLacking.id} ${firstLacking.measure}` : null);
  const [focused] = useState(first);
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
                  unit={unit}
                  measure={measure}
                  value={recordedOf(view.beside, unit.id, measure.id)}
                  isBrought={isCarried(view.beside, unit.id, measure.id)}
                  isFirst={focused === `${unit.id} ${measure.id}`}
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
