import type { WindowPart } from './electron-parts.ts';

/** A window that shows one page of the host for as long as it lives. */
export type PageWindow = {
  readonly window: WindowPart;
  /** Called when a host is ready: goes to `url` unless the page is already there and reconnects by itself. */
  showUrl(url: string): void;
};

export const reloadAfterMs = 500;

/** Reloads a page whose renderer died or that could not be reached: a crash of a window costs nothing. */
export function keepPage(window: WindowPart, complain: (line: string) => void): PageWindow {
  let url: string | null = null;
  let isLoaded = false;
  let retry: ReturnType<typeof setTimeout> | null = null;

  function load(): void {
    if (url === null || window.isDestroyed()) return;
    isLoaded = true;
    // A failed load arrives as did-fail-load too, which tries again.
    window.loadURL(url).catch((fault: unknown) => complain(`page: ${String(fault)}`));
  }
  function loadAgain(): void {
    isLoaded = false;
    if (retry !== null) clearTimeout(retry);
    retry = setTimeout(load, reloadAfterMs);
  }
  window.webContents.on('render-process-gone', loadAgain);
  window.webContents.on('did-fail-load', (_event, errorCode, _description, _url, isMainFrame) => {
    // -3: a load that was given up for another one.
    if (isMainFrame && errorCode !== -3) loadAgain();
  });

  return {
    window,
    showUrl: (next) => {
      if (next === url && isLoaded) return;
      url = next;
      if (retry !== null) clearTimeout(retry);
      load();
    },
  };
}
