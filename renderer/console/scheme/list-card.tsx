import type { ReactNode } from 'react';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { listAt, type Path } from './draft.ts';
import { ProblemLines } from './field.tsx';
import { useForm, useFormWords } from './form-context.tsx';
import styles from './scheme.module.css';

function SmallButton({
  icon,
  label,
  isOff = false,
  onPress,
}: {
  readonly icon: IconName;
  readonly label: string;
  readonly isOff?: boolean;
  readonly onPress: () => void;
}) {
  return (
    <button
      type="button"
      className={styles.iconButton}
      aria-label={label}
      title={label}
      aria-disabled={isOff}
      onClick={() => !isOff && onPress()}
    >
      <Icon name={icon} />
    </button>
  );
}

/** Moves an entry within its list, or takes it away. */
export function EntryButtons({
  list,
  at,
  name,
  canMove = true,
}: {
  readonly list: Path;
  readonly at: number;
  readonly name: string;
  readonly canMove?: boolean;
}) {
  const { draft, dispatch, set } = useForm();
  const { t } = useFormWords();
  const last = listAt(draft, list).length - 1;
  const move = (to: number) => dispatch({ kind: 'move', list, from: at, to });
  return (
    <span className={styles.entryButtons}>
      {canMove && last > 0 && (
        <>
          <SmallButton
            icon="arrowUp"
            label={`${name}: ${t('up')}`}
            isOff={at === 0}
            onPress={() => move(at - 1)}
          />
          <SmallButton
            icon="arrowDown"
            label={`${name}: ${t('down')}`}
            isOff={at === last}
            onPress={() => move(at + 1)}
          />
        </>
      )}
      <SmallButton
        icon="cross"
        label={`${name}: ${t('remove')}`}
        onPress={() => set(`${list}.${at}`, undefined)}
      />
    </span>
  );
}

/** One entry of a list with its number, its name and its fields. */
export function ListCard({
  list,
  at,
  title,
  tag,
  canMove = true,
  children,
}: {
  readonly list: Path;
  readonly at: number;
  readonly title: string;
  readonly tag?: string;
  readonly canMove?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <li className={styles.card} data-path={`${list}.${at}`}>
      <header className={styles.cardHead}>
        <span className={styles.number}>{at + 1}</span>
        <h4>{title}</h4>
        {tag && <span className={styles.tag}>{tag}</span>}
        <EntryButtons list={list} at={at} name={title} canMove={canMove} />
      </header>
      <ProblemLines path={`${list}.${at}`} />
      {children}
    </li>
  );
}

/** Adds an entry at the end of a list. */
export function AddButton({ label, onPress }: { readonly label: string; readonly onPress: () => void }) {
  return (
    <button type="button" className={styles.add} onClick={onPress}>
      + {label}
    </button>
  );
}

/** Adds an entry of a chosen kind. */
export function AddOfKind({
  label,
  kinds,
  onAdd,
}: {
  readonly label: string;
  readonly kinds: readonly { readonly value: string; readonly label: string }[];
  readonly onAdd: (kind: string) => void;
}) {
  return (
    <select
      className={styles.add}
      aria-label={label}
      value=""
      onChange={({ target }) => target.value !== '' && onAdd(target.value)}
    >
      <option value="">+ {label}</option>
      {kinds.map((kind) => (
        <option key={kind.value} value={kind.value}>
          {kind.label}
        </option>
      ))}
    </select>
  );
}
