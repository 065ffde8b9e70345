import type { LogPosition, RoundId, SeatId, UnitId, WallTime } from '../kernel/brand.ts';
import type { Attachment } from './attachment.ts';
import { type AttemptRef, isSameAttempt } from './attempts.ts';
import type { EventDefinition } from './event-definition.ts';
import type { VersionOrder } from './log/entry.ts';
import type { Absence } from './presence.ts';
import type { Round } from './round.ts';
import type { Figures } from './scoring/figures.ts';
import type { Adjustment, Measurement, TieDecision } from './scoring/rules/contest.ts';
import type { ScoringScheme } from './scoring/rules/scoring-scheme.ts';
import type { Stage, UndoEntry } from './stage.ts';
import type { Proposal, WhatIfAnswer } from './two-person-act.ts';

export type PairedDevice = { readonly device: number; readonly publicKey: string };

export type AdmittedScreen = {
  readonly id: string;
  readonly role: 'prompter' | 'monitor' | 'chair';
  readonly publicKey: string;
  readonly name: string;
  /** It is the host's own machine, and its key comes of a person's PIN. */
  readonly isSameMachine?: true;
};

/** The second person of a two-person act signs on the host's own machine. */
export type SameMachine = {
  /** Every screen that was ever admitted so; a dismissed one's signatures stay. */
  readonly screens: readonly string[];
  /** Whether any of them has acted as the second person. */
  readonly hasSigned: boolean;
};

/** The monitor's signature over exactly the figures that a release publishes. */
export type CoSignature = { readonly screen: string; readonly figures: string; readonly wall: WallTime };

/** An objection blocks the release until it is withdrawn or overridden, and stays on every sheet. */
export type Objection = {
  readonly screen: string;
  readonly reason: string;
  /** Why the chair released all the same; null while the objection blocks. */
  readonly overridden: string | null;
  /** The chair's device that did; null where the operator did with the chair's consent, or nobody did. */
  readonly overriddenBy: string | null;
};

/** What the chair's device can be asked for. */
export type ChairsMatter = 'release' | 'objection';

/** The operator, and of the monitor's devices each by itself, by its screen. */
export type SeenBy = { readonly operator: boolean; readonly screens: readonly string[] };

type CountedParts = {
  /** 1 for the event's first count. */
  readonly count: number;
  readonly figures: Figures;
  /** What the rules before the last change would have given; null where they weren't changed. */
  readonly formerly: Figures | null;
  readonly coSigned: CoSignature | null;
  /** Who has looked at the whole result since this count. */
  readonly seenBy: SeenBy;
  readonly objection: Objection | null;
  /** What the operator has asked the chair's device for, and when; null while nothing is waited for. */
  readonly chairAsked: { readonly about: ChairsMatter; readonly wall: WallTime } | null;
};

/** held → counted → released; `revealed` counts rows shown to the hall, from the last place upwards. */
export type ResultState =
  | { readonly kind: 'none' }
  | (CountedParts & { readonly kind: 'counted' })
  | (CountedParts & {
      readonly kind: 'released';
      readonly revealed: number;
      /** The chair's device; null where the operator released with the chair's consent. */
      readonly releasedBy: string | null;
    });

/**
 * A result that is not released, or marks by seat: of all seats for one unit, or of one seat for all; or the look back
 * at a count, which says of each seat how it stands to its group.
 */
export type LookedAt = 'result' | 'unit' | 'seat' | 'after-count';

export type Look = {
  readonly n: LogPosition;
  readonly wall: WallTime;
  readonly by: 'operator' | 'monitor';
  /** The monitor's device; null for the operator. */
  readonly screen: string | null;
  readonly what: LookedAt;
  readonly unit: UnitId | null;
  readonly seat: SeatId | null;
};

/** A panelist who may not vote on a unit (回避). */
export type Recusal = { readonly seat: SeatId; readonly unit: UnitId; readonly reason: string };

export type UnitExit = 'withdrew' | 'disqualified';

/** A unit that left the contest, and why. */
export type ExitedUnit = { readonly unit: UnitId; readonly why: UnitExit; readonly reason: string };

