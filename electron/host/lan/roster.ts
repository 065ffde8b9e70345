import { randomInt } from 'node:crypto';
import type { AdmittedScreen } from '../../../shared/domain/state.ts';
import type { AdmissionRequest, ConsoleScreen } from '../../../shared/views/console-view.ts';
import type { SeatConnection } from '../../../shared/views/live-info.ts';

/** What a waiting device is told when the operator has decided. */
export type Applicant = {
  readonly publicKey: string;
  readonly admitted: () => void;
  readonly refused: () => void;
};

type Presence = {
  readonly sockets: Set<object>;
  offlineSinceWall: number | null;
  roundTripMs: number | null;
};

type Screen = Omit<ConsoleScreen, 'isUpToDate' | 'isOnline'> & { readonly version: number };

type PendingRequest = { readonly request: AdmissionRequest; readonly applicant: Applicant };

/** Who is connected and who waits to be let in. Kept in memory only: it says how things are now. */
export class Roster {
  readonly #changed: () => void;
  readonly #seats = new Map<string, Presence>();
  readonly #screens = new Map<object, Screen>();
  readonly #requests = new Map<string, PendingRequest>();
  #nextRequest = 1;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** A seat that has a device from an earlier start counts as offline until that device is back. */
  seatAwaited(seat: string, wall: number): void {
    this.#seats.set(seat, { sockets: new Set(), offlineSinceWall: wall, roundTripMs: null });
  }

  /** A socket of a seat has been admitted. */
  seatCame(seat: string, socket: object): void {
    const presence = this.#seats.get(seat) ?? {
      sockets: new Set(),
      offlineSinceWall: null,
      roundTripMs: null,
    };
    presence.sockets.add(socket);
    presence.offlineSinceWall = null;
    this.#seats.set(seat, presence);
    this.#changed();
  }

  seatLeft(seat: string, socket: object, wall: number): void {
    const presence = this.#seats.get(seat);
    if (!presence?.sockets.delete(socket) || presence.sockets.size > 0) return;
    presence.offlineSinceWall = wall;
    presence.roundTripMs = null;
    this.#changed();
  }

  screenCame(socket: object, screen: Pick<Screen, 'id' | 'role' | 'name'>): void {
    this.#screens.set(socket, { ...screen, roundTripMs: null, version: 0 });
    this.#changed();
  }

  screenLeft(socket: object): void {
    if (this.#screens.delete(socket)) this.#changed();
  }

  /** A pong: its round trip in ms and the newest view that the page has drawn. */
  answered(socket: object, seat: string | null, roundTripMs: number, version: number): void {
    const presence = seat === null ? undefined : this.#seats.get(seat);
    if (presence) presence.roundTripMs = roundTripMs;
    const screen = this.#screens.get(socket);
    if (!screen) return;
    this.#screens.set(socket, { ...screen, roundTripMs, version });
    // Round trips alone are no news: while nothing happens, nothing but heartbeats is sent.
    if (screen.version !== version) this.#changed();
  }

  /** A screen without a card asks to be let in; returns the four digits that it shows. */
  askForScreen(
    role: AdmittedScreen['role'],
    { address, isSameMachine }: { readonly address: string; readonly isSameMachine: boolean },
    applicant: Applicant,
  ): { readonly id: string; readonly number: string } {
    const taken = new Set(
      [...this.#requests.values()].map(({ request }) => (request.kind === 'screen' ? request.number : '')),
    );
    let number = '';
    do number = String(randomInt(1000, 10_000));
    while (taken.has(number));
    const id = this.#addRequest(
      (requestId) => ({
        kind: 'screen',
        id: requestId,
        number,
        role,
        address,
        ...(isSameMachine && { isSameMachine }),
      }),
      applicant,
    );
    return { id, number };
  }

  /** A second device holds a seat's card; the operator decides whether it takes the seat over. */
  askForSeat(seat: string, seatNumber: number, address: string, applicant: Applicant): string {
    return this.#addRequest((id) => ({ kind: 'seat', id, seat, seatNumber, address }), applicant);
  }

  /** Takes a request out to be decided; null if it is gone. */
  take(id: string): PendingRequest | null {
    const pending = this.#requests.get(id) ?? null;
    if (this.#requests.delete(id)) this.#changed();
    return pending;
  }

  withdraw(id: string): void {
    if (this.#requests.delete(id)) this.#changed();
  }

  seatConnections(): { readonly [seat: string]: SeatConnection } {
    return Object.fromEntries(
      [...this.#seats].map(([seat, { sockets, offlineSinceWall, roundTripMs }]) => [
        seat,
        { isOnline: sockets.size > 0, offlineSinceWall, roundTripMs },
      ]),
    );
  }

  /** `changes` says how many view changes a screen of a role should have drawn. */
  screens(changes: (role: ConsoleScreen['role']) => number): readonly ConsoleScreen[] {
    return [...this.#screens.values()].map(({ version, ...screen }) => ({
      ...screen,
      isOnline: true,
      isUpToDate: version >= changes(screen.role),
    }));
  }

  requests(): readonly AdmissionRequest[] {
    return [...this.#requests.values()].map(({ request }) => request);
  }

  #addRequest(make: (id: string) => AdmissionRequest, applicant: Applicant): string {
    const id = `request-${this.#nextRequest}`;
    this.#nextRequest += 1;
    this.#requests.set(id, { request: make(id), applicant });
    this.#changed();
    return id;
  }
}
