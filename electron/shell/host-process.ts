import type { HostMessage, ShellMessage } from '../shell-link.ts';
import { parseHostMessage } from '../shell-link.ts';
import type { UtilityPart } from './electron-parts.ts';

/** How one run of the host ended. Only `crashed` is a reason to start another. */
export type HostEnd =
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string }
  | { readonly kind: 'crashed'; readonly exitCode: number };

export type HostProcess = {
  post(message: ShellMessage): void;
  /** Asks for an orderly stop and ends the process if it isn't gone after `stopLimitMs`. Resolves when it is gone. */
  stop(): Promise<void>;
};

export type HostProcessParts = {
  readonly fork: () => UtilityPart;
  /** SIGKILL: a host whose loop hangs never gets to see a SIGTERM, which is all that Electron's kill() sends. */
  readonly killProcess: (pid: number) => void;
  readonly onMessage: (message: HostMessage) => void;
  readonly onEnd: (end: HostEnd) => void;
  readonly complain: (line: string) => void;
};

export const stopLimitMs = 5_000;
export const pingEveryMs = 5_000;
/** Counted in unanswered pings, not in time, so that a laptop waking up doesn't find its host "hung". */
export const unansweredPingLimit = 3;

/** Starts one host. It ends by itself, by `stop`, or by being killed after three unanswered pings. */
export function startHostProcess(parts: HostProcessParts): HostProcess {
  const child = parts.fork();
  const pid = () => child.pid;
  let lastWord: HostEnd | null = null;
  let unanswered = 0;
  let isGone = false;
  let isStopping = false;
  let resolveGone: () => void;
  const gone = new Promise<void>((resolve) => {
    resolveGone = resolve;
  });

  function kill(why: string): void {
    const id = pid();
    if (isGone || id === undefined) return;
    parts.complain(`host: ${why}; ending process ${id}`);
    parts.killProcess(id);
  }

  const pings = setInterval(() => {
    if (unanswered >= unansweredPingLimit) kill(`no answer to ${unanswered} pings`);
    else {
      unanswered += 1;
      child.postMessage({ kind: 'ping' } satisfies ShellMessage);
    }
  }, pingEveryMs);

  child.on('message', (value) => {
    const parsed = parseHostMessage(value);
    if (!parsed.ok) {
      parts.complain(`host: message refused at "${parsed.error}"`);
      return;
    }
    const message = parsed.value;
    unanswered = 0;
    if (message.kind === 'stopped' || message.kind === 'failed') lastWord = message;
    if (message.kind !== 'pong') parts.onMessage(message);
  });

  child.once('exit', (exitCode) => {
    isGone = true;
    clearInterval(pings);
    resolveGone();
    parts.onEnd(lastWord ?? (isStopping ? { kind: 'stopped' } : { kind: 'crashed', exitCode }));
  });

  return {
    post: (message) => {
      if (!isGone) child.postMessage(message);
    },
    stop: async () => {
      if (isGone) return;
      isStopping = true;
      child.postMessage({ kind: 'stop' } satisfies ShellMessage);
      const limit = setTimeout(() => kill(`not stopped after ${stopLimitMs} ms`), stopLimitMs);
      await gone;
      clearTimeout(limit);
    },
  };
}
