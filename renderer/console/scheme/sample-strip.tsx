import { type ReactNode, useState } from 'react';
import { parseDecimal } from '../../../shared/kernel/rational.ts';
import { Icon } from '../../ui/icon.tsx';
import { classes } from '../classes.ts';
import { useFormWords } from './form-context.tsx';
import styles from './sample.module.css';
import { useSampleEditing } from './sample-editing.tsx';
import formStyles from './scheme.module.css';

/** A sample unit's name by its id. */
export function useUnitName(): (unit: string) => string {
  const { localise } = useFormWords();
  const { view } = useSampleEditing();
  return (unit) => {
    const own = view.units.find((each) => each.unit === unit);
    return own ? localise(own.name) : unit;
  };
}

/** What is changed, over the fields that change it. */
export function Strip({ title, children }: { readonly title: string; readonly children: ReactNode }) {
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

/** One of a few, all in sight. */
export function Chips<Value extends string>({
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
export function DecimalInput({
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
