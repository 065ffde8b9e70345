import { useEffect, useRef, useState } from 'react';
import type { Instant } from '../../../shared/kernel/brand.ts';
import type { TimerView } from '../../../shared/views/view-sections.ts';
import { type BellVoice, openBellVoice } from './bell-voice.ts';
import { bellsDue, type ClockLook, isRungByHand } from './bells-due.ts';

/** Rings the timer's bells and the operator's; gives how often this page has rung, one pulse of the edge each. */
export function useBells(timer: TimerView | null, bell: number | null, now: Instant): number {
  const [pulse, setPulse] = useState(0);
  const voice = useRef<BellVoice | null>(null);
  const look = useRef<ClockLook | null>(null);
  const byHand = useRef<number | null>(null);

  useEffect(() => {
    const opened = openBellVoice();
    voice.current = opened;
    addEventListener('pointerdown', opened.allow);
    addEventListener('keydown', opened.allow);
    return () => {
      removeEventListener('pointerdown', opened.allow);
      removeEventListener('keydown', opened.allow);
    };
  }, []);

  useEffect(() => {
    const sounds = timer ? [...bellsDue(timer, look.current, now)] : [];
    look.current = timer && { timer: timer.timer, at: now };
    if (bell !== null) {
      if (isRungByHand(byHand.current, bell)) sounds.push('single');
      byHand.current = bell;
    }
    for (const sound of sounds) voice.current?.ring(sound);
    if (sounds.length > 0) setPulse((count) => count + 1);
  }, [timer, bell, now]);

  return pulse;
}
