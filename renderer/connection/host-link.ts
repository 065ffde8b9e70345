import type { ClientMessage } from '../../shared/protocol/client-message.ts';
import type { HostMessage } from '../../shared/protocol/host-message.ts';

/** One open socket. Answers to a challenge go back over the socket it came from, or nowhere. */
export type Session = {
  readonly send: (message: ClientMessage) => boolean;
  readonly close: () => void;
};

export type LinkTiming = {
  /** No message for this long means offline. The host pings every 2 s. */
  readonly silenceMs: number;
  readonly connectMs: number;
  /** Waits between tries; the last one repeats. */
  readonly backOffMs: readonly number[];
};

export const usualTiming: LinkTiming = {
  silenceMs: 6_000,
  // After many failed tries Chromium itself holds each new one back for up to 5 s: an attempt given up before that
  // would be one more failure, and a page that was cut off for a minute would stay away long after the line is back.
  connectMs: 6_500,
  backOffMs: [100, 500, 1_000, 2_000],
};

type LinkOptions = {
  /** Asked anew for each round of tries: the host may have told more by then. */
  readonly origins: () => readonly string[];
  readonly timing: LinkTiming;
  readonly opened: (session: Session) => void;
  readonly received: (message: HostMessage, session: Session) => void;
  /** Called once per lost link, and once if the first try fails. */
  readonly lost: (lastHeardMs: number) => void;
};

const socketAddress = (origin: string): string => `${origin.replace(/^http/, 'ws')}/socket`;

/** Keeps one WebSocket to the host open: tries every known origin in turn, for ever, and notices silence. */
export function keepLink(options: LinkOptions): {
  readonly close: () => void;
  readonly retryNow: () => void;
} {
  const { timing } = options;
  let isClosed = false;
  let socket: WebSocket | null = null;
  let tries = 0;
  let lastHeardMs = performance.now();
  let isReportedLost = false;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const giveUp = (given: WebSocket) => {
    if (socket !== given) return;
    socket = null;
    clearTimeout(silence);
    given.close();
    if (!isReportedLost) options.lost(lastHeardMs);
    isReportedLost = true;
    scheduleTry();
  };

  const scheduleTry = () => {
    if (isClosed) return;
    const base = timing.backOffMs[Math.min(tries, timing.backOffMs.length - 1)] ?? 0;
    // Half at random, so that a hall of devices doesn't come back in one instant.
    retry = setTimeout(connect, base / 2 + (Math.random() * base) / 2);
    tries += 1;
  };

  const expectMessage = (given: WebSocket, withinMs: number) => {
    clearTimeout(silence);
    silence = setTimeout(() => giveUp(given), withinMs);
  };

  const connect = () => {
    clearTimeout(retry);
    if (isClosed || socket) return;
    const origins = options.origins();
    const origin = origins[tries % origins.length];
    if (origin === undefined) return;
    const opening = new WebSocket(socketAddress(origin));
    socket = opening;
    const session: Session = {
      send(message) {
        if (socket !== opening || opening.readyState !== WebSocket.OPEN) return false;
        opening.send(JSON.stringify(message));
        return true;
      },
      close: () => giveUp(opening),
    };
    expectMessage(opening, timing.connectMs);
    opening.onopen = () => {
      if (socket !== opening) return;
      expectMessage(opening, timing.silenceMs);
      options.opened(session);
    };
    opening.onmessage = (message: MessageEvent<string>) => {
      if (socket !== opening) return;
      lastHeardMs = performance.now();
      tries = 0;
      isReportedLost = false;
      expectMessage(opening, timing.silenceMs);
      // The host's own build of the same protocol version wrote this; pages carry no parser (weight).
      options.received(JSON.parse(message.data) as HostMessage, session);
    };
    opening.onclose = () => giveUp(opening);
    opening.onerror = () => giveUp(opening);
  };

  connect();
  return {
    close() {
      isClosed = true;
      clearTimeout(retry);
      clearTimeout(silence);
      const last = socket;
      socket = null;
      last?.close();
    },
    retryNow() {
      if (!socket) connect();
    },
  };
}
