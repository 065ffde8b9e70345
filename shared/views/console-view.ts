import type { Attachment } from '../domain/attachment.ts';
import type { CurtainKind } from '../domain/curtain.ts';
import type { FindingCode } from '../domain/log/finding.ts';
import type { FactAsked, MeasureAsked, PointsNode } from '../domain/scoring/beside-ballots.ts';
import type { BallotType } from '../domain/scoring/rules/ballot-type.ts';
import type { Measurement } from '../domain/scoring/rules/contest.ts';
import type { ChairsMatter } from '../domain/state.ts';
import type { LocalText } from '../kernel/language.ts';
import type { ChangeView, ExitView, ObjectionView, ProposalView, WhatIfAnswerView } from './monitor-view.ts';
import type { NextStageView } from './next-stage-view.ts';
import type { NextVersionView, VersionView } from './version-view.ts';
import type {
  AttemptView,
  CountsView,
  EventView,
  NoResult,
  ProjectorView,
  RankingRow,
  RuleView,
  SceneView,
  TimerView,
  UnitView,
} from './view-sections.ts';

/** Wall times are ms since 1970 UTC; lengths are ms. */
export type AgendaRow = {
  readonly step: string;
  readonly name: LocalText;
  readonly who: LocalText;
  readonly unit: string | null;
  readonly attempt?: AttemptView;
  readonly plannedMs: number;
  readonly scene: string;
  readonly isBackground: boolean;
  readonly state: 'done' | 'current' | 'ahead' | 'skipped' | 'background';
  readonly startedWall: number | null;
  readonly endedWall: number | null;
};

/** What the big button does. `held` names what has to be settled first: amber, Space does nothing. */
export type NextAction =
  | { readonly kind: 'start'; readonly stepName: LocalText; readonly scene: SceneView }
  | {
      readonly kind: 'step';
      readonly stepName: LocalText;
      readonly unit: UnitView | null;
      readonly scene: SceneView;
      readonly timerMs: number | null;
      readonly startsTimer: boolean;
      readonly opensRound: boolean;
      /** Units whose rounds stay open as the step on stage is left. */
      readonly keepsOpen: readonly UnitView[];
      /** A background step that starts together with this one. */
      readonly background: LocalText | null;
    }
  | {
      readonly kind: 'reveal';
      readonly division?: LocalText;
      readonly row: RankingRow;
      readonly left: number;
      readonly scene: SceneView;
    }
  | {
      readonly kind: 'lock';
      /** The last of those that are locked. */
      readonly round: string;
      readonly unit: UnitView | null;
      /** All units whose rounds are locked; none where one ballot paper holds all. */
      readonly locks: readonly UnitView[];
      /** Units whose rounds stay open all the same. */
      readonly keepsOpen: readonly UnitView[];
      /** Of all the rounds that are locked. */
      readonly submitted: number;
      readonly expected: number;
    }
  | {
      readonly kind: 'release';
      readonly places: number;
      /** The division that is revealed first, in an event with divisions. */
      readonly first?: { readonly division: LocalText; readonly places: number };
      readonly isFewerThanThree: boolean;
    }
  /** The chair's own device acts; the press only asks it to. */
  | { readonly kind: 'ask-chair'; readonly about: ChairsMatter }
  /** With a required monitor the press only asks for its signature. */
  | { readonly kind: 'close'; readonly asksMonitor: boolean }
  | {
      readonly kind: 'held';
      readonly needs: 'missing-seats';
      readonly round: string;
      /** None are named of a secret round. */
      readonly seats: readonly string[];
      readonly count: number;
    }
  | {
      readonly kind: 'held';
      readonly needs: 'count' | 'clock-gap' | 'disk' | 'co-signature' | 'objection' | 'close-signature';
    }
  /** The chair's own device was asked, at a wall time. */
  | { readonly kind: 'held'; readonly needs: 'chair'; readonly about: ChairsMatter; readonly wall: number }
  | { readonly kind: 'ended' };

