import type { ReactNode } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { classes } from '../classes.ts';
import type { Path } from './draft.ts';
import { useForm, useFormWords } from './form-context.tsx';
import styles from './scheme.module.css';

/** The DOM id of what edits a path, so that a problem can be gone to. */
export const fieldId = (path: Path): string => `scheme-${path}`;

/** What is wrong at one path, or can't be held on stage, in words. */
export function ProblemLines({ path }: { readonly path: Path }) {
  const { problemsAt, gapsAt } = useForm();
  const { t, problemWords } = useFormWords();
  const [problems, gaps] = [problemsAt(path), gapsAt(path)];
  if (problems.length + gaps.length === 0) return null;
  return (
    <span className={styles.lines} id={`${fieldId(path)}-said`}>
      {problems.map((problem) => (
        <span key={problemWords(problem)} className={styles.problem} role="alert">
          <Icon name="warning" /> {problemWords(problem)}
        </span>
      ))}
      {gaps.map(({ what }) => (
        <span key={what} className={styles.gap}>
          <Icon name="hand" /> {t(`gap.${what}`)}
        </span>
      ))}
    </span>
  );
}

/** Whether something is wrong exactly here. */
export function useIsWrong(path: Path): boolean {
  return useForm().problemsAt(path).length > 0;
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
  readonly size?: 'small' | 'normal' | 'wide' | 'full';
}) {
  return (
    <div className={classes(styles.field, styles[size])} data-path={path}>
      <label className={styles.fieldLabel} htmlFor={fieldId(path)}>
        {label}
      </label>
      {children}
      {hint && <span className={styles.hint}>{hint}</span>}
      <ProblemLines path={path} />
    </div>
  );
}