/** Points that the jury gave or took, with the number they were recorded under. */
export type GivenPoints = Adjustment & { readonly id: number; readonly unit: UnitId };

/** Who goes on, chosen by hand; what a unit carries is exact (`n/d`), null if it has no result. */
export type ChosenEntrants = {
  readonly units: readonly { readonly unit: UnitId; readonly carried: string | null }[];
  readonly reason: string;
};

export type ChangeKind =
  | 'expected-lowered'
  | 'measure-corrected'
  | 'points-given'
  | 'points-withdrawn'
  | 'tie-decided'
  | 'tie-dropped'
  | 'entrants-chosen'
  | 'count-taken-back'
  | 'seats-absent'
  | 'seats-excluded'
  | 'seats-on-paper'
  | 'monitor-admitted'
  | 'chair-admitted'
  | 'chair-dismissed'
  | 'released-by-chair'
  | 'screen-dismissed'
  | 'decision-withdrawn'
  | 'recused'
  | 'recusal-withdrawn'
  | 'seat-left'
  | 'seat-returned'
  | 'paper-ballot'
  | 'late-ballot-void'
  | 'ballot-returned'
  | 'round-reopened'
  | 'round-voided'
  | 'unit-withdrew'
  | 'unit-disqualified'
  | 'unit-reinstated'
  | 'scheme-changed'
  | 'version-opened'
  | 'objection'
  | 'objection-withdrawn'
  | 'objection-overridden'
  | 'overridden-by-chair'
  | 'close-declined'
  | 'closed-alone';

/** One line of the changelog that stands on every sheet. */
export type Change = {
  readonly n: LogPosition;
  readonly wall: WallTime;
  readonly what: ChangeKind;
  readonly unit: UnitId | null;
  /** The attempt of the unit that it is about; left out where it is about none alone. */
  readonly attempt?: AttemptRef;
  /** For which unit a round that is void was meant. */
  readonly toUnit: UnitId | null;
  readonly round: RoundId | null;
  readonly seats: readonly SeatId[];
  readonly reason: string;
  /** The second device that let it happen; null where one person may act alone. */
  readonly seconded: string | null;
  /** The line is of a device that is the host's own machine. */
  readonly isSameMachine?: true;
  /** Only where a superseding version begins: which one, and what it supersedes. */
  readonly version?: Pick<VersionOrder, 'version' | 'supersedes'>;
};

/** A version of the rules, with who ordered it; the first one is that of the definition. */
export type SchemeVersion = {
  readonly scheme: ScoringScheme;
  readonly hash: string;
  readonly orderedBy: string;
  readonly reason: string;
};

/** A superseding version of the event. */
export type EventVersion = VersionOrder & {
  readonly wall: WallTime;
  /** Where its log begins, counted through all versions. */
  readonly first: LogPosition;
  /** What the version before had released; null if nothing. */
  readonly formerly: Figures | null;
};

/** What a frozen wall goes on showing. */
export type Picture = {
  readonly stage: Stage;
  readonly rounds: { readonly [round: string]: Round };
  readonly result: ResultState;
};

export type Curtain =
  | { readonly kind: 'open' }
  | { readonly kind: 'frozen'; readonly picture: Picture }
  | { readonly kind: 'black' };

export type PromptMessage = {
  readonly id: number;
  readonly text: string;
  readonly sentWall: WallTime;
  readonly acknowledgedWall: WallTime | null;
};

/** Time that passed while the host couldn't count it; the timer waits until the operator settles it. */
export type ClockGap = {
  readonly reason: 'other-boot' | 'sleep';
  readonly gapMs: number;
};

