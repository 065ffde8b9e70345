import { unreachable } from '../../shared/kernel/unreachable.ts';
import type { ClientMessage } from '../../shared/protocol/client-message.ts';
import type { HostMessage, ViewOf } from '../../shared/protocol/host-message.ts';
import type { Role } from '../../shared/protocol/roles.ts';
import { protocolVersion } from '../../shared/protocol/version.ts';
import { estimateClockOffset } from './clock-offset.ts';
import { keepLink, type LinkTiming, type Session, usualTiming } from './host-link.ts';
import { localStorageOrigins, type OriginMemory, originsToTry } from './known-origins.ts';
import type { Admission, PageStatePort } from './page-state.ts';
import { reloadOnce } from './reload-once.ts';

type Hello = Extract<ClientMessage, { kind: 'hello' }>;
type Welcome = Extract<HostMessage, { kind: 'welcome' }>;
type BallotOutcomeMessage = Extract<HostMessage, { kind: 'ballot-outcome' }>;
type CommandOutcomeMessage = Extract<HostMessage, { kind: 'command-outcome' }>;

/** What a role adds to the common life of a connection. */
export type PageBehaviour = {
  /** What `hello` carries beside role and protocol. */
  readonly introduce?: () => Pick<Hello, 'token' | 'publicKey'>;
  readonly welcomed?: (welcome: Welcome, session: Session) => void;
  readonly admission?: (message: Admission, session: Session) => void;
  readonly ballotOutcome?: (message: BallotOutcomeMessage) => void;
  readonly commandOutcome?: (message: CommandOutcomeMessage) => void;
};

export type ConnectOptions = {
  /** Where the page came from. */
  readonly origin: string;
  /** Whether other origins that the host told of are tried too; never for a page that holds a token. */
  readonly triesOtherOrigins: boolean;
  readonly origins?: OriginMemory;
  readonly timing?: LinkTiming;
  readonly behaviour?: PageBehaviour;
};

/** What a page can do with its connection besides reading its state. */
export type PageConnection = {
  readonly send: (message: ClientMessage) => boolean;
  readonly close: () => void;
};

/** Connects a page to its host and keeps `port` in step with what the host says, one message at a time. */
export function connectPage<R extends Role>(
  role: R,
  port: PageStatePort<R>,
  options: ConnectOptions,
): PageConnection {
  const { behaviour = {}, origins = localStorageOrigins } = options;
  const clock = estimateClockOffset();
  let told: readonly string[] = [];
  let current: Session | null = null;
  // The first view of a socket is whole and replaces the old one: the host may have restarted or been replaced.
  let isViewFresh = false;

  const welcome = (message: Welcome, session: Session) => {
    const receivedMs = performance.now();
    if (message.protocol !== protocolVersion) {
      reloadOnce(message.protocol);
      return;
    }
    if (options.triesOtherOrigins) {
      told = message.origins;
      origins.keep([...new Set([...told, ...origins.read()])]);
    }
    port.set({
      link: { kind: 'online' },
      eventId: message.eventId,
      clockOffsetMs: clock.welcomed(message.at, receivedMs),
      lastRefusal: null,
    });
    behaviour.welcomed?.(message, session);
  };

  const show = (message: Extract<HostMessage, { kind: 'view' }>) => {
    const { version, view } = port.get();
    // The host builds the sections of this role's view; see host-link.ts on why pages don't parse them.
    const sections = message.sections as Partial<ViewOf[R]>;
    if (!isViewFresh) {
      isViewFresh = true;
      port.set({ view: sections, version: message.version });
      return;
    }
    if (version && (message.version.start !== version.start || message.version.n < version.n)) return;
    port.set({ view: { ...view, ...sections }, version: message.version });
  };

  const received = (message: HostMessage, session: Session) => {
    switch (message.kind) {
      case 'welcome':
        welcome(message, session);
        return;
      case 'ping': {
        const receivedMs = performance.now();
        session.send({ kind: 'pong', id: message.id, version: port.get().version?.n ?? 0 });
        port.set({ clockOffsetMs: clock.pinged(message, receivedMs) });
        return;
      }
      case 'admission':
      case 'admitted':
        port.set({ admission: message });
        // Not or no longer let in: what another was shown has no place here.
        if (message.kind === 'admission' && message.state === 'pair') {
          isViewFresh = false;
          port.set({ view: {}, version: null });
        }
        behaviour.admission?.(message, session);
        return;
      case 'view':
        show(message);
        return;
      case 'ballot-outcome':
        behaviour.ballotOutcome?.(message);
        return;
      case 'command-outcome':
        behaviour.commandOutcome?.(message);
        return;
      case 'refused':
        port.set({ lastRefusal: message.refusal });
        return;
      default:
        unreachable(message);
    }
  };

  const link = keepLink({
    origins: () =>
      options.triesOtherOrigins ? originsToTry(options.origin, told, origins.read()) : [options.origin],
    timing: options.timing ?? usualTiming,
    opened(session) {
      current = session;
      isViewFresh = false;
      session.send({ kind: 'hello', protocol: protocolVersion, role, ...behaviour.introduce?.() });
    },
    received,
    lost(lastHeardMs) {
      current = null;
      port.set({ link: { kind: 'lost', sinceMs: lastHeardMs } });
    },
  });

  const retryNow = () => link.retryNow();
  if (typeof window !== 'undefined') window.addEventListener('online', retryNow);
  if (typeof document !== 'undefined') document.addEventListener('visibilitychange', retryNow);

  return {
    send: (message) => current?.send(message) ?? false,
    close() {
      if (typeof window !== 'undefined') window.removeEventListener('online', retryNow);
      if (typeof document !== 'undefined') document.removeEventListener('visibilitychange', retryNow);
      link.close();
    },
  };
}
