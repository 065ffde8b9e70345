import type { DisplaysMessage } from '../shell-link.ts';
import type { DisplayPart, Rectangle } from './electron-parts.ts';

/**
 * What the displays have been used for so far, by Electron's display id. `wallIds` are all that have been the
 * wall, the latest first: one that comes back alone is still the hall's.
 */
export type DisplayRoles = { readonly consoleId: number | null; readonly wallIds: readonly number[] };

export const noRoles: DisplayRoles = { consoleId: null, wallIds: [] };

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
 * display is there: whatever is plugged in, the console never moves to a display that has been the wall.
 * Two displays that cover the same part of the desktop mirror each other (Windows and macOS report a mirrored
 * pair as one display; X11 reports two).
 */
export function placeOnDisplays(
  displays: readonly DisplayPart[],
  primaryId: number,
  before: DisplayRoles,
): Placement {
  const find = (id: number | null) => displays.find((display) => display.id === id) ?? null;
  const formerWalls = before.wallIds.map(find).filter((display) => display !== null);
  // A display that mirrors the wall is the wall.
  const free = displays.filter(
    (display) => !formerWalls.some((wall) => overlaps(wall.bounds, display.bounds)),
  );
  const console =
    find(before.consoleId) ?? free.find((display) => display.id === primaryId) ?? free[0] ?? null;
  const isApart = (display: DisplayPart) => console === null || !overlaps(display.bounds, console.bounds);
  const wall =
    [...formerWalls, ...displays].find((display) => display.id !== console?.id && isApart(display)) ?? null;
  const mirrored =
    console !== null &&
    displays.some((display) => display.id !== console.id && overlaps(display.bounds, console.bounds));
  return {
    console,
    wall,
    message: { kind: 'displays', count: displays.length, mirrored, wall: wall === null ? 'none' : 'second' },
  };
}

/** The roles after `placement`. A console that has no display now may take any that is free later. */
export function rolesAfter(placement: Placement, before: DisplayRoles): DisplayRoles {
  const { console, wall } = placement;
  const others = before.wallIds.filter((id) => id !== wall?.id && id !== console?.id);
  return { consoleId: console?.id ?? null, wallIds: wall === null ? others : [wall.id, ...others] };
}
