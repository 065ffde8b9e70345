/** `1:42`, `-0:07`, `1:02:05`: whole seconds, rounded so that a countdown reads 0:00 exactly when it is over. */
export function countdownText(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return `${seconds < 0 ? '−' : ''}${clockDigits(Math.abs(seconds))}`;
}

/** Elapsed time in whole seconds that have passed. */
export function elapsedText(ms: number): string {
  return clockDigits(Math.floor(Math.max(0, ms) / 1000));
}

/** A difference with its sign: `+0:22`, `−0:13`, `0:00`. */
export function differenceText(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds === 0) return '0:00';
  return `${seconds > 0 ? '+' : '−'}${clockDigits(Math.abs(seconds))}`;
}

function clockDigits(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  if (minutes < 100) return `${minutes}:${two(seconds % 60)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}
