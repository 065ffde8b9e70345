import type { ClockFace } from './clock-face.ts';
import type { WallWords } from './wall-words.ts';

/** What the number on the floor counts. */
export function phaseLabel(face: ClockFace, words: WallWords): string {
  if (face.isPaused) return words('paused');
  switch (face.phase) {
    case 'overtime':
      return words('overtime');
    case 'warning':
      return face.warnsAtMs === 60_000
        ? words('lastMinute')
        : words('lastSeconds', { seconds: Math.round(face.warnsAtMs / 1000) });
    case 'calm':
      return words(face.direction === 'down' ? 'timeLeft' : 'timeUsed');
  }
}
