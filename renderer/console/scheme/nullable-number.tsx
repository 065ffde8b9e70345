import { classes } from '../classes.ts';
import { type Path, textAt, valueAt } from './draft.ts';
import { Field, fieldId, useIsWrong } from './field.tsx';
import { useForm } from './form-context.tsx';
import styles from './scheme.module.css';
import { Tick } from './tick.tsx';

/** A number, or null: each event must give it, or a grade that stands in no denominator. */
export function NullableNumber({
  path,
  label,
  nullLabel,
}: {
  readonly path: Path;
  readonly label: string;
  readonly nullLabel: string;
}) {
  const { draft, set } = useForm();
  const isWrong = useIsWrong(path);
  const isNull = valueAt(draft, path) === null;
  return (
    <Field path={path} label={label} size="normal">
      <span className={styles.pair}>
        <input
          id={fieldId(path)}
          className={classes(styles.input, isWrong && styles.wrong)}
          aria-invalid={isWrong}
          type="text"
          autoComplete="off"
          disabled={isNull}
          value={isNull ? '' : textAt(draft, path)}
          onChange={({ target }) => set(path, target.value)}
        />
        <Tick isOn={isNull} onTurn={() => set(path, isNull ? '0' : null)}>
          <span>{nullLabel}</span>
        </Tick>
      </span>
    </Field>
  );
}
