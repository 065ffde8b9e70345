import type { Attachment } from '../domain/attachment.ts';
import type { Head } from '../domain/log/entry.ts';
import type { ChangeKind, Look, UnitExit } from '../domain/state.ts';
import type { Closing, WhatIf } from '../domain/two-person-act.ts';
import type { LocalText } from '../kernel/language.ts';
import type { LookBackView } from './look-back-view.ts';
import type { VersionView } from './version-view.ts';
import type { AttemptView, CountsView, EventView, NoResult, RuleView, UnitView } from './view-sections.ts';

/** A decision about one seat in a round. */
export type SeatDecisionView = {
  readonly seat: number;
  readonly decision: 'absent' | 'excluded' | 'paper' | 'recused';
  readonly reason: string;
};

/** One round as the monitor watches it: counts and exceptions, never a mark before the count. */
export type MonitorRound = {
  readonly round: string;
  /** Null where one ballot paper holds all units. */
  readonly unit: UnitView | null;
  /** Only where it is on one attempt of the unit. */
  readonly attempt?: AttemptView;
  /** The ballots cast in it. */
  readonly forms: readonly LocalText[];
  /** Cast by cards (无记名): no seat is named below. */
  readonly isSecret: boolean;
  readonly number: number;
  readonly opening: number;
  readonly state: 'open' | 'locked' | 'counted' | 'voided';
  readonly counts: CountsView;
  /** How many ballots or decisions are still waited for before the lock. */
  readonly due: number;
  /** Groups of a secret round that fewer ballots are waited for. */
  readonly lowered: readonly { readonly group: LocalText; readonly by: number; readonly reason: string }[];
  /** Numbers of the seats that nothing is known of yet; none of a secret round. */
  readonly missing: readonly number[];
  readonly decisions: readonly SeatDecisionView[];
  /** Seats whose ballot was given back and hasn't come again. */
  readonly returned: readonly number[];
  readonly movedTo: LocalText | null;
};

/** One line of the changelog. Wall times are ms since 1970 UTC. */
export type ChangeView = {
  readonly n: number;
  /** The entry as `verify` names it: its number, after the version's where the event has several. */
  readonly entry: string;
  readonly wall: number;
  readonly what: ChangeKind;
  readonly unit: LocalText | null;
  /** Only of a line about one attempt of the unit. */
  readonly attempt?: LocalText;
  /** For which unit a round that is void was meant. */
  readonly toUnit: LocalText | null;
  readonly seats: readonly number[];
  readonly reason: string;
  /** Name of the second device; null where one person may act alone. */
  readonly seconded: string | null;
  /** The device that acted, or the second one, is the host's own machine. */
  readonly isSameMachine?: true;
  /** Only where a superseding version begins. */
  readonly version?: VersionView;
};

export type LookView = {
  readonly n: number;
  /** The entry's name: its number, with its version's before it where there are several. */
  readonly entry: string;
  readonly wall: number;
  readonly by: Look['by'];
  /** Name of the monitor's device; null for the operator. */
  readonly device: string | null;
  readonly what: Look['what'];
  readonly unit: LocalText | null;
  readonly seat: number | null;
};

/** A ballot worth a second look; it changes nothing by itself. `distance` is decimal text. */
export type OddBallotView =
  | {
      readonly kind: 'far-from-median';
      readonly seat: number;
      /** The unit's name, with that of the attempt where the ballot is on one. */
      readonly unit: LocalText;
      readonly distance: string;
    }
  | { readonly kind: 'all-equal' | 'reversed'; readonly seat: number; readonly division?: LocalText };

export type ExitView = {
  readonly id: string;
  readonly unit: LocalText;
  readonly why: UnitExit;
  readonly reason: string;
};

/** A panelist who is or was out of the hall. */
export type AbsenceView = {
  /** The entry that it began with. */
  readonly n: number;
  readonly seat: number;
  readonly left: MomentView;
  /** Null while the panelist is still away. */
  readonly back: MomentView | null;
  /** What the seat was absent from because of it. */
  readonly missed: readonly LocalText[];
};

/** `step` is the one on stage then; null before the first. */
export type MomentView = {
  readonly wall: number;
  readonly step: LocalText | null;
  readonly reason: string;
};

