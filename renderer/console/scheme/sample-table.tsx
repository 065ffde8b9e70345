import { useMemo } from 'react';
import type { ScoringScheme } from '../../../shared/domain/scoring/rules/scoring-scheme.ts';
import { classes } from '../classes.ts';
import { useFormWords } from './form-context.tsx';
import styles from './sample.module.css';
import { Figure, Row } from './sample-cells.tsx';
import { EditButton, useSampleEditing } from './sample-editing.tsx';
import { InputRows } from './sample-input-rows.tsx';
import { type SampleUnitView, sampleView } from './sample-view.ts';

function PlaceValue({ unit, isChanged }: { readonly unit: SampleUnitView; readonly isChanged: boolean }) {
  const { t } = useFormWords();
  if (unit.place === null) return <span className={styles.word}>{t(`sample.state.${unit.state}`)}</span>;
  return <b className={classes(styles.placeValue, isChanged && styles.changedValue)}>{unit.place}</b>;
}

function Place({
  unit,
  before,
}: {
  readonly unit: SampleUnitView;
  readonly before: SampleUnitView | undefined;
}) {
  const { t, localise } = useFormWords();
  const hasChanged = before !== undefined && before.place !== unit.place;
  const why = unit.isUndecided
    ? t('sample.undecided')
    : unit.isShared
      ? t('sample.shared')
      : unit.partedBy.length > 0
        ? t('sample.parted', { rule: unit.partedBy.join(', ') })
        : null;
  const value = <PlaceValue unit={unit} isChanged={hasChanged} />;
  return (
    <td title={why ?? undefined} data-changed={hasChanged}>
      {unit.tie ? (
        <EditButton
          target={{ kind: 'tie', units: unit.tie }}
          label={`${localise(unit.name)} · ${t('sample.decide')}`}
        >
          {value}
        </EditButton>
      ) : (
        value
      )}
      {hasChanged && (
        <span className={styles.was} title={t('sample.was', { before: before.place ?? '—' })}>
          {before.place ?? '—'}
        </span>
      )}
      {unit.isShared && <span className={styles.note}>{why}</span>}
      {!unit.isShared && unit.partedBy.length > 0 && (
        <span className={styles.note}>{t('sample.by', { rule: unit.partedBy.join(', ') })}</span>
      )}
    </td>
  );
}

/** The units, each with what is odd about it; a press says whether it competes. */
function UnitHead({ unit }: { readonly unit: SampleUnitView }) {
  const { t, localise } = useFormWords();
  const name = localise(unit.name);
  const note =
    unit.standing !== 'standing'
      ? t(`sample.state.${unit.standing}`)
      : unit.what === 'recused' || unit.what === 'equal'
        ? t(`sample.what.${unit.what}`)
        : null;
  return (
    <th scope="col">
      <EditButton target={{ kind: 'state', unit: unit.unit }} label={`${name} · ${t('sample.standing')}`}>
        <b className={styles.unit}>{name}</b>
      </EditButton>
      {note && <span className={styles.note}>{note}</span>}
    </th>
  );
}

/** Every value of the scheme for every unit, the place and the total always in sight. */
export function SampleTable({ start }: { readonly start: ScoringScheme | null }) {
  const { t } = useFormWords();
  const { view, edits } = useSampleEditing();
  const before = useMemo(() => (start ? sampleView(start, edits) : null), [start, edits]);
  const unitBefore = (unit: string) => before?.units.find((old) => old.unit === unit);
  const rowBefore = (key: string) => before?.rows.find((row) => row.key === key);
  const rows = view.rows.filter((row) => !row.isInput);
  const main = rows.filter((row) => row.isBehindTotal);
  const aside = rows.filter((row) => !row.isBehindTotal);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('sample.unit')}</th>
          {view.units.map((unit) => (
            <UnitHead key={unit.unit} unit={unit} />
          ))}
        </tr>
        <tr>
          <th scope="row">{t('sample.place')}</th>
          {view.units.map((unit) => (
            <Place key={unit.unit} unit={unit} before={unitBefore(unit.unit)} />
          ))}
        </tr>
        <tr>
          <th scope="row">{t('sample.total')}</th>
          {view.units.map((unit) => {
            const old = unitBefore(unit.unit)?.total;
            return (
              <Figure
                key={unit.unit}
                figure={unit.total}
                rank="totalValue"
                {...(old ? { before: old } : {})}
              />
            );
          })}
        </tr>
      </thead>
      <InputRows />
      {main.map((row) => (
        <Row key={row.key} row={row} before={rowBefore(row.key)} />
      ))}
      {aside.length > 0 && (
        <tbody>
          <tr>
            <th colSpan={view.units.length + 1}>
              <span className={styles.divider}>{t('sample.other')}</span>
            </th>
          </tr>
        </tbody>
      )}
      {aside.map((row) => (
        <Row key={row.key} row={row} before={rowBefore(row.key)} />
      ))}
    </table>
  );
}
