import { createContext, type ReactNode, useContext } from 'react';
import type { MeasurePlace, SampleEdits } from '../../../shared/domain/scoring/sample/sample-edits.ts';
import styles from './sample.module.css';
import type { SampleView } from './sample-view.ts';

/** What of the sample is being changed. */
export type SampleTarget =
  | { readonly kind: 'state'; readonly unit: string }
  | { readonly kind: 'measure'; readonly place: MeasurePlace }
  | { readonly kind: 'adjustments'; readonly unit: string; readonly node: string }
  | { readonly kind: 'tie'; readonly units: readonly string[] };

type Editing = {
  readonly view: SampleView;
  readonly edits: SampleEdits;
  readonly target: SampleTarget | null;
  readonly open: (target: SampleTarget | null) => void;
  readonly change: (edits: SampleEdits) => void;
};

const EditingContext = createContext<Editing | null>(null);

export function SampleEditing({ children, ...editing }: Editing & { readonly children: ReactNode }) {
  return <EditingContext value={editing}>{children}</EditingContext>;
}

/** The sample as it stands, and how to change it. */
export function useSampleEditing(): Editing {
  const editing = useContext(EditingContext);
  if (!editing) throw new Error('a part of the sample stands outside of it');
  return editing;
}

const sameTarget = (a: SampleTarget | null, b: SampleTarget): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** Something in the table that can be changed: a press opens it under the table, another closes it. */
export function EditButton({
  target,
  label,
  children,
}: {
  readonly target: SampleTarget;
  readonly label: string;
  readonly children: ReactNode;
}) {
  const { target: openTarget, open } = useSampleEditing();
  const isOpen = sameTarget(openTarget, target);
  return (
    <button
      type="button"
      className={styles.change}
      aria-expanded={isOpen}
      aria-label={label}
      title={label}
      onClick={() => open(isOpen ? null : target)}
    >
      {children}
    </button>
  );
}