/** The whole behaviour of one event follows from this and from nothing else. Plain readonly JSON. */
export type EventState = {
  readonly definition: EventDefinition;
  readonly schemeHash: string;
  readonly phase: 'prepared' | 'live' | 'closed';
  readonly stage: Stage;
  readonly rounds: { readonly [round: string]: Round };
  /** Every round in the order of opening. */
  readonly roundOrder: readonly RoundId[];
  readonly notCalled: readonly UnitId[];
  readonly recusals: readonly Recusal[];
  readonly exits: readonly ExitedUnit[];
  /** Who was or is away, in the order of leaving. */
  readonly absences: readonly Absence[];
  /** Numbers that stand beside the ballots, by unit and measure. */
  readonly measures: { readonly [unit: string]: { readonly [measure: string]: Measurement } };
  /** Numbers of single attempts, by unit, `attemptKey` and measure. */
  readonly attemptMeasures: {
    readonly [unit: string]: {
      readonly [attempt: string]: { readonly [measure: string]: Measurement };
    };
  };
  /** Facts of the event that the scheme refers to (a hill's K point), where they were given. */
  readonly facts: { readonly [fact: string]: string };
  readonly adjustments: readonly GivenPoints[];
  readonly adjustmentCount: number;
  readonly tieDecisions: readonly TieDecision[];
  /** How many counts there have been. */
  readonly counts: number;
  readonly changes: readonly Change[];
  readonly looks: readonly Look[];
  /** Acts that wait for a second device. */
  readonly proposals: readonly Proposal[];
  readonly proposalCount: number;
  /** The proposal that a second device let happen last; its effects follow it in the log. */
  readonly lastSecond: { readonly proposal: number; readonly screen: string | null } | null;
  readonly whatIfs: readonly WhatIfAnswer[];
  /** Every version of the rules since the first round opened, the present one last; before it just the present one. */
  readonly schemes: readonly SchemeVersion[];
  /** The superseding versions up to this one; none in an event's first log. */
  readonly versions: readonly EventVersion[];
  readonly result: ResultState;
  /** Chosen by hand since the figures stand; null before, and where places or points say it. */
  readonly entrants: ChosenEntrants | null;
  /** Photos of the signed protocol, in the order of the log. */
  readonly attachments: readonly Attachment[];
  readonly curtain: Curtain;
  readonly bell: number;
  readonly prompt: PromptMessage | null;
  readonly promptCount: number;
  readonly seatDevices: { readonly [seat: string]: PairedDevice };
  readonly screens: readonly AdmittedScreen[];
  readonly sameMachine: SameMachine;
  readonly cardsPrinted: boolean;
  readonly gap: ClockGap | null;
  readonly undo: readonly UndoEntry[];
  readonly redo: readonly UndoEntry[];
  readonly lastEntry: LogPosition;
};

type Rounds = Pick<EventState, 'rounds' | 'roundOrder'>;

/** The latest round that stands (isn't voided) and that `isMeant`; null if there is none. */
export function latestRound(
  { rounds, roundOrder }: Rounds,
  isMeant: (round: Round) => boolean,
): Round | null {
  for (let n = roundOrder.length - 1; n >= 0; n -= 1) {
    const round = rounds[roundOrder[n] ?? ''];
    if (round && round.state !== 'voided' && isMeant(round)) return round;
  }
  return null;
}

// ATTEMPT-3
/** The round in which the votes of one ballot on a unit, or on an attempt of it, stand: its own, or one on all units. */
export function roundFor(
  state: Rounds,
  unit: UnitId,
  form: string,
  attempt: AttemptRef | null = null,
): Round | null {
  return latestRound(
    state,
    (round) =>
      round.forms.includes(form) && round.units.includes(unit) && isSameAttempt(round.attempt, attempt),
  );
}

/** The latest round that stands on this unit alone, whatever attempt of it. */
export function currentRound(state: Rounds, unit: UnitId | null): Round | null {
  return unit === null ? null : latestRound(state, (round) => round.unit === unit);
}

export function seatOf(state: EventState, seat: SeatId | string) {
  return state.definition.seats.find((candidate) => candidate.id === seat) ?? null;
}

/** The chair's own device; null while none is admitted. */
export function chairOf({ screens }: Pick<EventState, 'screens'>): AdmittedScreen | null {
  return screens.find(({ role }) => role === 'chair') ?? null;
}

export function unitOf(definition: EventDefinition, unit: UnitId | string | null) {
  return definition.units.find((candidate) => candidate.id === unit) ?? null;
}
