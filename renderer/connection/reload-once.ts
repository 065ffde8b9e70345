const storageKey = 'leitai-reloaded-for';

/** Loads the page anew from a host that speaks another protocol version; once for each, in case it doesn't help. */
export function reloadOnce(hostProtocol: number): void {
  if (sessionStorage.getItem(storageKey) === String(hostProtocol)) return;
  sessionStorage.setItem(storageKey, String(hostProtocol));
  location.reload();
}
