import type { DisplaysMessage, HostLinks, HostStatus } from '../shell-link.ts';
import { isConsoleExposed } from '../shell-link.ts';
import type { Placement } from './display-placement.ts';
import { isConsoleInPlace, noRoles, placeOnDisplays, rolesAfter } from './display-placement.ts';
import type { CreateWindow, DisplayPart, ScreenPart, WindowPart } from './electron-parts.ts';
import type { PageWindow } from './page-window.ts';
import { keepPage } from './page-window.ts';
import { consoleWindowOptions, projectorWindowOptions } from './window-options.ts';

export type StageWindowsParts = {
  readonly screen: ScreenPart;
  readonly createWindow: CreateWindow;
  readonly platform: NodeJS.Platform;
  readonly onDisplays: (message: DisplaysMessage) => void;
  /** The operator closed the console: the same as quitting. */
  readonly onConsoleClose: () => void;
  readonly complain: (line: string) => void;
};

export type StageWindows = {
  /** Opens or refreshes the windows for a host that is ready. */
  showEvent(links: HostLinks): void;
  hostReported(status: HostStatus): void;
  /** Brings the console to the operator who asks for it, even where only the wall's display is left. */
  showConsole(): void;
  /** For a system whose first display is the hall's. */
  swapDisplays(): void;
};

/**
 * Holds the console on the first display and the projector full screen on the second, through every change
 * of the displays. Without a display of its own the projector has no window. Where a change puts the console
 * in the hall's sight while numbers are held, the console is hidden until the host has reported that its view
 * covers them.
 */
export function openStageWindows(parts: StageWindowsParts): StageWindows {
  const { screen } = parts;
  let roles = noRoles;
  let placement = replace();
  let links: HostLinks | null = null;
  let consolePage: PageWindow | null = null;
  let isConsoleReady = false;
  let projector: { readonly page: PageWindow; readonly display: DisplayPart } | null = null;
  let heldNumbers = false;
  let awaitsCover = false;

  function replace(): Placement {
    const next = placeOnDisplays(screen.getAllDisplays(), screen.getPrimaryDisplay().id, roles);
    roles = rolesAfter(next, roles);
    return next;
  }

  function displaysChanged(): void {
    const wasExposed = isConsoleExposed(placement.message);
    placement = replace();
    if (isConsoleExposed(placement.message) && !wasExposed && heldNumbers) awaitsCover = true;
    if (!isConsoleExposed(placement.message)) awaitsCover = false;
    arrange();
    parts.onDisplays(placement.message);
  }

  function arrange(): void {
    if (links === null) return;
    arrangeConsole(links.console);
    arrangeProjector(links.projector);
  }

  function arrangeConsole(url: string): void {
    const display = placement.console;
    if (display === null || awaitsCover) {
      consolePage?.window.hide();
      return;
    }
    if (consolePage === null) consolePage = createConsole(display);
    const { window } = consolePage;
    if (!isConsoleInPlace(window.getBounds(), placement)) moveConsole(window, display);
    consolePage.showUrl(url);
    if (isConsoleReady && !window.isVisible()) window.show();
  }

  function createConsole(display: DisplayPart): PageWindow {
    const window = parts.createWindow(consoleWindowOptions(display));
    const page = keepPage(window, parts.complain);
    window.once('ready-to-show', () => {
      isConsoleReady = true;
      arrange();
    });
    window.on('close', (closing) => {
      closing.preventDefault();
      parts.onConsoleClose();
    });
    window.on('move', () => consoleMoved(window));
    return page;
  }

  /**
   * The operator may take the console to a third display. Anywhere else it goes back: some systems move windows
   * by themselves, and only after they have announced a change of displays.
   */
  function consoleMoved(window: WindowPart): void {
    const bounds = window.getBounds();
    if (placement.console === null || isConsoleInPlace(bounds, placement)) return;
    const isFree = (display: DisplayPart) => isConsoleInPlace(bounds, { ...placement, console: display });
    const chosen = placement.wall === null ? undefined : screen.getAllDisplays().find(isFree);
    if (chosen === undefined) {
      moveConsole(window, placement.console);
      return;
    }
    roles = { ...roles, consoleId: chosen.id };
    displaysChanged();
  }

  function moveConsole(window: WindowPart, display: DisplayPart): void {
    // A maximised window keeps to its display.
    if (window.isMaximized()) window.unmaximize();
    window.setBounds(display.workArea);
  }

  function arrangeProjector(url: string): void {
    const display = placement.wall;
    if (projector !== null && (display === null || !isSameDisplay(projector.display, display))) {
      projector.page.window.destroy();
      projector = null;
    }
    if (display === null) return;
    if (projector === null) projector = { page: createProjector(display), display };
    projector.page.showUrl(url);
  }

  function createProjector(display: DisplayPart): PageWindow {
    const window = parts.createWindow(projectorWindowOptions(display));
    window.removeMenu();
    // `closable` isn't heeded on Linux; destroy() doesn't raise this event.
    window.on('close', (closing) => closing.preventDefault());
    window.once('ready-to-show', () => {
      window.setBounds(display.bounds);
      // Never takes the focus: the keys belong to the console.
      window.showInactive();
      // macOS moves a native full screen into a space of its own, with an animation the hall would see.
      if (parts.platform === 'darwin') window.setSimpleFullScreen(true);
      else window.setFullScreen(true);
    });
    return keepPage(window, parts.complain);
  }

  screen.on('display-added', displaysChanged);
  screen.on('display-removed', displaysChanged);
  screen.on('display-metrics-changed', displaysChanged);
  parts.onDisplays(placement.message);

  return {
    showEvent: (next) => {
      links = next;
      arrange();
    },
    hostReported: (status) => {
      heldNumbers = status.heldNumbers;
      if (!awaitsCover || (heldNumbers && !status.coversHeld)) return;
      awaitsCover = false;
      arrange();
    },
    showConsole: () => {
      if (placement.console === null) {
        roles = noRoles;
        displaysChanged();
      }
      if (consolePage === null || placement.console === null || awaitsCover) return;
      if (consolePage.window.isMinimized()) consolePage.window.restore();
      consolePage.window.focus();
    },
    swapDisplays: () => {
      if (placement.wall === null || placement.console === null) return;
      roles = { consoleId: placement.wall.id, wallIds: [placement.console.id] };
      displaysChanged();
    },
  };
}

/** A window is moved to another display, or to another resolution, by opening it anew: it reconnects by its URL. */
function isSameDisplay(a: DisplayPart, b: DisplayPart): boolean {
  return (
    a.id === b.id &&
    a.bounds.x === b.bounds.x &&
    a.bounds.y === b.bounds.y &&
    a.bounds.width === b.bounds.width &&
    a.bounds.height === b.bounds.height
  );
}
