import { useState } from 'react';
import type { Measurement } from '../../../shared/domain/scoring/rules/contest.ts';
import { isSamePlace, type MeasurePlace } from '../../../shared/domain/scoring/sample/sample-edits.ts';
import { useFormWords } from './form-context.tsx';
import styles from './sample.module.css';
import { useSampleEditing } from './sample-editing.tsx';
import { Chips, DecimalInput, Strip, useUnitName } from './sample-strip.tsx';

const measured = ['confirmed', 'unconfirmed', 'did-not-finish', 'none'] as const;
type Measured = (typeof measured)[number];

function kindOf(value: Measurement | null): Measured {
  if (value === null) return 'none';
  return typeof value === 'string' ? 'confirmed' : value.kind;
}

function numberOf(value: Measurement | null): string | null {
  if (value === null) return null;
  if (typeof value === 'string') return value;
  return value.kind === 'unconfirmed' ? value.value : null;
}

function measurement(kind: Measured, value: string): Measurement | null {
  switch (kind) {
    case 'confirmed':
      return value;
    case 'unconfirmed':
      return { kind, value };
    case 'did-not-finish':
      return { kind };
    case 'none':
      return null;
  }
}

/** A measured or given value: its number, and whether it may count. */
export function MeasureStrip({ place }: { readonly place: MeasurePlace }) {
  const { t, localise } = useFormWords();
  const nameOf = useUnitName();
  const { view, edits, change } = useSampleEditing();
  const input = view.inputs.find(
    (each) =>
      each.kind === 'measure' &&
      each.measure === place.measure &&
      each.item?.list === place.item?.list &&
      each.item?.at === place.item?.at,
  );
  const at = view.units.findIndex(({ unit }) => unit === place.unit);
  const value = input?.kind === 'measure' ? (input.values[at] ?? null) : null;
  // A time that wasn't finished has no number: going back brings the last one.
  const [last, setLast] = useState(numberOf(value) ?? '0');
  if (input?.kind !== 'measure') return null;
  const set = (next: Measurement | null) =>
    change({
      ...edits,
      measures: [...edits.measures.filter((each) => !isSamePlace(each, place)), { ...place, value: next }],
    });
  const kind = kindOf(value);
  const name = `${localise(input.name)}${place.item ? ` #${place.item.at + 1}` : ''}`;
  return (
    <Strip title={`${nameOf(place.unit)} · ${name}`}>
      <div className={styles.stripRow}>
        {numberOf(value) !== null && (
          <span className={styles.stripNumber}>
            <DecimalInput
              label={name}
              value={numberOf(value) ?? last}
              onChange={(next) => {
                setLast(next);
                set(measurement(kind, next));
              }}
            />
          </span>
        )}
        <Chips
          values={measured}
          chosen={kind}
          wordOf={(each) => t(`sample.measured.${each}`)}
          onChoose={(each) => set(measurement(each, last))}
        />
      </div>
    </Strip>
  );
}
