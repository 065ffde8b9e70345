/** A wall time (ms since 1970 UTC) as the clock of this device shows it: `15:04`, or `15:04:09`. The venue has one time zone. */
export function timeOfDay(wall: number, withSeconds = false): string {
  const date = new Date(wall);
  const parts = [date.getHours(), date.getMinutes(), ...(withSeconds ? [date.getSeconds()] : [])];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