export type ConsoleRound = {
  readonly round: string;
  /** Null where one ballot paper holds all `units`. */
  readonly unit: UnitView | null;
  /** Only where it is on one attempt of the unit. */
  readonly attempt?: AttemptView;
  readonly units: readonly UnitView[];
  /** The ballots cast in it, by id. */
  readonly forms: readonly string[];
  /** Cast by cards (无记名): no seat is named below, and nothing can be decided about one. */
  readonly isSecret: boolean;
  /** 1 for the first round of this unit, 2 for a re-vote. */
  readonly number: number;
  readonly opening: number;
  readonly state: 'open' | 'locked' | 'counted' | 'voided';
  readonly counts: CountsView;
  /** How many ballots or decisions are still waited for before the lock. */
  readonly due: number;
  /** Groups of a secret round that fewer ballots are waited for, and what is still due of each. */
  readonly cards: readonly {
    readonly group: string;
    readonly due: number;
    readonly lowered: number;
    readonly reason: string;
  }[];
  /** Expected seats without a ballot and without a decision; none are named of a secret round. */
  readonly missing: readonly string[];
  readonly decisions: readonly {
    readonly seat: string;
    readonly decision: MissingDecision | 'recused';
    readonly reason: string;
    /** Only where the panelist was away: the entry that the absence began with. */
    readonly leftAt?: number;
  }[];
  /** Seats whose paper ballot is announced, but not entered yet. */
  readonly paperAwaited: readonly string[];
  /** Seats whose ballot was given back and hasn't come again. */
  readonly returned: readonly string[];
  /** The unit that a round of the wrong unit was meant for; null otherwise. */
  readonly movedTo: UnitView | null;
};

/** One of the scheme's ballots, by id, with the attempt that it is cast on; null where it is on the unit itself. */
export type CastingView = { readonly form: string; readonly attempt: AttemptView | null };

/** One of several rounds that are open at the same time. */
export type OpenRoundView = {
  readonly round: string;
  /** The rounds that are locked together with it, itself among them, in the order of opening. */
  readonly locks: readonly string[];
  /** Each seat's ballot in this round. */
  readonly ballots: { readonly [seat: string]: ConsoleSeat['ballot'] };
};

/** What the operator chooses for a seat without a ballot. */
export type MissingDecision = 'absent' | 'excluded' | 'paper';

export type ConsoleSeat = {
  readonly seat: string;
  readonly number: number;
  readonly group: string;
  readonly device: number | null;
  readonly connection: 'never' | 'online' | 'offline';
  /** Wall time since when the seat is silent; null while online. */
  readonly offlineSinceWall: number | null;
  readonly roundTripMs: number | null;
  /** Since when, as wall time, and why the panelist isn't in the hall; null where nobody said so. */
  readonly away: { readonly sinceWall: number; readonly reason: string } | null;
  /** Whether a ballot of the round on stage is stored; its marks are nobody's business. */
  readonly ballot:
    | 'not-expected'
    | 'secret'
    | 'awaited'
    | 'stored'
    | 'absent'
    | 'excluded'
    | 'recused'
    | 'paper-awaited'
    | 'paper-stored';
};

export type ConsoleScreen = {
  readonly id: string;
  readonly role: 'projector' | 'prompter' | 'monitor' | 'chair';
  readonly name: string;
  readonly isOnline: boolean;
  readonly roundTripMs: number | null;
  /** The number of view changes that this screen has been sent and has confirmed. */
  readonly isUpToDate: boolean;
  /** A signing device that is the host's own machine. */
  readonly isSameMachine?: true;
};

export type AdmissionRequest =
  | {
      readonly kind: 'screen';
      readonly id: string;
      readonly number: string;
      readonly role: 'prompter' | 'monitor' | 'chair';
      readonly address: string;
      /** A signing device that is the host's own machine. */
      readonly isSameMachine?: true;
    }
  | {
      readonly kind: 'seat';
      readonly id: string;
      readonly seat: string;
      readonly seatNumber: number;
      readonly address: string;
    };

export type ResultRow = {
  readonly unit: UnitView;
  /** Among whom it is ranked; not there in an event without divisions. */
  readonly division?: LocalText;
  readonly rank: number | null;
  readonly place: string | null;
  readonly isShared: boolean;
  /** Equal to another unit, and the scheme says that the tie must be decided. */
  readonly isUndecided: boolean;
  readonly total: string | null;
  /** Only there without a total. */
  readonly noTotal?: NoResult;
  readonly groups: readonly {
    readonly mean: string | null;
    readonly ballots: number;
    readonly struck: number;
  }[];
  /** The rules of the tie chain, by number, that parted this row from an equal one. */
  readonly partedBy: readonly number[];
};

/** A result beside the one that stands: by the rules before their last change, or of the version that is superseded. */
export type FormerResult = {
  readonly of: { readonly kind: 'rules' } | { readonly kind: 'version'; readonly version: number };
  readonly rows: readonly Pick<ResultRow, 'unit' | 'place' | 'total'>[];
};

