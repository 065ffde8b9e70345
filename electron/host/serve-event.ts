import { join } from 'node:path';
import type { Result } from '../../shared/kernel/result.ts';
import type { Authority } from './authority.ts';
import type { HostClock } from './clock.ts';
import { answerDownload, listSheets } from './downloads.ts';
import { programFolder } from './event-session.ts';
import type { HostNetwork } from './host-network.ts';
import { cardSheet } from './lan/card-sheet.ts';
import type { Desk } from './lan/desk.ts';
import { KnownOrigins } from './lan/known-origins.ts';
import type { PreparedViews } from './lan/publisher.ts';
import type { SeatCards } from './lan/seat-cards.ts';
import type { Session } from './lan/session.ts';
import { startWebServer } from './lan/web-server.ts';
import type { EventFile } from './log/event-file.ts';
import type { ProtocolPhotos } from './protocol-photos.ts';
import { type PortRefused, takePort } from './take-port.ts';

type ServedParts = {
  readonly desk: Desk;
  readonly authority: Authority<PreparedViews>;
  readonly clock: HostClock;
  readonly file: EventFile;
  readonly photos: ProtocolPhotos;
  readonly cards: SeatCards;
  readonly network: HostNetwork;
  readonly sessions: Set<Session>;
  readonly noteHead: () => void;
  /** Names under which the host is known beside its addresses. */
  readonly names: readonly string[];
  /** Whether a device of that address is the host's own machine. */
  readonly isThisMachine: (address: string) => boolean;
};

type Place = {
  readonly host: string;
  /** The one asked for; the event's own goes before it once the event is bound to it. */
  readonly port: number | null;
  readonly isBound: boolean;
};

type Served = {
  readonly server: Awaited<ReturnType<typeof startWebServer>>;
  /** Which port was taken, and by whom; null where the wished one was free. */
  readonly note: string | null;
};

/** Puts an event's pages, documents and connections on the network, at its own port or at one that is free. */
export function serveEvent(parts: ServedParts, place: Place): Promise<Result<Served, PortRefused>> {
  const { desk, authority, clock, file, photos, cards, network, sessions, noteHead, names, isThisMachine } =
    parts;
  const settings = file.settings();
  const origins = new KnownOrigins({ addresses: () => network.addresses, names, former: settings.origins });
  const port = settings.port && place.isBound ? settings.port : (place.port ?? settings.port);
  return takePort({ port, isBound: place.isBound }, async (free) => {
    const server = await startWebServer(
      {
        pagesFolder: join(programFolder(), 'dist', 'renderer'),
        desk,
        origins,
        sessionStarted: (session) => sessions.add(session),
        cardSheet: () => cardSheet(authority.state, cards, network.origin),
        scheme: () => authority.state.definition.scheme,
        sheetList: (language) => listSheets(authority.state, language),
        photos,
        isThisMachine,
        download: (path, wish) => answerDownload({ authority, clock, file, photos, noteHead }, path, wish),
      },
      { host: place.host, port: free },
    );
    origins.listening(server.port);
    return server;
  });
}
