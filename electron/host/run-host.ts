import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import type { EventDefinition } from '../../shared/domain/event-definition.ts';
import { versionNumber } from '../../shared/domain/event-version.ts';
import type { RecordedEvent } from '../../shared/domain/events.ts';
import type { Finding } from '../../shared/domain/log/finding.ts';
import type { EventState } from '../../shared/domain/state.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import type { ConsoleHealth } from '../../shared/views/console-view.ts';
import type { HostLinks } from '../shell-link.ts';
import { follow } from './aftermath.ts';
import { Authority } from './authority.ts';
import { gapOfOtherBoot, type HostClock, machineClock } from './clock.ts';
import { ConsoleNews } from './console-news.ts';
import { type EventSession, openSession, type SessionError } from './event-session.ts';
import { HeadKeeper } from './head-keeper.ts';
import { hostDesk } from './host-desk.ts';
import { HostNetwork, listenAddress } from './host-network.ts';
import { isThisMachine } from './lan/peer-address.ts';
import { type PreparedViews, Publisher } from './lan/publisher.ts';
import { SeatCards } from './lan/seat-cards.ts';
import type { Session } from './lan/session.ts';
import type { HostKey } from './log/host-key.ts';
import { writeHostMark } from './log/host-mark.ts';
import { NextVersion } from './next-version.ts';
import { OrderLine } from './order-line.ts';
import { OwnOrders } from './own-orders.ts';
import { ProtocolPhotos } from './protocol-photos.ts';
import { serveEvent } from './serve-event.ts';
import { watchSignatures } from './signature-watch.ts';
import type { PortRefused } from './take-port.ts';

export type HostParts = {
  /** Path of the event file; made from `definition` if it doesn't exist. */
  readonly event: string;
  readonly definition: () => EventDefinition;
  readonly data: string;
  readonly key: HostKey;
  readonly port: number | null;
  readonly address: string | null;
  readonly bind: string | null;
  readonly names: readonly string[];
  readonly isReadOnly: boolean;
  readonly consoleToken?: string;
  readonly clock?: HostClock;
  /** Whether a device of that address is the host's own machine; by default the machine's own addresses say. */
  readonly isThisMachine?: (address: string) => boolean;
  /** Where faults of our own are told; holds no marks. */
  readonly report: (where: string, fault: unknown) => void;
  /** Something that the shell wants to know may have changed. */
  readonly changed: () => void;
  /** The operator has another file be the event from now on; called once what asked for it is answered. */
  readonly goOnWith?: (path: string) => void;
};

export type HostError = SessionError | PortRefused;

/** Without the entries themselves: once their signatures are checked, nobody needs them in memory. */
type KeptSession = Omit<EventSession, 'placed' | 'former'>;

export type RunningHost = {
  readonly links: HostLinks;
  readonly port: number;
  readonly portNote: string | null;
  readonly session: KeptSession;
  readonly state: () => EventState;
  /** Displays as the shell sees them. */
  readonly showDisplays: (displays: ConsoleHealth['displays']['kind']) => void;
  /** The machine is about to sleep, or has woken: time is looked at once more. */
  readonly lookAtTime: () => void;
  /** Orderly: everything closed, one whole file left behind. */
  readonly stop: () => Promise<void>;
};

/** Starts the one authority of an event, with its pages on the LAN. Expected failures are values; DiskFault is thrown. */
export async function runHost(parts: HostParts): Promise<Result<RunningHost, HostError>> {
  const clock = parts.clock ?? machineClock();
  const opened = openSession(
    { path: parts.event, address: '', data: parts.data, key: parts.key, clock },
    parts.definition,
  );
  if (!opened.ok) return opened;
  const host = new Host(parts, clock, opened.value);
  let isRunning = false;
  try {
    const started = await host.start();
    isRunning = started.ok;
    return started;
  } finally {
    if (!isRunning) await host.stop();
  }
}

class Host {
  readonly #parts: HostParts;
  readonly #clock: HostClock;
  readonly #session: KeptSession;
  readonly #authority: Authority<PreparedViews>;
  readonly #orders: OrderLine;
  readonly #publisher: Publisher;
  readonly #news: ConsoleNews;
  readonly #cards: SeatCards;
  readonly #network: HostNetwork;
  readonly #own: OwnOrders;
  readonly #head: HeadKeeper;
  readonly #photos: ProtocolPhotos;
  readonly #nextVersion: NextVersion;
  readonly #sessions = new Set<Session>();
  readonly #consoleToken: string;
  readonly #stopSignatures: () => void;
  #stopServer: () => Promise<void> = async () => undefined;
  #isStopped = false;

