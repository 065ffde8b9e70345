import type { HostClock } from './clock.ts';
import type { ConsoleNews } from './console-news.ts';
import type { HostNetwork } from './host-network.ts';
import { BallotBox } from './lan/ballot-box.ts';
import { ChairDesk } from './lan/chair-desk.ts';
import type { Desk } from './lan/desk.ts';
import { screenOfKey, seatOfKey } from './lan/device-keys.ts';
import { MonitorDesk } from './lan/monitor-desk.ts';
import { OrderDesk } from './lan/order-desk.ts';
import { PairingDesk } from './lan/pairing-desk.ts';
import type { Publisher } from './lan/publisher.ts';
import type { SeatCards } from './lan/seat-cards.ts';
import type { Session } from './lan/session.ts';
import type { EventFile } from './log/event-file.ts';
import type { NextVersion } from './next-version.ts';
import type { OrderLine } from './order-line.ts';

type HostDeskParts = {
  readonly clock: HostClock;
  readonly consoleToken: string;
  readonly orders: OrderLine;
  readonly file: EventFile;
  readonly cards: SeatCards;
  readonly news: ConsoleNews;
  readonly network: HostNetwork;
  readonly publisher: Publisher;
  readonly nextVersion: NextVersion;
  readonly sessions: Set<Session>;
  readonly report: (where: string, fault: unknown) => void;
};

/** The desk that every connection of an event is served at: who may ask for what is decided there. */
export function hostDesk(parts: HostDeskParts): Desk {
  const { clock, consoleToken, orders, file, cards, news, network, publisher, sessions, report } = parts;
  const { roster } = news;
  const pairing = new PairingDesk({ authority: orders, cards, clock, report });
  return {
    clock,
    consoleToken,
    state: () => orders.state,
    origins: () => network.origins,
    publisher,
    roster,
    pairing,
    ballots: new BallotBox(orders),
    monitors: new MonitorDesk(orders),
    chairs: new ChairDesk(orders),
    orders: new OrderDesk({
      authority: orders,
      pairing,
      roster,
      cards,
      versions: parts.nextVersion,
      chooseAddress: (address) => network.choose(address),
      cardsPrinted: () => file.changeSettings({ cardsPrinted: true }),
      consoleChanged: () => news.changed(),
    }),
    seatOfKey: (publicKey) => seatOfKey(orders.state, publicKey),
    screenOfKey: (publicKey) => screenOfKey(orders.state, publicKey),
    countRefusal: (code, path, from) => news.refused(code, path, from),
    sessionEnded: (session) => sessions.delete(session as Session),
    report,
  };
}
