import { useEffect, useRef, useState } from 'react';
import { parseDecimal } from '../../../shared/kernel/rational.ts';
import { classes } from '../classes.ts';
import controls from '../controls.module.css';
import { useWords } from '../use-words.ts';
import styles from './beside.module.css';

type MeasureFieldProps = {
  readonly label: string;
  /** The number on record, empty without one. */
  readonly recorded: string;
  /** The column that ↑, ↓ and Enter move in. */
  readonly column: string;
  readonly isFirst: boolean;
  readonly isDisabled: boolean;
  readonly onStore: (text: string) => void;
};

const longestNumber = 20;

/** The field of the same column in the row above or below; null at its end. */
function neighbourOf(field: HTMLInputElement, by: 1 | -1): HTMLInputElement | null {
  const { column } = field.dataset;
  const all = [...(field.closest('[data-measures]')?.querySelectorAll('input') ?? [])];
  const own = all.filter((each) => each.dataset.column === column);
  return own[own.indexOf(field) + by] ?? null;
}

/** One number. Enter stores it and goes to the next row; what was typed and not stored is marked. */
export function MeasureField(props: MeasureFieldProps) {
  const { label, recorded, column, isFirst, isDisabled, onStore } = props;
  const { t } = useWords();
  const [draft, setDraft] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  // What was stored is no draft any more.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another record is what resets it
  useEffect(() => setDraft(null), [recorded]);
  useEffect(() => {
    if (isFirst) field.current?.focus();
  }, [isFirst]);
  const text = draft ?? recorded;
  const isChanged = draft !== null && draft !== recorded;
  const isWrong = isChanged && draft !== '' && !parseDecimal(draft).ok;
  const move = (from: HTMLInputElement, by: 1 | -1) => {
    const next = neighbourOf(from, by);
    next?.focus();
    next?.select();
  };
  return (
    <input
      ref={field}
      className={classes(controls.field, styles.number, isChanged && styles.notStored)}
      aria-label={label}
      aria-invalid={isWrong}
      title={isWrong ? t('beside.notNumber') : undefined}
      inputMode="decimal"
      autoComplete="off"
      data-column={column}
      disabled={isDisabled}
      value={text}
      maxLength={longestNumber}
      onChange={(event) =>
        setDraft(
          event.target.value
            .trim()
            .replace(/[。．]/g, '.')
            .replace(/－/g, '-'),
        )
      }
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || event.keyCode === 229 || event.repeat) return;
        if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
          event.preventDefault();
          move(event.currentTarget, event.key === 'ArrowUp' ? -1 : 1);
        }
        if (event.key === 'Escape') {
          setDraft(null);
          event.currentTarget.blur();
        }
        if (event.key !== 'Enter') return;
        event.preventDefault();
        event.stopPropagation();
        if (isWrong) return;
        move(event.currentTarget, 1);
        if (isChanged && draft !== '') onStore(draft);
      }}
    />
  );
}
