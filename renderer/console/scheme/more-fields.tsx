import { type ReactNode, useState } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { classes } from '../classes.ts';
import { type Path, valueAt } from './draft.ts';
import { useForm, useFormWords } from './form-context.tsx';
import styles from './scheme.module.css';

/** Settings that few schemes need: folded, unless something is set or wrong among them. */
export function MoreFields({
  path,
  names,
  children,
}: {
  readonly path: Path;
  /** The members that are set in here. */
  readonly names: readonly string[];
  readonly children: ReactNode;
}) {
  const { draft, check } = useForm();
  const { t } = useFormWords();
  const [chosen, setChosen] = useState<boolean | null>(null);
  const isSet = names.some((name) => valueAt(draft, `${path}.${name}`) !== undefined);
  const isSaid = [...check.problems, ...check.gaps].some((said) =>
    names.some((name) => said.path === `${path}.${name}` || said.path.startsWith(`${path}.${name}.`)),
  );
  const isOpen = isSaid || (chosen ?? isSet);
  return (
    <div className={styles.more}>
      <button
        type="button"
        className={classes(styles.quiet, isOpen && styles.isOpen)}
        aria-expanded={isOpen}
        onClick={() => setChosen(!isOpen)}
      >
        <Icon name="chevron" /> {t('more')}
      </button>
      {isOpen && children}
    </div>
  );
}
