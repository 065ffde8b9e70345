import { Component, type ReactNode, useMemo } from 'react';
import type { ScoringScheme } from '../../../shared/domain/scoring/rules/scoring-scheme.ts';
import { Icon } from '../../ui/icon.tsx';
import { classes } from '../classes.ts';
import { useFormWords } from './form-context.tsx';
import styles from './sample.module.css';
import {
  type SampleFigure,
  type SampleMark,
  type SampleRow,
  type SampleSeat,
  type SampleUnitView,
  sampleView,
} from './sample-view.ts';

function Figure({
  figure,
  before,
  rank = 'value',
}: {
  readonly figure: SampleFigure;
  readonly before?: SampleFigure;
  readonly rank?: 'value' | 'totalValue' | 'asideValue';
}) {
  const { t } = useFormWords();
  const missing = figure.missing as keyof typeof missingWords | null;
  const missingWords = {
    'no-marks': t('sample.missing.no-marks'),
    'not-measured': t('sample.missing.not-measured'),
    'did-not-finish': t('sample.missing.did-not-finish'),
    waits: t('sample.missing.waits'),
    'unit-out': t('sample.missing.unit-out'),
  };
  const hasChanged = before !== undefined && before.text !== figure.text;
  const exact = figure.exact === null ? undefined : t('sample.beforeRounding', { exact: figure.exact });
  return (
    <td title={exact} data-changed={hasChanged}>
      <b className={classes(styles[rank], hasChanged && styles.changedValue)}>
        {figure.text ?? (missing ? missingWords[missing] : '—')}
      </b>
      {hasChanged && (
        <span className={styles.was} title={t('sample.was', { before: before.text ?? '—' })}>
          {before.text ?? '—'}
        </span>
      )}
    </td>
  );
}

const signs: { readonly [state in NonNullable<SampleMark>['state']]?: string } = {
  'struck-high': '↑',
  'struck-low': '↓',
};
/** States in which the seat gave no mark: the word stands instead. */
const wordOnly: readonly NonNullable<SampleMark>['state'][] = [
  'not-yet',
  'abstained',
  'recused',
  'absent',
  'void',
  'excluded',
];

function Mark({ mark }: { readonly mark: SampleMark }) {
  const { t } = useFormWords();
  if (!mark) return <td className={styles.mark} />;
  const word = t(`sample.mark.${mark.state}`);
  const isStruck = mark.state === 'struck-high' || mark.state === 'struck-low';
  return (
    <td
      className={classes(styles.mark, isStruck && styles.struck, mark.state === 'filled' && styles.filled)}
      title={word}
      data-state={mark.state}
    >
      {wordOnly.includes(mark.state) || mark.text === '' ? (
        <span className={styles.word}>{word}</span>
      ) : (
        <>
          {isStruck && <span className={styles.sign}>{signs[mark.state]}</span>}
          {isStruck ? <s>{mark.text}</s> : mark.text}
        </>
      )}
    </td>
  );
}

function SeatRow({ seat }: { readonly seat: SampleSeat }) {
  const { t, localise } = useFormWords();
  const isSecret = seat.seat.startsWith('secret-');
  const label = t(isSecret ? 'sample.secret' : 'sample.seat', { number: seat.number });
  return (
    <tr>
      <th scope="row" title={seat.group ? `${localise(seat.group)} ${label}` : label}>
        <span className={styles.seatName}>{label}</span>
      </th>
      {seat.marks.map((mark, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one cell for each sample unit, always in their order
        <Mark key={n} mark={mark} />
      ))}
    </tr>
  );
}

