import { useEffect, useState } from 'react';

/** Draws again whenever `read`, rounded by the caller to what is shown, has another value. */
export function useTicking<Value>(read: () => Value): Value {
  const [, redraw] = useState(0);
  const value = read();
  useEffect(() => {
    const timer = setInterval(() => {
      if (read() !== value) redraw((count) => count + 1);
    }, 100);
    return () => clearInterval(timer);
  });
  return value;
}

/** The laptop's wall clock in whole seconds, as ms: the console runs on the host's own machine. */
export function useWallSeconds(): number {
  return useTicking(() => Math.floor(Date.now() / 1000) * 1000);
}