  constructor(parts: HostParts, clock: HostClock, { placed, former, ...session }: EventSession) {
    this.#parts = parts;
    this.#clock = clock;
    this.#session = session;
    const { state, file, writer, accepted } = session;
    this.#consoleToken = parts.consoleToken ?? randomBytes(16).toString('hex');
    this.#news = new ConsoleNews({
      clock,
      isReadOnly: parts.isReadOnly,
      fileNotice: session.notices[0]?.code ?? null,
      disk: () => this.#disk(),
      network: () => this.#network.view(),
      // Asked once before it stands.
      nextVersion: () => this.#nextVersion?.view() ?? null,
      changesFor: (role) => this.#publisher?.changesFor(role) ?? 0,
      refresh: () => this.#publisher.refreshConsole(),
    });
    for (const seat of Object.keys(state.seatDevices)) this.#news.roster.seatAwaited(seat, clock.wall());
    this.#cards = new SeatCards(file, state.definition.id, state.definition.seats);
    this.#network = new HostNetwork({
      listensOn: listenAddress(parts),
      asked: parts.address,
      store: parts.isReadOnly ? null : file,
      remembered: file.settings().address,
      report: parts.report,
      isBound: () => this.#isBound(),
      changed: () => {
        this.#network.remember();
        this.#news.changed();
      },
    });
    this.#news.happened(state, session.lastRecorded);
    this.#publisher = new Publisher(clock.wall(), state, () => this.#news.liveInfo(), parts.report);
    this.#authority = new Authority<PreparedViews>({
      state,
      file,
      writer,
      clock,
      accepted,
      isReadOnly: parts.isReadOnly,
      report: parts.report,
      screens: {
        prepare: (next) => this.#publisher.prepare(next),
        publish: (views, recorded) => this.#published(views, recorded),
      },
      diskChanged: () => {
        this.#news.changed();
        this.#own.look();
      },
    });
    this.#orders = new OrderLine(this.#authority);
    this.#head = new HeadKeeper(
      parts.data,
      {
        event: state.definition.id,
        version: versionNumber(state),
        first: placed[0]?.hash ?? null,
      },
      () => this.#authority.head,
      parts.report,
    );
    this.#photos = new ProtocolPhotos({
      authority: this.#orders,
      file,
      clock,
      isReadOnly: parts.isReadOnly,
      report: parts.report,
    });
    this.#nextVersion = new NextVersion({
      authority: this.#orders,
      file,
      data: parts.data,
      clock,
      isReadOnly: parts.isReadOnly,
      report: parts.report,
      goOnWith: (path) => setImmediate(() => parts.goOnWith?.(path)),
    });
    this.#own = new OwnOrders({
      clock,
      orders: this.#orders,
      state: () => this.#authority.state,
      report: parts.report,
    });
    const found = (finding: Finding) => {
      parts.report('signature', finding);
      this.#news.signatureFound(finding);
    };
    this.#stopSignatures = watchSignatures(state.definition.id, placed, found, former);
  }

  async start(): Promise<Result<RunningHost, HostError>> {
    // Before anybody can send a new one.
    this.#photos.clearLeftovers();
    const shared = {
      clock: this.#clock,
      file: this.#session.file,
      cards: this.#cards,
      network: this.#network,
      sessions: this.#sessions,
    };
    const taken = await serveEvent(
      {
        ...shared,
        desk: hostDesk({
          ...shared,
          consoleToken: this.#consoleToken,
          orders: this.#orders,
          news: this.#news,
          publisher: this.#publisher,
          nextVersion: this.#nextVersion,
          report: this.#parts.report,
        }),
        authority: this.#authority,
        photos: this.#photos,
        noteHead: () => this.#head.note(),
        names: this.#parts.names,
        isThisMachine: this.#parts.isThisMachine ?? ((address) => isThisMachine(address)),
      },
      { host: listenAddress(this.#parts), port: this.#parts.port, isBound: this.#isBound() },
    );
    if (!taken.ok) return taken;
    const { server, note } = taken.value;
    this.#stopServer = server.stop;
    this.#network.start(server.port, note);
    this.#network.remember();
    writeHostMark(resolve(this.#parts.event), this.#network.origin, this.#clock.wall());
    const gap = gapOfOtherBoot(this.#session.lastEntry, this.#clock);
    if (gap) await this.#authority.submit({ command: gap, by: { role: 'host' }, ref: null });
    this.#own.start();
    this.#publisher.refreshConsole();
    return ok(this.#running(server.port, note));
  }

  async stop(): Promise<void> {
    if (this.#isStopped) return;
    this.#isStopped = true;
    this.#own.stopWatching();
    this.#network.stop();
    this.#stopSignatures();
    for (const session of this.#sessions) session.end();
    await this.#stopServer();
    await this.#photos.stop();
    await this.#orders.stop();
    this.#own.stop();
    this.#news.stop();
    this.#publisher.stop();
    this.#head.note();
    try {
      this.#session.file.close();
    } catch (fault) {
      // A full disk: what was acknowledged is in the file and its -wal, and the next start takes both.
      this.#parts.report('close', fault);
    }
  }

  #running(port: number, portNote: string | null): RunningHost {
    const { links } = this.#network.view();
    return {
      links: { ...links, console: `http://127.0.0.1:${port}/console?token=${this.#consoleToken}` },
      port,
      portNote,
      session: this.#session,
      state: () => this.#authority.state,
      showDisplays: (displays) => this.#news.displaysChanged(displays),
      lookAtTime: () => this.#own.lookAtTime(),
      stop: () => this.stop(),
    };
  }

  #disk(): ConsoleHealth['disk'] {
    // Asked once before the authority stands.
    const disk = this.#authority?.disk ?? { kind: 'ok' };
    return disk.kind === 'ok' ? disk : { ...disk, lastGood: this.#authority.head.n };
  }

  #published(views: PreparedViews, recorded: readonly RecordedEvent[]): void {
    this.#publisher.publish(views);
    this.#news.happened(views.state, recorded);
    this.#head.moved();
    this.#own.look();
    follow(recorded, {
      file: this.#session.file,
      sessions: this.#sessions,
      noteHead: () => this.#head.note(),
      addressTold: () => this.#network.remember(),
      report: this.#parts.report,
    });
    this.#parts.changed();
  }

  /** Cards are printed or devices paired: they know this address and port and no other. */
  #isBound(): boolean {
    // Asked once before the authority stands.
    const { cardsPrinted, seatDevices } = this.#authority?.state ?? this.#session.state;
    return cardsPrinted || Object.keys(seatDevices).length > 0;
  }
}
