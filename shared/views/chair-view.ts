import type { ChairsMatter } from '../domain/state.ts';
import type { LocalText } from '../kernel/language.ts';
import type { ObjectionView } from './monitor-view.ts';
import type { EventView, UnitView } from './view-sections.ts';

/** How far the count has come. Of held figures only their hash is here. */
export type ChairResult = {
  readonly phase: 'counted' | 'released';
  readonly count: number;
  /** SHA-256 of the figures' canonical text: what is signed, and what monitor and console show too. */
  readonly figures: string;
  /** Units with a place. */
  readonly places: number;
  readonly isMonitorRequired: boolean;
  /** By which device the count is co-signed, and when; null where it isn't. */
  readonly coSigned: {
    readonly device: string;
    readonly wall: number;
    /** It is the host's own machine. */
    readonly isSameMachine?: true;
  } | null;
  readonly objection: ObjectionView | null;
  /** What the chair decides now; null while nothing. */
  readonly matter: ChairsMatter | null;
  /** What the release still waits for besides the chair; null where for nothing. */
  readonly waitsFor: 'co-signature' | 'release-step' | null;
  /** Whether the operator has asked for what the chair decides now. */
  readonly isAsked: boolean;
  /** Whether some mean rests on fewer ballots than the rules publish without a word. */
  readonly isFewerThanThree: boolean;
  /** Null until the release. */
  readonly released: null | {
    /** Whether the chair's own device signed it; else the operator acted with the chair's consent. */
    readonly isByChair: boolean;
    /** Ranked places that the hall has been shown, from the last upwards. */
    readonly revealed: number;
  };
};

/** What the chair's device that is admitted now has signed, as it stands in the changelog. */
export type ChairsAct = {
  readonly entry: string;
  readonly wall: number;
  readonly what: 'released' | 'overridden';
  readonly reason: string;
};

/** Sections of the chair's page. */
export type ChairView = {
  readonly event: EventView;
  readonly stage: {
    readonly stepName: LocalText | null;
    readonly unit: UnitView | null;
    readonly phase: 'prepared' | 'live' | 'closed';
  };
  readonly result: ChairResult | null;
  /** The latest last. */
  readonly acts: readonly ChairsAct[];
};
