/** Whether the page already has the whole display: a browser's full screen, or the app's own window on it. */
export function isFullScreen(): boolean {
  return document.fullscreenElement !== null || innerHeight >= screen.height;
}

export function canGoFullScreen(): boolean {
  return document.fullscreenEnabled && !isFullScreen();
}

export function goFullScreen(): void {
  // Refused where a policy of the browser forbids it: the page stays as it is.
  if (canGoFullScreen()) document.documentElement.requestFullscreen().catch(() => {});
}
