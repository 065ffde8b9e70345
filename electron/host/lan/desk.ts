import type { AdmittedScreen, EventState } from '../../../shared/domain/state.ts';
import type { SeatId } from '../../../shared/kernel/brand.ts';
import type { HostClock } from '../clock.ts';
import type { BallotBox } from './ballot-box.ts';
import type { ChairDesk } from './chair-desk.ts';
import type { MonitorDesk } from './monitor-desk.ts';
import type { OrderDesk } from './order-desk.ts';
import type { PairingDesk } from './pairing-desk.ts';
import type { Publisher } from './publisher.ts';
import type { Roster } from './roster.ts';

/** What a connection needs of the host. */
export type Desk = {
  readonly clock: HostClock;
  readonly consoleToken: string;
  /** The state as it is on disk. */
  readonly state: () => EventState;
  /** Every origin under which the host can be reached, the chosen one first. */
  readonly origins: () => readonly string[];
  readonly publisher: Publisher;
  readonly roster: Roster;
  readonly pairing: PairingDesk;
  readonly ballots: BallotBox;
  readonly orders: OrderDesk;
  readonly monitors: MonitorDesk;
  readonly chairs: ChairDesk;
  /** The seat that this key may vote for now; null for a key that has been replaced or was never paired. */
  readonly seatOfKey: (publicKey: string) => { readonly seat: SeatId; readonly device: number } | null;
  readonly screenOfKey: (publicKey: string) => Pick<AdmittedScreen, 'id' | 'role' | 'isSameMachine'> | null;
  readonly countRefusal: (code: string, path: string, from: string) => void;
  readonly sessionEnded: (session: object) => void;
  readonly report: (where: string, fault: unknown) => void;
};
