import type { AttemptRef } from '../../../shared/domain/attempts.ts';
import type { Measurement } from '../../../shared/domain/scoring/rules/contest.ts';
import { useDesk } from '../desk-context.tsx';
import { ReasonForm } from '../reason-form.tsx';
import { useWords } from '../use-words.ts';

/** A value on record that is to be another one, or none. */
export type Correction = {
  readonly unit: string | null;
  readonly attempt?: AttemptRef;
  readonly measure: string;
  /** Unit and measure in words. */
  readonly unitName: string;
  readonly measureName: string;
  readonly before: Measurement | null;
  readonly after: Measurement | null;
};

/** A number with what is special about it, in words. */
export function useMeasureText(): (value: Measurement | null) => string {
  const { t } = useWords();
  return (value) => {
    if (value === null) return t('beside.noValue');
    if (typeof value === 'string') return value;
    return value.kind === 'unconfirmed' ? value.value : t('beside.dnf');
  };
}

/** Why a value on record is changed: it goes into the log and onto every sheet. */
export function CorrectionForm({
  correction,
  onDone,
}: {
  readonly correction: Correction;
  readonly onDone: () => void;
}) {
  const { t } = useWords();
  const order = useDesk((desk) => desk.order);
  const measureText = useMeasureText();
  const { unit, attempt, measure, unitName, measureName, before, after } = correction;
  return (
    <ReasonForm
      key={`${unit} ${attempt?.id} ${measure} ${measureText(after)}`}
      label={t('beside.correctReason', {
        unit: unitName,
        measure: measureName,
        before: measureText(before),
        after: measureText(after),
      })}
      presets={[t('beside.misread'), t('beside.mistyped'), t('beside.remeasured')]}
      submitLabel={t('beside.correctSubmit')}
      onCancel={onDone}
      onSubmit={(reason) =>
        void order('beside', {
          kind: 'RecordMeasure',
          unit,
          ...(attempt && { attempt }),
          measure,
          value: after,
          reason,
        }).then((outcome) => outcome === 'accepted' && onDone())
      }
    />
  );
}
