import { roundingModes } from '../../../shared/domain/scoring/rules/value-node.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { classes } from '../classes.ts';
import { type Draft, idsAt, listAt, type Path, textAt, valueAt } from './draft.ts';
import { Field, fieldId, ProblemLines, useIsWrong } from './field.tsx';
import { useForm, useFormWords } from './form-context.tsx';
import { nameText } from './name-field.tsx';
import styles from './scheme.module.css';
import { type Choice, ChoiceField, WholeField } from './simple-fields.tsx';
import { Tick } from './tick.tsx';

/** The entries of a list by name, with the id where two have the same. */
export function choicesOf(draft: Draft, list: Path, language: Language): readonly Choice[] {
  const named = listAt(draft, list).flatMap((_, n) => {
    const id = textAt(draft, `${list}.${n}.id`);
    const name = nameText(draft, `${list}.${n}.name`, language) || id;
    return id === '' ? [] : [{ id, name }];
  });
  return named.map(({ id, name }) => {
    const isAmbiguous = named.some((other) => other.name === name && other.id !== id);
    return { value: id, label: isAmbiguous ? `${name} · ${id}` : name };
  });
}

/** Every node, and each group's part of a groups node. */
export function nodeChoices(draft: Draft, language: Language): readonly Choice[] {
  const groups = choicesOf(draft, 'groups', language);
  return choicesOf(draft, 'nodes', language).flatMap((node) => {
    const at = idsAt(draft, 'nodes').indexOf(node.value);
    if (textAt(draft, `nodes.${at}.kind`) !== 'groups') return [node];
    const parts = groups.map(({ value, label }) => ({
      value: `${node.value}.${value}`,
      label: `${node.label} › ${label}`,
    }));
    return [node, ...parts];
  });
}

/** One of the scheme's nodes. */
export function NodeField({
  path,
  label,
  isOptional = false,
  noneLabel,
}: {
  readonly path: Path;
  readonly label: string;
  readonly isOptional?: boolean;
  readonly noneLabel?: string;
}) {
  const { draft, set } = useForm();
  const { t, language } = useFormWords();
  const choices = nodeChoices(draft, language);
  const none = isOptional ? [{ value: '', label: noneLabel ?? t('none') }] : [];
  return (
    <ChoiceField
      path={path}
      label={label}
      choices={[...none, ...choices]}
      onChoose={(id) => set(path, id === '' && isOptional ? undefined : id)}
    />
  );
}

/** One of the scheme's ballots. */
export function BallotField({ path, label }: { readonly path: Path; readonly label: string }) {
  const { draft } = useForm();
  const { language } = useFormWords();
  return <ChoiceField path={path} label={label} choices={choicesOf(draft, 'ballots', language)} />;
}

