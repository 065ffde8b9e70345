import { useEffect, useRef } from 'react';
import type { MarkKey } from './mark-entry.ts';

type ScoringKeys = {
  /** There is no number to type. */
  readonly isOff: boolean;
  readonly press: (key: MarkKey) => void;
  readonly enter: () => void;
  readonly move: (by: 1 | -1) => void;
  readonly cursor: number | null;
};

const isDigit = (key: string): key is MarkKey => /^[0-9]$/.test(key);

/** Whether a focused control uses Enter itself: a row that isn't the current one, or the language list. */
function keepsKey(target: EventTarget | null, key: string, cursor: number | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('[data-own-keys]')) return true;
  if (key !== 'Enter') return false;
  if (target.closest('[aria-pressed], [aria-expanded]')) return true;
  return target.dataset.row !== undefined && target.dataset.row !== String(cursor);
}

function act(keys: ScoringKeys, { key, repeat }: KeyboardEvent): boolean {
  if (isDigit(key)) keys.press(key);
  else if (key === '.' || key === ',' || key === '。' || key === 'Decimal') keys.press('.');
  else if (key === 'Backspace' || key === 'Delete') keys.press('back');
  else if (key === 'ArrowDown') keys.move(1);
  else if (key === 'ArrowUp') keys.move(-1);
  // A held Enter must not run through to the submission.
  else if (key === 'Enter') repeat || keys.enter();
  else return false;
  return true;
}

/** A keyboard and its numeric pad do what the page's keys do, wherever the focus is. */
export function useScoringKeys(keys: ScoringKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (latest.current.isOff) return;
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (keepsKey(event.target, event.key, latest.current.cursor)) return;
      if (act(latest.current, event)) event.preventDefault();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}
