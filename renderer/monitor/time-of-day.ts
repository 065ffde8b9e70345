/** A wall time (ms since 1970 UTC) as the clock of this device shows it, with seconds. */
export function timeOfDay(wall: number): string {
  const at = new Date(wall);
  return [at.getHours(), at.getMinutes(), at.getSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