/** Where the reveal stands, in the division that the next press is in; in the last one once all places stand. */
export type RevealView = {
  readonly division: LocalText | null;
  /** How many ranked places it has. */
  readonly places: number;
  /** Its units that are shown, as the hall saw them: last place first. */
  readonly shown: readonly string[];
  /** The unit that the next press shows. */
  readonly next: string | null;
  /** How many of its places are still hidden after that, and how many of all divisions. */
  readonly hidden: number;
  readonly hiddenInAll: number;
};

/** Only after the count; before it the console holds no mark in any form. */
export type ConsoleResult = {
  readonly phase: 'counted' | 'released';
  /** 1 for the event's first count. */
  readonly count: number;
  readonly isMonitorRequired: boolean;
  readonly coSigned: boolean;
  readonly objection: ObjectionView | null;
  /** SHA-256 of the figures' canonical text, to be compared with what monitor and chair are shown. */
  readonly figures: string;
  /** Whether the chair's own device is admitted, which then releases and overrides. */
  readonly hasChair: boolean;
  /** Null until the release. */
  readonly releasedBy: 'chair' | 'operator' | null;
  /** A signature of this count was given on the host's own machine. */
  readonly isSameMachine?: true;
  readonly rule: RuleView;
  /** Whether the operator has asked to see the figures of this count, which is logged; until then there are no rows. */
  readonly isSeen: boolean;
  /**
   * Division after division: ranked units best first, then those without a rank. Until every place is shown, those that
   * stand and the next one.
   */
  readonly rows: readonly ResultRow[];
  /** What stood before, while all figures are seen; empty where nothing else did. */
  readonly former: readonly FormerResult[];
  readonly places: number;
  /** Ranked rows the hall has been shown, division after division, each from its last place upwards. */
  readonly revealed: number;
  /** Null until the release. */
  readonly reveal: RevealView | null;
  readonly isFewerThanThree: boolean;
  /** Only once every place is shown, under rules that name a next stage. */
  readonly nextStage?: NextStageView;
};

/** One line of 刚刚发生. `params` fill the words of the page's own language. */
export type RecentEntry = {
  readonly n: number;
  readonly wall: number;
  readonly kind: string;
  readonly params: { readonly [name: string]: string | number | LocalText };
};

/** The attempts of a list, in the event's order, and the numbers that are recorded of each. */
export type AttemptsAsked = {
  readonly list: string;
  readonly measures: readonly MeasureAsked[];
  readonly attempts: readonly { readonly id: string; readonly name: LocalText }[];
};

/** What stands beside the ballots: measured numbers, points of the jury, decided ties. */
export type BesideView = {
  readonly measures: readonly MeasureAsked[];
  /** Lists of attempts that numbers are asked of, each number of each attempt. */
  readonly attempts: readonly AttemptsAsked[];
  /** What was recorded, by unit and measure. */
  readonly recorded: readonly {
    readonly unit: UnitView;
    readonly values: { readonly [measure: string]: Measurement };
    /** Of single attempts, by `attemptKey` and measure. */
    readonly ofAttempts?: { readonly [attempt: string]: { readonly [measure: string]: Measurement } };
    /** Measures whose number came from an earlier stage and was not corrected here. */
    readonly carried?: readonly string[];
  }[];
  readonly facts: readonly (FactAsked & { readonly given: string | null })[];
  readonly pointsNodes: readonly PointsNode[];
  readonly points: readonly {
    readonly id: number;
    readonly unit: UnitView;
    readonly node: string;
    readonly points: string;
    readonly reason: string;
    readonly author: string;
  }[];
  /** Whether the rules let the jury part equal units, and what it decided. */
  readonly mayDecideTies: boolean;
  readonly ties: readonly {
    readonly units: readonly UnitView[];
    readonly reason: string;
    readonly author: string;
  }[];
};

export type ConsoleHealth = {
  readonly disk:
    | { readonly kind: 'ok' }
    | {
        readonly kind: 'failed';
        readonly sinceWall: number;
        readonly lastGood: number;
        readonly reason: string;
      };
  readonly isReadOnly: boolean;
  readonly lastEntry: number;
  readonly displays: { readonly kind: 'unknown' | 'one' | 'mirrored' | 'extended' };
  readonly gap: null | { readonly reason: 'other-boot' | 'sleep'; readonly gapMs: number };
  readonly file: EventFileHealth;
};

/** What is odd about the event file itself, though it could be opened. */
export type EventFileHealth = {
  /** The host before was ended suddenly and nothing is lost; or the -wal is gone, and with it perhaps entries. */
  readonly notice: 'recovered-wal' | 'missing-wal' | null;
  /**
   * What the check of all signatures has found up to now; `entry` and `code` are of the first. An entry of a carried
   * log is named with its version, as `1/57`.
   */
  readonly findings: {
    readonly count: number;
    readonly entry: number | string;
    readonly code: FindingCode;
  } | null;
};

