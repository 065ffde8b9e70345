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

/** Windows lets a maximised window reach a few pixels over the edge of its display. */
const edgePixels = 16;

function overlaps(a: Rectangle, b: Rectangle, more = 0): boolean {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > more && height > more;
}

/** True if a console at `bounds` is where its display is, with no part of it on the wall. */
export function isConsoleInPlace(bounds: Rectangle, placement: Placement): boolean {
  if (placement.console === null) return false;
  const centre = { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2, width: 1, height: 1 };
  const isOnWall = placement.wall !== null && overlaps(bounds, placement.wall.bounds, edgePixels);
  return overlaps(centre, placement.console.bounds) && !isOnWall;
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
