import { useEffect, useState } from 'react';
import type { Instant } from '../../shared/kernel/brand.ts';
import type { TimerView } from '../../shared/views/view-sections.ts';
import { hostNow } from '../connection/page-store.ts';
import { clockFace } from './scenes/clock-face.ts';

/** The time bar moves this often; digits change on the frame in which their second passes. */
const barMs = 250;

/** The host's clock for drawing: a new value at most every 250 ms, and whenever the timer's digits change. */
export function useHostClock(clockOffsetMs: number, timer: TimerView | null): Instant {
  const [drawn, draw] = useState(() => hostNow({ clockOffsetMs }));
  useEffect(() => {
    let frame = 0;
    let last = hostNow({ clockOffsetMs });
    const digits = (now: Instant) => (timer ? (clockFace(timer, now)?.digits ?? '') : '');
    const look = () => {
      const now = hostNow({ clockOffsetMs });
      if (now - last >= barMs || digits(now) !== digits(last)) {
        last = now;
        draw(now);
      }
      frame = requestAnimationFrame(look);
    };
    draw(last);
    frame = requestAnimationFrame(look);
    return () => cancelAnimationFrame(frame);
  }, [clockOffsetMs, timer]);
  return drawn;
}
