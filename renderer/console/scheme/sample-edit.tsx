import { type ReactNode, useState } from 'react';
import type { Adjustment, Measurement } from '../../../shared/domain/scoring/rules/contest.ts';
import { isSamePlace, type MeasurePlace } from '../../../shared/domain/scoring/sample-edits.ts';
import { parseDecimal } from '../../../shared/kernel/rational.ts';
import { Icon } from '../../ui/icon.tsx';
import { classes } from '../classes.ts';
import { useFormWords } from './form-context.tsx';
import styles from './sample.module.css';
import { type SampleTarget, useSampleEditing } from './sample-editing.tsx';
import formStyles from './scheme.module.css';

function useUnitName(): (unit: string) => string {
  const { localise } = useFormWords();
  const { view } = useSampleEditing();
  return (unit) => {
    const own = view.units.find((each) => each.unit === unit);
    return own ? localise(own.name) : unit;
  };
}

/** What is changed, over the fields that change it. */
function Strip({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { t } = useFormWords();
  const { open } = useSampleEditing();
  return (
    <section className={styles.strip} aria-label={title}>
      <header>
        <h4>{title}</h4>
        <button
          type="button"
          className={formStyles.iconButton}
          aria-label={t('close')}
          title={t('close')}
          onClick={() => open(null)}
        >
          <Icon name="cross" />
        </button>
      </header>
      {children}
    </section>
  );
}

function Chips<Value extends string>({
  values,
  chosen,
  wordOf,
  onChoose,
}: {
  readonly values: readonly Value[];
  readonly chosen: Value;
  readonly wordOf: (value: Value) => string;
  readonly onChoose: (value: Value) => void;
}) {
  return (
    <div className={formStyles.chips}>
      {values.map((value) => (
        <button
          key={value}
          type="button"
          className={classes(formStyles.chip, value === chosen && formStyles.chipOn)}
          aria-pressed={value === chosen}
          onClick={() => onChoose(value)}
        >
          {wordOf(value)}
        </button>
      ))}
    </div>
  );
}

/** A decimal: what isn't one stays as it was typed, and changes nothing. */
function DecimalInput({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const [typed, setTyped] = useState(value);
  const isRight = parseDecimal(typed).ok;
  const shown = isRight && typed !== value ? value : typed;
  return (
    <input
      className={classes(formStyles.input, !parseDecimal(shown).ok && formStyles.wrong)}
      aria-label={label}
      aria-invalid={!parseDecimal(shown).ok}
      type="text"
      inputMode="decimal"
      autoComplete="off"
      value={shown}
      onChange={({ target }) => {
        setTyped(target.value);
        if (parseDecimal(target.value).ok) onChange(target.value);
      }}
    />
  );
}

const standings = ['standing', 'not-called', 'withdrew', 'disqualified'] as const;

function StateStrip({ unit }: { readonly unit: string }) {
  const { t } = useFormWords();
  const nameOf = useUnitName();
  const { view, edits, change } = useSampleEditing();
  return (
    <Strip title={`${nameOf(unit)} · ${t('sample.standing')}`}>
      <Chips
        values={standings}
        chosen={view.units.find((each) => each.unit === unit)?.standing ?? 'standing'}
        wordOf={(state) => t(state === 'standing' ? 'sample.competes' : `sample.state.${state}`)}
        onChoose={(state) => change({ ...edits, states: { ...edits.states, [unit]: state } })}
      />
    </Strip>
  );
}

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

function MeasureStrip({ place }: { readonly place: MeasurePlace }) {
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

function AdjustmentsStrip({ unit, node }: { readonly unit: string; readonly node: string }) {
  const { t, localise } = useFormWords();
  const nameOf = useUnitName();
  const { view, edits, change } = useSampleEditing();
  const at = view.units.findIndex((each) => each.unit === unit);
  const inputs = view.inputs.flatMap((each) => (each.kind === 'adjustments' ? [each] : []));
  const input = inputs.find((each) => each.node === node);
  if (!input) return null;
  const own = input.values[at] ?? [];
  const others = inputs.filter((each) => each !== input).flatMap(({ values }) => values[at] ?? []);
  const set = (next: readonly Adjustment[]) =>
    change({ ...edits, adjustments: { ...edits.adjustments, [unit]: [...others, ...next] } });
  const replace = (n: number, entry: Adjustment) => set(own.map((each, m) => (m === n ? entry : each)));
  return (
    <Strip title={`${nameOf(unit)} · ${localise(input.name)}`}>
      {own.map((entry, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: adjustments have no identity but their place
        <div key={`${own.length} ${n}`} className={styles.stripRow}>
          <span className={styles.stripNumber}>
            <DecimalInput
              label={`${t('field.points')} ${n + 1}`}
              value={entry.points}
              onChange={(points) => replace(n, { ...entry, points })}
            />
          </span>
          <input
            className={formStyles.input}
            aria-label={`${t('sample.reason')} ${n + 1}`}
            placeholder={t('sample.reason')}
            type="text"
            maxLength={200}
            value={entry.reason}
            onChange={({ target }) => replace(n, { ...entry, reason: target.value })}
          />
          <button
            type="button"
            className={formStyles.iconButton}
            aria-label={`${t('field.points')} ${n + 1}: ${t('remove')}`}
            title={t('remove')}
            onClick={() => set(own.filter((_, m) => m !== n))}
          >
            <Icon name="cross" />
          </button>
        </div>
      ))}
      <button
        type="button"
        className={formStyles.add}
        onClick={() => set([...own, { node, points: '-1', reason: '', author: '' }])}
      >
        + {t('sample.addAdjustment')}
      </button>
    </Strip>
  );
}

function TieStrip({ units }: { readonly units: readonly string[] }) {
  const { t } = useFormWords();
  const nameOf = useUnitName();
  const { edits, change } = useSampleEditing();
  const isOfTie = (decision: { readonly units: readonly string[] }) =>
    units.every((unit) => decision.units.includes(unit));
  const decision = edits.decisions.find(isOfTie);
  const others = edits.decisions.filter((each) => !isOfTie(each));
  const order = decision?.units ?? units;
  const decide = (next: readonly string[], reason: string) =>
    change({ ...edits, decisions: [...others, { units: next, reason, author: '' }] });
  return (
    <Strip title={t('sample.decide')}>
      <ol className={styles.order}>
        {order.map((unit, n) => (
          <li key={unit}>
            <b>{decision ? `${n + 1} ${nameOf(unit)}` : nameOf(unit)}</b>
            <button
              type="button"
              className={formStyles.quiet}
              onClick={() => decide([unit, ...order.filter((each) => each !== unit)], decision?.reason ?? '')}
            >
              {t('sample.putFirst')}
            </button>
          </li>
        ))}
      </ol>
      {decision && (
        <div className={styles.stripRow}>
          <input
            className={formStyles.input}
            aria-label={t('sample.reason')}
            placeholder={t('sample.reason')}
            type="text"
            maxLength={200}
            value={decision.reason}
            onChange={({ target }) => decide(order, target.value)}
          />
          <button
            type="button"
            className={formStyles.quiet}
            onClick={() => change({ ...edits, decisions: others })}
          >
            {t('sample.undecide')}
          </button>
        </div>
      )}
    </Strip>
  );
}

function stripOf(target: SampleTarget): ReactNode {
  switch (target.kind) {
    case 'state':
      return <StateStrip unit={target.unit} />;
    case 'measure':
      return <MeasureStrip place={target.place} />;
    case 'adjustments':
      return <AdjustmentsStrip unit={target.unit} node={target.node} />;
    case 'tie':
      return <TieStrip units={target.units} />;
  }
}

/** Changes one thing of the sample, under its table; nothing while none is chosen. */
export function SampleEdit() {
  const { target } = useSampleEditing();
  return target && <div key={JSON.stringify(target)}>{stripOf(target)}</div>;
}
