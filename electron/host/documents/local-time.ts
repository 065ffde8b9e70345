const two = (value: number): string => String(value).padStart(2, '0');

function timeOfDay(wallMs: number): string {
  const date = new Date(wallMs);
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
}

/** A wall time's day, hour, minute and second at the venue: `2026-11-27 10:41:05`. */
export function dayAndTime(wallMs: number): string {
  const date = new Date(wallMs);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${timeOfDay(wallMs)}`;
}

/** A wall time as the venue's clocks show it, with its offset from UTC: `2026-11-27 10:41:05 +08:00`. */
export function localTime(wallMs: number): string {
  const date = new Date(wallMs);
  const ahead = -date.getTimezoneOffset();
  const offset = `${ahead < 0 ? '-' : '+'}${two(Math.floor(Math.abs(ahead) / 60))}:${two(Math.abs(ahead) % 60)}`;
  return `${dayAndTime(wallMs)} ${offset}`;
}
