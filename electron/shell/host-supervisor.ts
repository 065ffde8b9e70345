import type { DisplaysMessage, HostMessage, ShellMessage } from '../shell-link.ts';
import type { HostEnd, HostProcess } from './host-process.ts';

export type HostMode = 'normal' | 'read-only';

export type HostSupervisorParts = {
  readonly start: (
    mode: HostMode,
    handlers: { onMessage: (message: HostMessage) => void; onEnd: (end: HostEnd) => void },
  ) => HostProcess;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  readonly onMessage: (message: HostMessage) => void;
  /** The host has crashed too often and has been started read-only, or (`gave-up`) not at all. */
  readonly onTrouble: (trouble: 'read-only' | 'gave-up') => void;
  /** The host ended of its own will, without `stop` having been called. */
  readonly onEnded: (end: Extract<HostEnd, { kind: 'stopped' | 'failed' }>) => void;
};

export type HostSupervisor = {
  start(): void;
  /** Resolves when no host is running and none will be started. */
  stop(): Promise<void>;
  post(message: Extract<ShellMessage, { kind: 'suspend' | 'resume' }>): void;
  /** Kept, and told to every later host as its first message. */
  postDisplays(message: DisplaysMessage): void;
};

export const crashLimit = 3;
export const crashWindowMs = 60_000;

/**
 * Keeps one host running. A host that dies is replaced at once; the third death within 60 s brings a
 * read-only one, and the death of that one ends the attempts. Never runs two hosts: the next is started
 * only from the end of the one before.
 */
export function superviseHost(parts: HostSupervisorParts): HostSupervisor {
  let host: HostProcess | null = null;
  let mode: HostMode = 'normal';
  let displays: DisplaysMessage | null = null;
  let crashes: readonly number[] = [];
  let isWanted = false;

  function launch(): void {
    host = parts.start(mode, { onMessage: parts.onMessage, onEnd });
    if (displays !== null) host.post(displays);
  }

  function onEnd(end: HostEnd): void {
    host = null;
    if (!isWanted) return;
    if (end.kind !== 'crashed') {
      isWanted = false;
      parts.onEnded(end);
      return;
    }
    if (mode === 'read-only') {
      isWanted = false;
      parts.onTrouble('gave-up');
      return;
    }
    const now = parts.now();
    crashes = [...crashes.filter((at) => now - at < crashWindowMs), now];
    if (crashes.length >= crashLimit) {
      mode = 'read-only';
      launch();
      parts.onTrouble('read-only');
      return;
    }
    launch();
  }

  return {
    start: () => {
      if (host !== null) throw new Error('a host is already running');
      isWanted = true;
      mode = 'normal';
      crashes = [];
      launch();
    },
    stop: async () => {
      isWanted = false;
      await host?.stop();
    },
    post: (message) => host?.post(message),
    postDisplays: (message) => {
      displays = message;
      host?.post(message);
    },
  };
}
