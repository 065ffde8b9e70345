import { useEffect, useRef } from 'react';
import { useSurroundings } from './desk-context.tsx';
import type { KeyIntent } from './keys.ts';

/** Binds a key for as long as the component is there; among several, the one that came last acts. */
export function useKey(intent: KeyIntent | null, act: () => void): void {
  const { keyboard } = useSurroundings();
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(
    () => (intent === null ? undefined : keyboard.bind(intent, () => latest.current())),
    [intent, keyboard],
  );
}
