import type { ChairView } from '../views/chair-view.ts';
import type { ConsoleView } from '../views/console-view.ts';
import type { MonitorView } from '../views/monitor-view.ts';
import type { PanelView, ProjectorView, PrompterView, SeatView } from '../views/view-sections.ts';
import type { Role } from './roles.ts';

/** What each role's page is shown. A message carries only the sections that changed. */
export type ViewOf = {
  readonly console: ConsoleView;
  readonly projector: ProjectorView;
  readonly panel: PanelView & SeatView;
  readonly prompter: PrompterView;
  readonly monitor: MonitorView;
  readonly chair: ChairView;
};

/** Orders a view's messages: start of the host (wall ms), then the number of changes of this role's view. */
export type ViewVersion = { readonly start: number; readonly n: number };

export type Refusal = {
  readonly code: string;
  /** Where in the message, such as `values.c2`; empty for the whole. */
  readonly path: string;
  readonly params: { readonly [name: string]: string | number };
};

export type CommandOutcome =
  | { readonly kind: 'accepted'; readonly entry: number | null }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export type BallotOutcome =
  | {
      readonly kind: 'stored';
      readonly round: string;
      readonly opening: number;
      readonly ballotNumber: number;
      readonly values: { readonly [criterion: string]: string };
      readonly code: string;
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Everything the host may say to a page. Instants are ms of the host's monotonic clock. */
export type HostMessage =
  | {
      readonly kind: 'welcome';
      readonly protocol: number;
      /** Signed by devices to prove their key on this connection. */
      readonly challenge: string;
      readonly eventId: string;
      /** Every origin under which the host can be reached, the chosen one first. */
      readonly origins: readonly string[];
      readonly at: number;
      /** The page of a signing device runs on the host's own machine: its person signs with a PIN. */
      readonly isSameMachine?: true;
    }
  /** What the page has to do before it is shown anything. */
  | {
      readonly kind: 'admission';
      readonly state: 'pair' | 'prove' | 'asked' | 'refused' | 'wait-for-operator';
      readonly number: string | null;
      readonly retryAfterMs: number | null;
      readonly refusal: Refusal | null;
    }
  | {
      readonly kind: 'admitted';
      readonly role: Role;
      readonly seat: string | null;
      readonly device: number | null;
      /** Under which id a prompter, a monitor or the chair was admitted; signatures of the latter two name it. */
      readonly screen: string | null;
    }
  | {
      readonly kind: 'view';
      readonly version: ViewVersion;
      readonly sections: { readonly [section: string]: unknown };
    }
  | { readonly kind: 'command-outcome'; readonly n: number; readonly outcome: CommandOutcome }
  | { readonly kind: 'ballot-outcome'; readonly n: number; readonly outcome: BallotOutcome }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** Every 2 s. `roundTripMs` is that of the last ping, for the clock offset; null at first. */
  | { readonly kind: 'ping'; readonly id: number; readonly at: number; readonly roundTripMs: number | null };
