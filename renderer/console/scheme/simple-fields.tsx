import { useEffect, useState } from 'react';
import { classes } from '../classes.ts';
import { type Path, textAt, valueAt } from './draft.ts';
import { Field, fieldId, ProblemLines, useIsWrong } from './field.tsx';
import { useForm, useFormWords } from './form-context.tsx';
import styles from './scheme.module.css';
import { Tick } from './tick.tsx';

type FieldProps = {
  readonly path: Path;
  readonly label: string;
  readonly hint?: string;
  readonly size?: 'small' | 'normal' | 'wide' | 'full';
};

type TextProps = FieldProps & {
  /** An empty field takes the member away instead of leaving an empty text. */
  readonly isOptional?: boolean;
  /** What counts where nothing is written. */
  readonly fallback?: string;
};

function useInput(path: Path) {
  const isWrong = useIsWrong(path);
  return {
    id: fieldId(path),
    'aria-invalid': isWrong,
    'aria-describedby': isWrong ? `${fieldId(path)}-said` : undefined,
    className: classes(styles.input, isWrong && styles.wrong),
  };
}

/** A line, or a decimal number: the file keeps both as text. */
export function TextField({ path, label, hint, size, isOptional = false, fallback = '' }: TextProps) {
  const { draft, set } = useForm();
  const input = useInput(path);
  return (
    <Field path={path} label={label} hint={hint} size={size ?? 'normal'}>
      <input
        {...input}
        type="text"
        autoComplete="off"
        spellCheck={false}
        placeholder={fallback}
        value={textAt(draft, path)}
        onChange={({ target }) => set(path, target.value === '' && isOptional ? undefined : target.value)}
      />
    </Field>
  );
}

/** A decimal, kept to the letter. */
export function NumberField(props: TextProps) {
  return <TextField size="small" {...props} />;
}

/** A whole number; anything else stays as it was typed, and is said to be wrong. */
export function WholeField({
  path,
  label,
  hint,
  size = 'small',
  isOptional = false,
  fallback = '',
}: TextProps) {
  const { draft, set } = useForm();
  const input = useInput(path);
  const change = (text: string) => {
    if (text === '' && (isOptional || fallback !== '')) return set(path, undefined);
    set(path, /^-?\d{1,15}$/.test(text) ? Number(text) : text);
  };
  return (
    <Field path={path} label={label} hint={hint} size={size}>
      <input
        {...input}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        placeholder={fallback}
        value={textAt(draft, path)}
        onChange={({ target }) => change(target.value)}
      />
    </Field>
  );
}

export type Choice = { readonly value: string; readonly label: string };

/** One of several; `fallback` is what counts where nothing is written, without one a choice must be made. */
export function ChoiceField({
  path,
  label,
  hint,
  size,
  choices,
  fallback,
  valueShown,
  onChoose,
}: FieldProps & {
  readonly choices: readonly Choice[];
  readonly fallback?: string;
  /** Where the choice isn't the text at `path` itself, but what stands there. */
  readonly valueShown?: string;
  readonly onChoose?: (value: string) => void;
}) {
  const { draft, set } = useForm();
  const { t } = useFormWords();
  const input = useInput(path);
  const written = valueShown ?? textAt(draft, path);
  const value = written === '' ? (fallback ?? '') : written;
  const isKnown = choices.some((choice) => choice.value === value);
  return (
    <Field path={path} label={label} hint={hint} size={size ?? 'normal'}>
      <select
        {...input}
        value={value}
        onChange={({ target }) => (onChoose ? onChoose(target.value) : set(path, target.value))}
      >
        {!isKnown && (
          <option value={value}>{value === '' ? t('choose') : t('unknownChoice', { id: value })}</option>
        )}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** Yes or no. */
export function CheckField({
  path,
  label,
  fallback,
}: {
  readonly path: Path;
  readonly label: string;
  readonly fallback: boolean;
}) {
  const { draft, set } = useForm();
  const value = valueAt(draft, path);
  const isOn = typeof value === 'boolean' ? value : fallback;
  return (
    <div className={classes(styles.field, styles.check)} data-path={path}>
      <Tick id={fieldId(path)} isOn={isOn} onTurn={() => set(path, !isOn)}>
        <span>{label}</span>
      </Tick>
    </div>
  );
}

/** An entry's id: taken over when the field is left, since all that names the entry changes with it. */
export function IdField({
  list,
  at,
  label,
}: {
  readonly list: Path;
  readonly at: number;
  readonly label: string;
}) {
  const { draft, dispatch } = useForm();
  const path = `${list}.${at}.id`;
  const written = textAt(draft, path);
  const [typed, setTyped] = useState(written);
  useEffect(() => setTyped(written), [written]);
  const input = useInput(path);
  const leave = () => {
    if (typed !== written) dispatch({ kind: 'rename', list, at, id: typed });
  };
  return (
    <Field path={path} label={label} size="id">
      <input
        {...input}
        className={classes(input.className, styles.code)}
        type="text"
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={leave}
        onKeyDown={({ key }) => key === 'Enter' && leave()}
      />
    </Field>
  );
}

/** Some of several; none chosen means all, and the member is left out. */
export function SomeField({
  path,
  label,
  choices,
  allLabel,
}: {
  readonly path: Path;
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly allLabel?: string;
}) {
  const { draft, set } = useForm();
  const { t } = useFormWords();
  const value = valueAt(draft, path);
  const chosen: readonly string[] = Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
  const unknown = chosen.filter((id) => !choices.some((choice) => choice.value === id));
  const toggle = (id: string) => {
    const others = chosen.filter((each) => each !== id);
    const next = chosen.includes(id) ? others : [...others, id];
    const inOrder = choices.map((choice) => choice.value).filter((each) => next.includes(each));
    const all = [...inOrder, ...next.filter((each) => !inOrder.includes(each))];
    set(path, all.length === 0 && allLabel !== undefined ? undefined : all);
  };
  return (
    <fieldset className={classes(styles.field, styles.wide)} data-path={path}>
      <legend className={styles.fieldLabel}>{label}</legend>
      <div className={styles.chips}>
        {allLabel !== undefined && (
          <button
            type="button"
            className={classes(styles.chip, chosen.length === 0 && styles.chipOn)}
            aria-pressed={chosen.length === 0}
            onClick={() => set(path, undefined)}
          >
            {allLabel}
          </button>
        )}
        {[...choices, ...unknown.map((id) => ({ value: id, label: t('unknownChoice', { id }) }))].map(
          ({ value: id, label: name }) => (
            <button
              key={id}
              type="button"
              className={classes(styles.chip, chosen.includes(id) && styles.chipOn)}
              aria-pressed={chosen.includes(id)}
              onClick={() => toggle(id)}
            >
              {name}
            </button>
          ),
        )}
      </div>
      <ListProblems path={path} />
    </fieldset>
  );
}

/** What is wrong with a list or with single entries of it that have no field of their own. */
export function ListProblems({ path }: { readonly path: Path }) {
  const { check } = useForm();
  const paths = [
    ...new Set(
      check.problems
        .map((problem) => problem.path)
        .filter(
          (at) => at === path || (at.startsWith(`${path}.`) && /^\d+$/.test(at.slice(path.length + 1))),
        ),
    ),
  ];
  return (
    <>
      {paths.map((at) => (
        <ProblemLines key={at} path={at} />
      ))}
    </>
  );
}