export type ProposalView = {
  readonly id: number;
  readonly reason: string;
  /** SHA-256 of the act's canonical text: what a second device signs. */
  readonly actHash: string;
  readonly act:
    | { readonly kind: 'reopen'; readonly unit: LocalText }
    | { readonly kind: 'take-back' }
    | {
        readonly kind: 'void';
        readonly unit: LocalText;
        readonly why: 'vote-again' | 'wrong-unit';
        readonly toUnit: LocalText | null;
      }
    | { readonly kind: 'what-if'; readonly question: WhatIfView }
    | ({ readonly kind: 'close'; readonly head: Head } & Closing);
};

export type WhatIfView =
  | Extract<WhatIf, { kind: 'without-trim' }>
  | { readonly kind: 'without-group'; readonly group: LocalText };

/** A unit that would stand elsewhere. */
export type MovedView = {
  readonly unit: LocalText;
  readonly place: string | null;
  readonly otherwise: string | null;
};

export type WhatIfAnswerView = {
  readonly proposal: number;
  readonly question: WhatIfView;
  /** Null until whoever is shown this has looked at the result. */
  readonly moved: readonly MovedView[] | null;
};

export type ObjectionView = {
  readonly reason: string;
  readonly overridden: string | null;
  /** Whether the chair's own device overrode it, and not the operator with the chair's consent. */
  readonly isByDevice: boolean;
};

export type MonitorFigure = {
  readonly unit: LocalText;
  /** Among whom it is ranked; not there in an event without divisions. */
  readonly division?: LocalText;
  readonly place: string | null;
  readonly isShared: boolean;
  readonly total: string | null;
  /** Only there without a total. */
  readonly noTotal?: NoResult;
  readonly groups: readonly {
    readonly mean: string | null;
    readonly ballots: number;
    readonly struck: number;
  }[];
};

/** After the count. The figures are there once this device has asked to see them, which is logged. */
export type MonitorResult = {
  readonly phase: 'counted' | 'released';
  readonly count: number;
  readonly rule: RuleView;
  /** SHA-256 of the figures' canonical text: what is co-signed. */
  readonly figures: string;
  readonly isSeen: boolean;
  readonly rows: readonly MonitorFigure[];
  readonly coSigned: boolean;
  readonly objection: ObjectionView | null;
  /** Null until the release; the chair's device by its name. */
  readonly released: { readonly by: 'chair' | 'operator'; readonly device: string | null } | null;
  /** A signature of this count was given on the host's own machine. */
  readonly isSameMachine?: true;
  /** Null until this device has asked for the figures, and a moment longer: they are looked for after the answer. */
  readonly odd: readonly OddBallotView[] | null;
};

/** Sections that every monitor's device receives alike. */
export type MonitorSharedView = {
  readonly event: EventView;
  readonly stage: {
    readonly stepName: LocalText | null;
    readonly unit: UnitView | null;
    readonly phase: 'prepared' | 'live' | 'closed';
  };
  readonly rule: {
    readonly name: LocalText;
    readonly hash: string;
    readonly version: number;
    /** False until the first round is opened. */
    readonly isFixed: boolean;
    readonly isMonitorRequired: boolean;
    /** No ballot is ever cast under them: numbers alone are counted. */
    readonly isWithoutBallots?: true;
  };
  readonly rounds: readonly MonitorRound[];
  readonly exits: readonly ExitView[];
  /** In the order of leaving. */
  readonly absences: readonly AbsenceView[];
  readonly changes: readonly ChangeView[];
  readonly looks: readonly LookView[];
  readonly proposals: readonly ProposalView[];
  /** Photos of the signed protocol, in the order of the log. */
  readonly attachments: readonly Attachment[];
  /** The end of the log: its position, and which version of the event it belongs to. */
  readonly log: { readonly lastEntry: number; readonly version: VersionView };
};

/** Sections of one device: they hold figures only once this very device has asked for them. */
export type MonitorOwnView = {
  readonly result: MonitorResult | null;
  readonly whatIfs: readonly WhatIfAnswerView[];
  /** There once this device has asked for the figures. */
  readonly lookBack: LookBackView | null;
};

/** Sections of the monitor's page. */
export type MonitorView = MonitorSharedView & MonitorOwnView;