/** A number of the scheme's own, a fact of the event, or a measure of the unit. */
export function SourceField({
  path,
  label,
  fallback = '',
  isOptional = false,
}: {
  readonly path: Path;
  readonly label: string;
  readonly fallback?: string;
  readonly isOptional?: boolean;
}) {
  const { draft, set } = useForm();
  const { t, language } = useFormWords();
  const isWrong = useIsWrong(path);
  const value = valueAt(draft, path);
  const kind =
    typeof value === 'object' && value !== null ? ('fact' in value ? 'fact' : 'measure') : 'number';
  const at = kind === 'number' ? path : `${path}.${kind}`;
  const change = (next: string) => {
    if (next === 'fact') return set(path, { fact: idsAt(draft, 'facts')[0] ?? 'k' });
    if (next === 'measure') return set(path, { measure: 'value' });
    set(path, isOptional || fallback !== '' ? undefined : '1');
  };
  const write = (text: string) =>
    set(at, text === '' && kind === 'number' && (isOptional || fallback !== '') ? undefined : text);
  const input = {
    id: fieldId(path),
    className: classes(styles.input, isWrong && styles.wrong),
    'aria-invalid': isWrong,
  };
  const facts = choicesOf(draft, 'facts', language);
  return (
    <Field path={path} label={label} size="normal">
      <span className={styles.pair}>
        <select
          className={classes(styles.input, styles.kindOf)}
          aria-label={`${label}: ${t('field.kind')}`}
          value={kind}
          onChange={({ target }) => change(target.value)}
        >
          {(['number', 'fact', 'measure'] as const).map((each) => (
            <option key={each} value={each}>
              {t(`sourceKind.${each}`)}
            </option>
          ))}
        </select>
        {kind === 'fact' ? (
          <select {...input} value={textAt(draft, at)} onChange={({ target }) => write(target.value)}>
            {!facts.some((fact) => fact.value === textAt(draft, at)) && (
              <option value={textAt(draft, at)}>{t('unknownChoice', { id: textAt(draft, at) })}</option>
            )}
            {facts.map((fact) => (
              <option key={fact.value} value={fact.value}>
                {fact.label}
              </option>
            ))}
          </select>
        ) : (
          <input
            {...input}
            type="text"
            autoComplete="off"
            placeholder={kind === 'number' ? fallback : ''}
            value={textAt(draft, at)}
            onChange={({ target }) => write(target.value)}
          />
        )}
      </span>
      {kind !== 'number' && <ProblemLines path={at} />}
    </Field>
  );
}

/** Decimals and mode, or none. */
export function RoundField({ path, label }: { readonly path: Path; readonly label: string }) {
  const { draft, set } = useForm();
  const { t } = useFormWords();
  const isSet = valueAt(draft, path) !== undefined;
  const choices = [
    { value: '', label: t('notRounded') },
    ...[0, 1, 2, 3, 4, 5, 6].map((count) => ({ value: String(count), label: t('places', { count }) })),
  ];
  return (
    <>
      <ChoiceField
        path={`${path}.decimals`}
        label={label}
        choices={choices}
        fallback=""
        onChoose={(value) => (value === '' ? set(path, undefined) : set(`${path}.decimals`, Number(value)))}
      />
      {isSet && (
        <ChoiceField
          path={`${path}.mode`}
          label={t('field.mode')}
          fallback="half-up"
          choices={roundingModes.map((mode) => ({ value: mode, label: t(`mode.${mode}`) }))}
        />
      )}
    </>
  );
}

/** How many extremes are struck, where and by what. */
export function TrimFields({ path, hasGroups }: { readonly path: Path; readonly hasGroups: boolean }) {
  const { draft, set } = useForm();
  const { t } = useFormWords();
  const isSet = valueAt(draft, path) !== undefined;
  return (
    <div className={styles.group} data-path={path}>
      <Tick
        id={fieldId(path)}
        isOn={isSet}
        onTurn={() => set(path, isSet ? undefined : { high: 1, low: 1, fromCount: 5 })}
      >
        <span>{t('field.trim')}</span>
      </Tick>
      {isSet && (
        <div className={styles.fields}>
          <WholeField path={`${path}.high`} label={t('field.high')} />
          <WholeField path={`${path}.low`} label={t('field.low')} />
          <WholeField path={`${path}.fromCount`} label={t('field.fromCount')} />
          <WholeField path={`${path}.minimumLeft`} label={t('field.minimumLeft')} fallback="1" />
          <ChoiceField
            path={`${path}.by`}
            label={t('field.trimBy')}
            fallback="these-marks"
            choices={(['these-marks', 'whole-ballot'] as const).map((by) => ({
              value: by,
              label: t(`trimBy.${by}`),
            }))}
          />
          {hasGroups && (
            <ChoiceField
              path={`${path}.per`}
              label={t('field.per')}
              fallback="panel"
              choices={(['panel', 'group'] as const).map((per) => ({ value: per, label: t(`per.${per}`) }))}
            />
          )}
        </div>
      )}
      <ProblemLines path={path} />
    </div>
  );
}
