import type { TFunction } from 'i18next';
import type { ClockFace } from '../projector/scenes/clock-face.ts';

/** `4:36` of `04:36`: every figure as large as it can be. */
export function shortDigits(digits: string): string {
  return digits.replace(/^0(?=\d)/, '');
}

/** What the figures count, or what to do now. */
export function spokenLabel(face: ClockFace, t: TFunction<'prompter'>): string {
  if (face.phase === 'overtime') return `■ ${t('overtime')}`;
  if (face.isPaused) return t('paused');
  if (face.direction === 'up') return t('used');
  if (face.phase === 'calm') return t('left');
  return face.warnsAtMs === 60_000
    ? t('lastMinute')
    : t('lastSeconds', { seconds: Math.round(face.warnsAtMs / 1000) });
}
