import { useEffect, useState } from 'react';
import { classes } from '../classes.ts';
import { listAt, type Path } from './draft.ts';
import { Field, fieldId } from './field.tsx';
import { useForm, useFormWords } from './form-context.tsx';
import styles from './scheme.module.css';
import { ListProblems } from './simple-fields.tsx';

const read = (text: string): readonly string[] =>
  text
    .split(/[,，、;；\s]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Several numbers on one line. */
export function NumbersField({
  path,
  label,
  isOptional = false,
}: {
  readonly path: Path;
  readonly label: string;
  readonly isOptional?: boolean;
}) {
  const { draft, set, check } = useForm();
  const { t } = useFormWords();
  const written = listAt(draft, path).map(String);
  const asText = written.join(', ');
  const [typed, setTyped] = useState(asText);
  // While it is typed a comma may stand at the end; from elsewhere the list comes as it is.
  useEffect(() => setTyped((own) => (read(own).join(', ') === asText ? own : asText)), [asText]);
  const isWrong = check.problems.some(
    (problem) => problem.path === path || problem.path.startsWith(`${path}.`),
  );
  const change = (text: string) => {
    setTyped(text);
    const numbers = read(text);
    set(path, numbers.length === 0 && isOptional ? undefined : numbers);
  };
  return (
    <Field path={path} label={label} hint={t('hint.list')} size="wide">
      <input
        id={fieldId(path)}
        className={classes(styles.input, isWrong && styles.wrong)}
        aria-invalid={isWrong}
        type="text"
        autoComplete="off"
        value={typed}
        onChange={({ target }) => change(target.value)}
      />
      <EntryProblems path={path} />
    </Field>
  );
}

/** Of the single numbers: the list's own problem stands under the field already. */
function EntryProblems({ path }: { readonly path: Path }) {
  const { draft } = useForm();
  return (
    <>
      {listAt(draft, path).map((_, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: numbers have no identity but their place
        <ListProblems key={n} path={`${path}.${n}`} />
      ))}
    </>
  );
}
