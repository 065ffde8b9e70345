import type { ConsoleSeat } from '../../shared/views/console-view.ts';
import type { ConsoleWords } from './use-words.ts';

/** How long a seat's device has been away at `now`, in its largest whole unit; null for one that never came. */
export function offlineTime(
  seat: Pick<ConsoleSeat, 'offlineSinceWall'>,
  now: number,
  t: ConsoleWords,
): string | null {
  if (seat.offlineSinceWall === null) return null;
  const seconds = Math.max(0, Math.round((now - seat.offlineSinceWall) / 1000));
  if (seconds < 60) return t('seat.offlineTime.seconds', { count: seconds });
  if (seconds < 3_600) return t('seat.offlineTime.minutes', { count: Math.floor(seconds / 60) });
  return t('seat.offlineTime.hours', { count: Math.floor(seconds / 3_600) });
}
