import { useEffect, useState } from 'react';

const restMs = 2_000;

/** False while the pointer moves and for 2 s after: then cursor and hints leave the wall. */
export function usePointerRest(): boolean {
  const [isResting, setResting] = useState(true);
  useEffect(() => {
    let timer = 0;
    const move = () => {
      setResting(false);
      clearTimeout(timer);
      timer = window.setTimeout(() => setResting(true), restMs);
    };
    addEventListener('pointermove', move);
    return () => {
      clearTimeout(timer);
      removeEventListener('pointermove', move);
    };
  }, []);
  return isResting;
}