function Row({ row, before }: { readonly row: SampleRow; readonly before: SampleRow | undefined }) {
  const { localise } = useFormWords();
  return (
    <tbody>
      <tr className={styles.node}>
        <th scope="row">
          <span className={row.isBehindTotal ? styles.nodeName : styles.asideName}>{localise(row.name)}</span>
          {row.perMille !== null && <span className={styles.share}>{row.perMille / 10}%</span>}
        </th>
        {row.figures.map((figure, n) => {
          const old = before?.figures[n];
          return (
            <Figure
              // biome-ignore lint/suspicious/noArrayIndexKey: one cell for each sample unit, always in their order
              key={n}
              figure={figure}
              rank={row.isBehindTotal ? 'value' : 'asideValue'}
              {...(old ? { before: old } : {})}
            />
          );
        })}
      </tr>
      {row.isBehindTotal && row.seats.map((seat) => <SeatRow key={seat.seat} seat={seat} />)}
    </tbody>
  );
}

function Place({
  unit,
  before,
}: {
  readonly unit: SampleUnitView;
  readonly before: SampleUnitView | undefined;
}) {
  const { t } = useFormWords();
  const hasChanged = before !== undefined && before.place !== unit.place;
  const why = unit.isUndecided
    ? t('sample.undecided')
    : unit.isShared
      ? t('sample.shared')
      : unit.partedBy.length > 0
        ? t('sample.parted', { rule: unit.partedBy.join(', ') })
        : null;
  return (
    <td title={why ?? undefined} data-changed={hasChanged}>
      {unit.place === null ? (
        <span className={styles.word}>
          {unit.what === 'withdrew' ? '—' : t(`sample.state.${unit.state}`)}
        </span>
      ) : (
        <b className={classes(styles.placeValue, hasChanged && styles.changedValue)}>{unit.place}</b>
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

function SampleTable({
  scheme,
  start,
}: {
  readonly scheme: ScoringScheme;
  readonly start: ScoringScheme | null;
}) {
  const { t, localise } = useFormWords();
  const view = useMemo(() => sampleView(scheme), [scheme]);
  const before = useMemo(() => (start ? sampleView(start) : null), [start]);
  const rowBefore = (key: string) => before?.rows.find((row) => row.key === key);
  const main = view.rows.filter((row) => row.isBehindTotal);
  const aside = view.rows.filter((row) => !row.isBehindTotal);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('sample.unit')}</th>
          {view.units.map(({ unit, name, what }) => (
            <th key={unit} scope="col">
              <b className={styles.unit}>{localise(name)}</b>
              {what !== 'plain' && <span className={styles.note}>{t(`sample.what.${what}`)}</span>}
            </th>
          ))}
        </tr>
        <tr>
          <th scope="row">{t('sample.place')}</th>
          {view.units.map((unit) => (
            <Place key={unit.unit} unit={unit} before={before?.units.find((old) => old.unit === unit.unit)} />
          ))}
        </tr>
        <tr>
          <th scope="row">{t('sample.total')}</th>
          {view.units.map((unit) => {
            const old = before?.units.find((each) => each.unit === unit.unit)?.total;
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

type BoundaryProps = { readonly failed: string; readonly children: ReactNode };

/** A sample that can't be worked must not take the form with it; React reports the fault. */
class SampleBoundary extends Component<BoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    return this.state.hasFailed ? <p className={styles.stopped}>{this.props.failed}</p> : this.props.children;
  }
}

/** Sample units, worked through by the engine under the scheme beside it. */
export function SamplePanel({
  scheme,
  start,
  isStopped,
}: {
  /** The last scheme that could be worked. */
  readonly scheme: ScoringScheme | null;
  readonly start: ScoringScheme | null;
  readonly isStopped: boolean;
}) {
  const { t } = useFormWords();
  return (
    <section className={styles.panel} aria-label={t('sample.title')}>
      <header className={styles.head}>
        <h3>{t('sample.title')}</h3>
        <span>{t('sample.note')}</span>
      </header>
      {isStopped && (
        <p className={styles.stopped} role="status">
          <Icon name="hourglass" /> {t('sample.stopped')}
        </p>
      )}
      <div className={classes(styles.scroll, isStopped && styles.stale)}>
        {scheme && (
          <SampleBoundary key={JSON.stringify(scheme)} failed={t('sample.failed')}>
            <SampleTable scheme={scheme} start={start} />
          </SampleBoundary>
        )}
      </div>
    </section>
  );
}
