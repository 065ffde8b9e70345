import type { BellSound } from './bells-due.ts';

/** Strokes of a sound: when each starts and how long it rings, in seconds. */
const strokes: {
  readonly [sound in BellSound]: readonly { readonly at: number; readonly length: number }[];
} = {
  tick: [{ at: 0, length: 0.12 }],
  single: [{ at: 0, length: 1.4 }],
  double: [
    { at: 0, length: 1.1 },
    { at: 0.55, length: 1.4 },
  ],
  long: [{ at: 0, length: 2.8 }],
};

/** A small bell: its fundamental and two inharmonic partials, with their loudness. */
const partials = [
  { hertz: 880, share: 0.5 },
  { hertz: 2429, share: 0.22 },
  { hertz: 4752, share: 0.08 },
];

function strike(context: AudioContext, start: number, length: number): void {
  for (const { hertz, share } of partials) {
    const tone = context.createOscillator();
    const loudness = context.createGain();
    tone.frequency.value = hertz;
    loudness.gain.setValueAtTime(0.0001, start);
    loudness.gain.exponentialRampToValueAtTime(share, start + 0.008);
    loudness.gain.exponentialRampToValueAtTime(0.0001, start + length);
    tone.connect(loudness).connect(context.destination);
    tone.start(start);
    tone.stop(start + length);
  }
}

export type BellVoice = {
  /** Sounds the bell if the browser lets the page sound; a bell that may not is dropped, never heard late. */
  readonly ring: (sound: BellSound) => void;
  /** Browsers let a page sound after a click or key; Electron's window at once. */
  readonly allow: () => void;
};

const silence: BellVoice = { ring: () => {}, allow: () => {} };

export function openBellVoice(): BellVoice {
  if (typeof AudioContext === 'undefined') return silence;
  const context = new AudioContext();
  const allow = () => {
    // Refused until the first click or key; the edge pulses all the same.
    if (context.state !== 'running') context.resume().catch(() => {});
  };
  return {
    allow,
    ring(sound) {
      if (context.state !== 'running') return allow();
      for (const { at, length } of strokes[sound]) strike(context, context.currentTime + at, length);
    },
  };
}
