import type { ContentsPart, NavigationPart, SessionPart } from './electron-parts.ts';
import { paperWindowOptions } from './window-options.ts';

/** The running host's addresses, such as `127.0.0.1:4180`; empty before the first one is ready. */
export type HostAddresses = () => readonly string[];

function isHostUrl(url: string, addresses: readonly string[]): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, username } = new URL(url);
  return (protocol === 'http:' || protocol === 'ws:') && username === '' && addresses.includes(host);
}

/** No permission of any kind, and no request to anywhere but the host. */
export function lockDownSession(session: SessionPart, addresses: HostAddresses): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const isLocal = url.startsWith('blob:') || url.startsWith('data:') || url.startsWith('devtools:');
    answer({ cancel: !isLocal && !isHostUrl(url, addresses()) });
  });
}

/** The console's documents are laid out in a window of their own: the console itself must stay where it is. */
function isPrintPage(url: string, addresses: readonly string[]): boolean {
  return isHostUrl(url, addresses) && new URL(url).pathname === '/console/paper';
}

/** Whatever the page does, its window shows the host's pages and nothing else, and opens no window but for printing. */
export function lockDownContents(contents: ContentsPart, addresses: HostAddresses): void {
  const keepToHost = (details: NavigationPart) => {
    if (!isHostUrl(details.url, addresses())) details.preventDefault();
  };
  contents.on('will-navigate', keepToHost);
  contents.on('will-frame-navigate', keepToHost);
  contents.on('will-redirect', keepToHost);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) =>
    isPrintPage(url, addresses())
      ? { action: 'allow', overrideBrowserWindowOptions: paperWindowOptions }
      : { action: 'deny' },
  );
}
