import type {
  GroupId,
  Instant,
  LogPosition,
  RoundId,
  SeatId,
  StepId,
  UnitId,
  WallTime,
} from '../kernel/brand.ts';
import type { AttachmentType } from './attachment.ts';
import type { AttemptRef } from './attempts.ts';
import type { BallotMark, BallotValues } from './ballot.ts';
import type { CurtainKind } from './curtain.ts';
import type { EventDefinition } from './event-definition.ts';
import type { VersionOrder } from './log/entry.ts';
import type { MissingDecision } from './round.ts';
import type { Figures } from './scoring/figures.ts';
import type { Measurement } from './scoring/rules/contest.ts';
import type { ScoringScheme } from './scoring/rules/scoring-scheme.ts';
import type { AdmittedScreen, ChairsMatter, ChosenEntrants, LookedAt, UnitExit } from './state.ts';
import type { Act, VoidReason, WhatIfAnswer } from './two-person-act.ts';

/** How the chair agreed: told to the operator, or signed by the chair's own device. */
export type ChairsConsent =
  | { readonly consent: 'chair-by-operator' }
  | {
      readonly consent: 'chair-device';
      readonly screen: string;
      readonly signed: string;
      readonly signature: string;
    };

/** Facts. Each is one entry of the log, under its `kind`. What may be missing wasn't written by earlier programs. */
export type DomainEvent =
  | { readonly kind: 'EventCreated'; readonly definition: EventDefinition; readonly schemeHash: string }
  | {
      readonly kind: 'StepEntered';
      readonly step: StepId;
      readonly background: readonly StepId[];
      readonly by: 'next' | 'jump';
      readonly opens: RoundId | null;
    }
  | { readonly kind: 'TimerPaused' }
  | { readonly kind: 'TimerResumed' }
  | { readonly kind: 'TimeAdded'; readonly ms: number }
  | { readonly kind: 'TimerRestarted' }
  | { readonly kind: 'StageUndone'; readonly entry: LogPosition }
  | { readonly kind: 'StageRedone'; readonly entry: LogPosition; readonly opens: RoundId | null }
  | {
      readonly kind: 'RoundOpened';
      /** The rules under which its ballots are cast; from the first round on they are fixed. */
      readonly schemeHash: string;
      readonly round: RoundId;
      /** Null where one ballot paper holds all `units`. */
      readonly unit: UnitId | null;
      /** Only where the vote is on one attempt of the unit. */
      readonly attempt?: AttemptRef;
      readonly units: readonly UnitId[];
      /** Ballots of the scheme that are cast together. */
      readonly forms: readonly string[];
      readonly number: number;
      readonly expected: readonly SeatId[];
    }
  | { readonly kind: 'RoundLocked'; readonly round: RoundId }
  | {
      readonly kind: 'RoundReopened';
      readonly round: RoundId;
      readonly opening: number;
      readonly reason: string;
      /** The proposal that a second device let happen; null where one person may act alone. */
      readonly proposal: number | null;
    }
  | {
      readonly kind: 'RoundVoided';
      readonly round: RoundId;
      readonly why: 'undone' | VoidReason;
      readonly toUnit: UnitId | null;
      readonly reason: string;
      readonly proposal: number | null;
    }
  | {
      readonly kind: 'PaperBallotEntered';
      readonly round: RoundId;
      readonly seat: SeatId;
      readonly ballotNumber: number;
      readonly values: BallotValues;
      readonly reason: string;
    }
  /** An electronic ballot that came after the seat's paper ballot: kept, never counted. */
  | {
      readonly kind: 'LateBallotVoided';
      readonly round: RoundId;
      readonly seat: SeatId;
      readonly device: number;
      readonly n: number;
      readonly signed: string;
      readonly signature: string;
    }
  | {
      readonly kind: 'BallotReturned';
      readonly round: RoundId;
      readonly seat: SeatId;
      readonly reason: string;
    }
  /** A secret round waits for fewer ballots of a group; 0 takes that back. */
  | {
      readonly kind: 'ExpectedLowered';
      readonly round: RoundId;
      readonly group: GroupId;
      readonly by: number;
      readonly reason: string;
    }
  /** `unit` is null for a fact of the event. `value` is null where what was recorded is taken back. */
  | {
      readonly kind: 'MeasureRecorded';
      readonly unit: UnitId | null;
      /** Only of a number of one attempt. */
      readonly attempt?: AttemptRef | undefined;
      readonly measure: string;
      readonly value: Measurement | null;
      readonly reason: string;
    }
  | {
      readonly kind: 'PointsGiven';
      readonly adjustment: number;
      readonly unit: UnitId;
      readonly node: string;
      readonly points: string;
      readonly reason: string;
      readonly author: string;
    }
  | { readonly kind: 'PointsWithdrawn'; readonly adjustment: number; readonly reason: string }
  /** Equal units in the order the jury gave them, best first. */
  | {
      readonly kind: 'TieDecided';
      readonly units: readonly UnitId[];
      readonly reason: string;
      readonly author: string;
    }
  /** Of a decided tie, under rules that decide none. */
  | { readonly kind: 'TieDropped'; readonly units: readonly UnitId[] }
  /** Who goes on to the next stage where that is chosen by hand, each with what it carries there as `n/d`. */
  | ({ readonly kind: 'EntrantsChosen' } & ChosenEntrants)
  /** The figures are void, and the rounds stand as they were locked. */
  | { readonly kind: 'CountTakenBack'; readonly reason: string; readonly proposal: number | null }
  | { readonly kind: 'SeatRecused'; readonly seat: SeatId; readonly unit: UnitId; readonly reason: string }
  | {
      readonly kind: 'RecusalWithdrawn';
      readonly seat: SeatId;
      readonly unit: UnitId;
      readonly reason?: string;
    }
  /** The panelist isn't in the hall, from here until `SeatReturned`. */
  | { readonly kind: 'SeatLeft'; readonly seat: SeatId; readonly reason: string }
  | { readonly kind: 'SeatReturned'; readonly seat: SeatId; readonly reason: string }
  | {
      readonly kind: 'UnitExited';
      readonly unit: UnitId;
      readonly why: UnitExit;
      readonly reason: string;
    }
  | { readonly kind: 'UnitReinstated'; readonly unit: UnitId; readonly reason?: string }
  | {
      readonly kind: 'SchemeChanged';
      readonly scheme: ScoringScheme;
      readonly schemeHash: string;
      readonly orderedBy: string;
      readonly reason: string;
    }
  | {
      readonly kind: 'BallotStored';
      readonly round: RoundId;
      readonly opening: number;
      readonly seat: SeatId;
      readonly device: number;
      /** The device's own count of its ballots. */
      readonly n: number;
      readonly mark: BallotMark;
      readonly ballotNumber: number;
      readonly values: BallotValues;
      readonly signed: string;
      readonly signature: string;
    }
  | {
      readonly kind: 'MissingDecided';
      readonly round: RoundId;
      readonly decisions: readonly MissingDecision[];
    }
  | {
      readonly kind: 'DecisionWithdrawn';
      readonly round: RoundId;
      readonly seat: SeatId;
      readonly reason?: string;
    }
  | {
      readonly kind: 'RoundsCounted';
      readonly rounds: readonly RoundId[];
      readonly notCalled: readonly UnitId[];
      readonly figures: Figures;
      /** Under the rules before the last change; null where they weren't changed. */
      readonly formerly: Figures | null;
    }
  | {
      readonly kind: 'CountCoSigned';
      readonly count: number;
      readonly screen: string;
      /** SHA-256 of the figures' canonical text. */
      readonly figures: string;
      readonly signed: string;
      readonly signature: string;
    }
  | {
      readonly kind: 'CountObjected';
      readonly count: number;
      readonly screen: string;
      readonly reason: string;
      readonly signed?: string;
      readonly signature?: string;
    }
  | {
      readonly kind: 'ObjectionWithdrawn';
      readonly screen: string;
      readonly reason?: string;
      readonly signed?: string;
      readonly signature?: string;
    }
  | ({ readonly kind: 'ObjectionOverridden'; readonly reason: string } & ChairsConsent)
  /** The operator asks the chair's device to act on this count. */
  | { readonly kind: 'ChairAsked'; readonly count: number; readonly about: ChairsMatter }
  | {
      readonly kind: 'ResultLooked';
      readonly by: 'operator' | 'monitor';
      /** The monitor's device; not there for the operator, nor in a log from before devices were named. */
      readonly screen?: string;
      readonly what: LookedAt;
      readonly unit: UnitId | null;
      /** Only where the marks of one seat were looked at. */
      readonly seat?: SeatId;
    }
  | {
      readonly kind: 'ActProposed';
      readonly proposal: number;
      readonly act: Act;
      readonly reason: string;
    }
  /** `screen` is null where the event has no monitor and the operator pressed twice. */
  | {
      readonly kind: 'ActSeconded';
      readonly proposal: number;
      readonly screen: string | null;
      readonly signed: string;
      readonly signature: string;
    }
  /** Taken back by the operator, or declined by a monitor's device, whose signature it then carries. */
  | {
      readonly kind: 'ActDropped';
      readonly proposal: number;
      readonly by: 'operator' | 'monitor';
      readonly screen?: string;
      readonly signed?: string;
      readonly signature?: string;
    }
  | ({ readonly kind: 'WhatIfAnswered' } & WhatIfAnswer)
  | ({
      readonly kind: 'ResultReleased';
      readonly figures: Figures;
      readonly reveal: 'step' | 'all';
    } & ChairsConsent)
  | {
      readonly kind: 'ProtocolAttached';
      readonly name: string;
      readonly type: AttachmentType;
      /** Length in bytes. */
      readonly bytes: number;
      /** SHA-256 of the bytes, hex: they lie in the event file's media under it. */
      readonly hash: string;
      readonly count: number;
    }
  | { readonly kind: 'RevealStepTaken'; readonly revealed: number }
  | { readonly kind: 'RevealStepReturned'; readonly revealed: number }
  | { readonly kind: 'CurtainChanged'; readonly curtain: CurtainKind }
  | { readonly kind: 'BellRung' }
  | { readonly kind: 'PromptSent'; readonly message: number; readonly text: string }
  | { readonly kind: 'PromptAcknowledged'; readonly message: number }
  | { readonly kind: 'PromptCleared'; readonly message: number }
  | {
      readonly kind: 'SeatPaired';
      readonly seat: SeatId;
      readonly device: number;
      readonly publicKey: string;
    }
  | {
      readonly kind: 'ScreenAdmitted';
      readonly screen: string;
      readonly role: AdmittedScreen['role'];
      readonly publicKey: string;
      readonly name: string;
      /** A monitor's or the chair's device that is the host's own machine. */
      readonly isSameMachine?: true;
    }
  /** The reason is there where the chair's device was dismissed. */
  | { readonly kind: 'ScreenDismissed'; readonly screen: string; readonly reason?: string }
  | { readonly kind: 'CardsPrinted' }
  | {
      readonly kind: 'ClockGapNoted';
      readonly reason: 'other-boot' | 'sleep';
      readonly lastInstant: Instant;
      readonly gapMs: number;
    }
  | { readonly kind: 'ClockGapSettled'; readonly isCounted: boolean }
  | { readonly kind: 'WallClockMoved'; readonly byMs: number }
  | { readonly kind: 'CommandDropped'; readonly command: string; readonly fault: string }
  | {
      readonly kind: 'EventClosed';
      /** The proposal that the monitor let happen, where the rules require a monitor. */
      readonly proposal?: number;
      /** Why it was closed without the monitor that the rules require. */
      readonly reason?: string;
    }
  /** First entry of a superseding version, whose log carries all the entries before it. */
  | ({ readonly kind: 'VersionOpened' } & VersionOrder);

/** The event of one kind. */
export type EventOf<Kind extends DomainEvent['kind']> = Extract<DomainEvent, { kind: Kind }>;

/** The chair's device that signed it; null where the operator acted with the chair's consent. */
export function chairsDevice(consent: ChairsConsent): string | null {
  return consent.consent === 'chair-device' ? consent.screen : null;
}

/** An event with what its log entry adds: position, monotonic instant, wall time and boot. */
export type RecordedEvent = {
  readonly n: LogPosition;
  readonly at: Instant;
  readonly wall: WallTime;
  readonly event: DomainEvent;
};
