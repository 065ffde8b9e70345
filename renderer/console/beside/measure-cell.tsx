import type { MeasureAsked } from '../../../shared/domain/scoring/beside-ballots.ts';
import type { Measurement } from '../../../shared/domain/scoring/rules/contest.ts';
import { unitAndAttempt } from '../../ui/unit-and-attempt.ts';
import { classes } from '../classes.ts';
import { ConsoleButton } from '../console-button.tsx';
import { useDesk } from '../desk-context.tsx';
import { useWords } from '../use-words.ts';
import styles from './beside.module.css';
import { isLacking, type MeasuredRow, numberOf } from './beside-lacking.ts';
import type { Correction } from './correction.tsx';
import { MeasureField } from './measure-field.tsx';

type CellProps = {
  readonly row: MeasuredRow;
  readonly measure: MeasureAsked;
  readonly value: Measurement | null;
  readonly isBrought?: boolean;
  readonly isFirst: boolean;
  readonly blockedBy: string | null;
  readonly onCorrect: (correction: Correction) => void;
};

/** One number: its field, how it stands, and what can be done about it. */
export function MeasureCell({
  row,
  measure,
  value,
  isBrought = false,
  isFirst,
  blockedBy,
  onCorrect,
}: CellProps) {
  const { t, localise } = useWords();
  const order = useDesk((desk) => desk.order);
  const { unit, attempt } = row;
  const ofAttempt = attempt && { attempt: { list: attempt.list, id: attempt.id } };
  const names = {
    unit: unitAndAttempt(localise, unit, attempt),
    measure: localise(measure.name),
  };
  const isUnconfirmed = value !== null && typeof value !== 'string' && value.kind === 'unconfirmed';
  const isUnfinished = value !== null && typeof value !== 'string' && value.kind === 'did-not-finish';
  const record = (after: Measurement | null) => {
    const about = { unit: unit.id, ...ofAttempt, measure: measure.id };
    if (value === null) void order('beside', { kind: 'RecordMeasure', ...about, value: after, reason: '' });
    else onCorrect({ ...about, unitName: names.unit, measureName: names.measure, before: value, after });
  };
  const confirm = () =>
    void order('beside', {
      kind: 'RecordMeasure',
      unit: unit.id,
      ...ofAttempt,
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
