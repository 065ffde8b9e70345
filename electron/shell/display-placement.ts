import type { DisplaysMessage } from '../shell-link.ts';
import type { DisplayPart, Rectangle } from './electron-parts.ts';

/** The displays that the console and the wall were given last, by Electron's display id. */
export type DisplayRoles = { readonly consoleId: number | null; readonly wallId: number | null };

export type Placement = {
  /** null: only the wall is left, and the console stays hidden rather than being shown to the hall. */
  readonly console: DisplayPart | null;
  readonly wall: DisplayPart | null;
  readonly message: DisplaysMessage;
};

function overlaps(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/**
 * Gives the console the first display and the projector the second. Roles once given are kept while their
 * display is there: whatever is plugged in, the console never moves to the display that has been the wall.
 * Two displays that cover the same part of the desktop mirror each other (Windows and macOS report a mirrored
 * pair as one display; X11 reports two).
 */
export function placeOnDisplays(
  displays: readonly DisplayPart[],
  primaryId: number,
  before: DisplayRoles,
): Placement {
  const find = (id: number | null) => displays.find((display) => display.id === id) ?? null;
  const keptWall = find(before.wallId);
  const candidates = displays.filter((display) => display.id !== keptWall?.id);
  const console =
    find(before.consoleId) ?? candidates.find((display) => display.id === primaryId) ?? candidates[0] ?? null;
  const isApart = (display: DisplayPart) => console === null || !overlaps(display.bounds, console.bounds);
  const wall =
    keptWall !== null && isApart(keptWall)
      ? keptWall
      : (displays.find((display) => display.id !== console?.id && isApart(display)) ?? null);
  const mirrored =
    console !== null &&
    displays.some((display) => display.id !== console.id && overlaps(display.bounds, console.bounds));
  return {
    console,
    wall,
    message: { kind: 'displays', count: displays.length, mirrored, wall: wall === null ? 'none' : 'second' },
  };
}
