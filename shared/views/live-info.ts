import type {
  AdmissionRequest,
  ConsoleHealth,
  ConsoleNetwork,
  ConsoleScreen,
  RecentEntry,
  Refusals,
} from './console-view.ts';
import type { NextVersionView } from './version-view.ts';

export type SeatConnection = {
  readonly isOnline: boolean;
  readonly offlineSinceWall: number | null;
  readonly roundTripMs: number | null;
};

/** What the host knows beside the log: connections, disk, network. Only the console is told. */
export type LiveInfo = {
  /** By seat; a seat never heard of is absent. */
  readonly seats: { readonly [seat: string]: SeatConnection };
  readonly screens: readonly ConsoleScreen[];
  readonly requests: readonly AdmissionRequest[];
  readonly recent: readonly RecentEntry[];
  readonly health: Omit<ConsoleHealth, 'gap' | 'lastEntry'>;
  readonly network: ConsoleNetwork;
  readonly refusals: Refusals;
  /** Not there where the host can't tell, null while the event isn't closed. */
  readonly nextVersion?: NextVersionView | null;
};