export type ConsoleNetwork = {
  readonly port: number;
  readonly portNote: string | null;
  readonly chosen: string | null;
  readonly cards: readonly { readonly name: string; readonly address: string }[];
  readonly links: {
    readonly projector: string;
    readonly panel: string;
    readonly prompter: string;
    readonly monitor: string;
    readonly chair: string;
  };
  /** The address devices were told has gone: what it was. */
  readonly lostAddress: string | null;
};

export type Refusals = {
  readonly total: number;
  readonly byCode: readonly { readonly code: string; readonly count: number }[];
  readonly last: null | {
    readonly code: string;
    readonly path: string;
    readonly wall: number;
    readonly from: string;
  };
};

/** Sections of the console. Each changes, and is sent, on its own. */
export type ConsoleView = {
  readonly event: EventView & {
    readonly units: readonly UnitView[];
    readonly groups: readonly { readonly id: string; readonly name: LocalText; readonly weight: number }[];
    readonly rule: RuleView;
  };
  readonly agenda: { readonly rows: readonly AgendaRow[]; readonly isStarted: boolean };
  readonly stage: {
    readonly step: string | null;
    readonly stepName: LocalText | null;
    readonly unit: UnitView | null;
    readonly attempt?: AttemptView;
    readonly phase: 'prepared' | 'live' | 'closed';
  };
  readonly timer: TimerView;
  /** What the hall sees now, exactly as the projector receives it. */
  readonly wall: {
    readonly scene: SceneView;
    readonly counts: ProjectorView['counts'];
    readonly timer: TimerView;
    readonly curtain: CurtainKind;
  };
  readonly next: NextAction;
  readonly undo: {
    readonly undo: ActionLabel | null;
    readonly redo: ActionLabel | null;
    readonly blocked: string | null;
  };
  readonly round: ConsoleRound | null;
  readonly rounds: readonly ConsoleRound[];
  /** In the order of opening; none where fewer than two rounds are open. */
  readonly openRounds: readonly OpenRoundView[];
  /** The ballots of the scheme: what rounds are opened with and paper ballots are typed into. */
  readonly ballots: readonly BallotType[];
  readonly beside: BesideView;
  readonly seats: readonly ConsoleSeat[];
  readonly screens: readonly ConsoleScreen[];
  readonly requests: readonly AdmissionRequest[];
  readonly result: ConsoleResult | null;
  /** Photos of the signed protocol, in the order of the log. */
  readonly attachments: readonly Attachment[];
  readonly recusals: readonly {
    readonly seat: string;
    readonly unit: UnitView;
    readonly reason: string;
  }[];
  readonly exits: readonly ExitView[];
  readonly changes: readonly ChangeView[];
  /** Acts that wait for the monitor's device. */
  readonly proposals: readonly ProposalView[];
  readonly whatIfs: readonly WhatIfAnswerView[];
  readonly scheme: {
    readonly name: LocalText;
    readonly id: string;
    readonly hash: string;
    /** How many versions of the rules there have been since the first round opened. */
    readonly version: number;
    /** Once a round was opened, a change is a new version with who ordered it. */
    readonly isFixed: boolean;
    readonly isMonitorRequired: boolean;
    /** What every unit can be voted on by: each ballot on the unit itself, or on each attempt of it. */
    readonly castings: readonly CastingView[];
    /** What is held of every unit before the count. */
    readonly required: readonly CastingView[];
    /** Ballots, by id, that are held only where units are equal. */
    readonly tieBreak: readonly string[];
  };
  /** `next` only once the event is closed. */
  readonly version: VersionView & { readonly next: NextVersionView | null };
  readonly message: {
    readonly id: number;
    readonly text: string;
    readonly sentWall: number;
    readonly acknowledgedWall: number | null;
  } | null;
  readonly recent: readonly RecentEntry[];
  readonly health: ConsoleHealth;
  readonly network: ConsoleNetwork;
  readonly refusals: Refusals;
};

/** What an undo would take back or a redo bring again: the action and the step it returns to. */
export type ActionLabel = {
  /** The entry that the command `Undo` or `Redo` has to name. */
  readonly entry: number;
  readonly action: 'step' | 'jump' | 'pause' | 'resume' | 'time' | 'restart';
  readonly stepName: LocalText | null;
  readonly unit: UnitView | null;
};
