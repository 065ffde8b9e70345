import type { HostMessage, ShellMessage } from './shell-link.ts';
import { parseShellMessage } from './shell-link.ts';

/** The host's end of the channel to the program that started it. */
export type ShellLink = {
  /** `none`: started by hand; nothing is sent and nothing arrives. */
  readonly kind: 'electron' | 'node' | 'none';
  send(message: HostMessage): void;
  /** Messages that arrived before the first listener are kept for it. A launcher that is gone counts as `stop`. */
  listen(listener: (message: ShellMessage) => void): void;
  /** Lets the process end: an open channel keeps its event loop alive. */
  close(): void;
};

type ParentPort = {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown;
};

type NodeChannel = Pick<NodeJS.Process, 'send' | 'connected' | 'disconnect' | 'on'>;

function isParentPort(value: unknown): value is ParentPort {
  return typeof value === 'object' && value !== null && 'postMessage' in value && 'on' in value;
}

/**
 * Connects to the shell over Electron's parentPort, or to a Node launcher over its IPC channel, if there is
 * one. Pings are answered here, on the host's own event loop: silence therefore means that the loop hangs.
 * A message that doesn't parse is handed to `refuse` with the path of the wrong field and changes nothing.
 */
export function connectToShell(
  hostProcess: NodeChannel,
  refuse: (fieldPath: string) => void = () => undefined,
): ShellLink {
  const waiting: ShellMessage[] = [];
  let listener: ((message: ShellMessage) => void) | null = null;

  function deliver(message: ShellMessage): void {
    if (listener === null) waiting.push(message);
    else listener(message);
  }
  function receive(value: unknown, send: (message: HostMessage) => void): void {
    const parsed = parseShellMessage(value);
    if (!parsed.ok) refuse(parsed.error);
    else if (parsed.value.kind === 'ping') send({ kind: 'pong' });
    else deliver(parsed.value);
  }
  function listen(next: (message: ShellMessage) => void): void {
    listener = next;
    for (const message of waiting.splice(0)) next(message);
  }

  const port: unknown = 'parentPort' in hostProcess ? hostProcess.parentPort : undefined;
  if (isParentPort(port)) {
    const send = (message: HostMessage) => port.postMessage(message);
    port.on('message', (event) => receive(event.data, send));
    return { kind: 'electron', send, listen, close: () => undefined };
  }
  if (hostProcess.send !== undefined) {
    const send = (message: HostMessage) => {
      // The callback keeps a channel that closes meanwhile from raising an error: 'disconnect' reports it.
      if (hostProcess.connected) hostProcess.send?.(message, undefined, undefined, () => undefined);
    };
    hostProcess.on('message', (value) => receive(value, send));
    let isClosing = false;
    hostProcess.on('disconnect', () => {
      if (!isClosing) deliver({ kind: 'stop' });
    });
    return {
      kind: 'node',
      send,
      listen,
      close: () => {
        isClosing = true;
        if (hostProcess.connected) hostProcess.disconnect?.();
      },
    };
  }
  return { kind: 'none', send: () => undefined, listen, close: () => undefined };
}
