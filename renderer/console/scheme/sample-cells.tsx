import { classes } from '../classes.ts';
import { useFormWords } from './form-context.tsx';
import styles from './sample.module.css';
import type { SampleFigure, SampleMark, SampleRow, SampleSeat } from './sample-view.ts';

/** A figure of one unit, with what it was under the scheme that the form was opened with. */
export function Figure({
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

/** A value of the scheme for every unit, and under it the ballots that it is made of. */
export function Row({ row, before }: { readonly row: SampleRow; readonly before: SampleRow | undefined }) {
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
