import { createContext, type ReactNode, useContext } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { classes } from '../classes.ts';
import type { Path } from './draft.ts';
import { useForm, useFormWords } from './form-context.tsx';
import { fieldWord } from './place-words.ts';
import styles from './scheme.module.css';

/** The DOM id of what edits a path, so that a problem can be gone to. */
export const fieldId = (path: Path): string => `scheme-${path}`;

/** What is wrong at one path, or can't be held on stage, in words. */
export function ProblemLines({
  path,
  isNamed = false,
}: {
  readonly path: Path;
  /** Says which field it is about, where it doesn't stand under it. */
  readonly isNamed?: boolean;
}) {
  const { problemsAt, gapsAt } = useForm();
  const { t, problemWords } = useFormWords();
  const [problems, gaps] = [problemsAt(path), gapsAt(path)];
  if (problems.length + gaps.length === 0) return null;
  const place = isNamed ? <b>{fieldWord(t, path)} </b> : null;
  return (
    <span className={styles.lines} id={`${fieldId(path)}-said`}>
      {problems.map((problem) => (
        <span key={problemWords(problem)} className={styles.problem} role="alert">
          <Icon name="warning" /> {place}
          {problemWords(problem)}
        </span>
      ))}
      {gaps.map(({ what }) => (
        <span key={what} className={styles.gap}>
          <Icon name="hand" /> {place}
          {t(`gap.${what}`)}
        </span>
      ))}
    </span>
  );
}

/** Whether something is wrong exactly here. */
export function useIsWrong(path: Path): boolean {
  return useForm().problemsAt(path).length > 0;
}

/** Whether labels stand once over a table, and what is wrong stands under the whole row. */
const InTable = createContext(false);
export const useIsInTable = (): boolean => useContext(InTable);

/** One row of a table of fields, with all that is wrong in it underneath. */
export function TableRow({ path, children }: { readonly path: Path; readonly children: ReactNode }) {
  const { check } = useForm();
  const paths = [...check.problems, ...check.gaps].flatMap((said) =>
    said.path === path || said.path.startsWith(`${path}.`) ? [said.path] : [],
  );
  return (
    <li data-path={path}>
      <div className={styles.tableRow}>
        <InTable value>{children}</InTable>
      </div>
      {[...new Set(paths)].map((each) => (
        <ProblemLines key={each} path={each} isNamed />
      ))}
    </li>
  );
}

/** How wide a field is beside others. */
export type FieldSize = 'small' | 'id' | 'normal' | 'wide' | 'full';

function cellOf(size: FieldSize): string | undefined {
  if (size === 'id') return styles.idCell;
  return size === 'normal' ? styles.wideCell : styles.cell;
}

/** A label over its control, and under it what is wrong. */
export function Field({
  path,
  label,
  children,
  hint,
  size = 'normal',
}: {
  readonly path: Path;
  readonly label: string;
  readonly children: ReactNode;
  readonly hint?: string | undefined;
  readonly size?: FieldSize;
}) {
  const isInTable = useIsInTable();
  return (
    <div className={classes(styles.field, isInTable ? cellOf(size) : styles[size])} data-path={path}>
      <label className={isInTable ? styles.unseen : styles.fieldLabel} htmlFor={fieldId(path)}>
        {label}
      </label>
      {children}
      {hint && <span className={styles.hint}>{hint}</span>}
      {!isInTable && <ProblemLines path={path} />}
    </div>
  );
}
