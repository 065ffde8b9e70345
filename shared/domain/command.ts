import type { Instant, SeatId, WallTime } from '../kernel/brand.ts';
import type { AttachmentType } from './attachment.ts';
import type { AttemptRef } from './attempts.ts';
import type { BallotMark, BallotValues } from './ballot.ts';
import type { CurtainKind } from './curtain.ts';
import type { Head } from './log/entry.ts';
import type { Measurement } from './scoring/rules/contest.ts';
import type { ScoringScheme } from './scoring/rules/scoring-scheme.ts';
import type { AdmittedScreen, LookedAt, UnitExit } from './state.ts';
import type { VoidReason, WhatIf } from './two-person-act.ts';

/** Who ordered it: a person's role with the device it came from, or the host itself. */
export type Actor =
  | { readonly role: 'operator' }
  | { readonly role: 'panelist'; readonly seat: SeatId; readonly device: number }
  | { readonly role: 'prompter'; readonly screen: string }
  | { readonly role: 'monitor'; readonly screen: string }
  | { readonly role: 'chair'; readonly screen: string }
  | { readonly role: 'host' };

/** What the command itself doesn't carry: the host adds it when the command arrives. */
export type Envelope = {
  readonly at: Instant;
  readonly wall: WallTime;
  readonly by: Actor;
  /** The end of the log as the order finds it; not there where no log is kept. */
  readonly head?: Head;
};

/** An act as received: its ids are still to be looked up. */
export type ProposedAct =
  | { readonly kind: 'reopen'; readonly round: string }
  | { readonly kind: 'take-back' }
  | {
      readonly kind: 'void';
      readonly round: string;
      readonly why: VoidReason;
      readonly toUnit: string | null;
    }
  | {
      readonly kind: 'what-if';
      readonly question:
        | Extract<WhatIf, { kind: 'without-trim' }>
        | { readonly kind: 'without-group'; readonly group: string };
    };

/** Orders. Ids are as received: the rules say whether they exist. */
export type Command =
  | { readonly kind: 'NextStep'; readonly from: string | null }
  | { readonly kind: 'JumpTo'; readonly step: string }
  | { readonly kind: 'PauseTimer' }
  | { readonly kind: 'ResumeTimer' }
  | { readonly kind: 'AddTime'; readonly ms: number }
  | { readonly kind: 'RestartTimer' }
  | { readonly kind: 'Undo'; readonly entry: number }
  | { readonly kind: 'Redo'; readonly entry: number }
  | {
      readonly kind: 'OpenRound';
      /** Null for a round on all units. */
      readonly unit: string | null;
      /** Ballots of the scheme; the usual ones where left out. */
      readonly forms?: readonly string[] | undefined;
      /** The attempt of the unit that the ballots are cast on, where they are. */
      readonly attempt?: AttemptRef | undefined;
      /** Of a round on all units only these, such as those that are equal; all where left out. */
      readonly units?: readonly string[] | undefined;
    }
  | {
      readonly kind: 'LowerExpected';
      readonly round: string;
      readonly group: string;
      readonly by: number;
      readonly reason: string;
    }
  | {
      readonly kind: 'RecordMeasure';
      readonly unit: string | null;
      /** The attempt of the unit that it is of; the unit's own number where left out. */
      readonly attempt?: AttemptRef | undefined;
      readonly measure: string;
      /** Null takes back what was recorded. */
      readonly value: Measurement | null;
      readonly reason: string;
    }
  | {
      readonly kind: 'GivePoints';
      readonly unit: string;
      readonly node: string;
      readonly points: string;
      readonly reason: string;
      readonly author: string;
    }
  | { readonly kind: 'WithdrawPoints'; readonly adjustment: number; readonly reason: string }
  | {
      readonly kind: 'DecideTie';
      readonly units: readonly string[];
      readonly reason: string;
      readonly author: string;
    }
  | { readonly kind: 'ChooseEntrants'; readonly units: readonly string[]; readonly reason: string }
  | {
      readonly kind: 'TakeBackCount';
      readonly reason: string;
      readonly isSecondPress?: boolean | undefined;
    }
  | { readonly kind: 'LockRound'; readonly round: string }
  | {
      readonly kind: 'ReopenRound';
      readonly round: string;
      readonly reason: string;
      /** The operator was asked whether to undo a count, and said yes. */
      readonly isSecondPress?: boolean | undefined;
    }
  | {
      readonly kind: 'VoidRound';
      readonly round: string;
      readonly why: VoidReason;
      readonly toUnit: string | null;
      readonly reason: string;
      readonly isSecondPress?: boolean | undefined;
    }
  | { readonly kind: 'ReturnBallot'; readonly round: string; readonly seat: string; readonly reason: string }
  | {
      readonly kind: 'EnterPaperBallot';
      readonly round: string;
      readonly seat: string;
      readonly values: BallotValues;
      readonly reason: string;
    }
  | { readonly kind: 'RecuseSeat'; readonly seat: string; readonly unit: string; readonly reason: string }
  | {
      readonly kind: 'WithdrawRecusal';
      readonly seat: string;
      readonly unit: string;
      readonly reason: string;
    }
  | { readonly kind: 'MarkAway'; readonly seat: string; readonly reason: string }
  | { readonly kind: 'MarkBack'; readonly seat: string; readonly reason: string }
  | {
      readonly kind: 'WithdrawUnit';
      readonly unit: string;
      readonly why: UnitExit;
      readonly reason: string;
    }
  | { readonly kind: 'ReinstateUnit'; readonly unit: string; readonly reason: string }
  | {
      readonly kind: 'DecideMissing';
      readonly round: string;
      readonly seats: readonly string[];
      readonly decision: 'absent' | 'excluded' | 'paper';
      readonly reason: string;
    }
  | {
      readonly kind: 'WithdrawDecision';
      readonly round: string;
      readonly seat: string;
      readonly reason: string;
    }
  | {
      readonly kind: 'SubmitBallot';
      readonly event: string;
      readonly round: string;
      readonly opening: number;
      readonly scheme: string;
      readonly seat: string;
      readonly device: number;
      readonly n: number;
      readonly mark: BallotMark;
      readonly values: BallotValues;
      readonly signed: string;
      readonly signature: string;
    }
  | {
      readonly kind: 'ChangeScheme';
      readonly scheme: ScoringScheme;
      readonly schemeHash: string;
      readonly orderedBy: string;
      readonly reason: string;
    }
  | {
      readonly kind: 'CoSignCount';
      readonly count: number;
      readonly figures: string;
      readonly signed: string;
      readonly signature: string;
    }
  | {
      readonly kind: 'ObjectToCount';
      readonly count: number;
      readonly figures: string;
      readonly reason: string;
      readonly signed: string;
      readonly signature: string;
    }
  | {
      readonly kind: 'WithdrawObjection';
      readonly count: number;
      /** The reason of the objection that is withdrawn. */
      readonly objection: string;
      readonly reason: string;
      readonly signed: string;
      readonly signature: string;
    }
  | { readonly kind: 'OverrideObjection'; readonly reason: string }
  | {
      readonly kind: 'OverrideByChair';
      readonly count: number;
      readonly figures: string;
      /** The reason of the objection that is overridden. */
      readonly objection: string;
      readonly reason: string;
      readonly signed: string;
      readonly signature: string;
    }
  | {
      readonly kind: 'LookAtResult';
      readonly what: LookedAt;
      readonly unit: string | null;
      readonly seat?: string | null | undefined;
    }
  | { readonly kind: 'ProposeAct'; readonly act: ProposedAct; readonly reason: string }
  | {
      readonly kind: 'SecondAct';
      readonly proposal: number;
      readonly signed: string;
      readonly signature: string;
    }
  | { readonly kind: 'DropAct'; readonly proposal: number }
  | {
      readonly kind: 'DeclineAct';
      readonly proposal: number;
      readonly signed: string;
      readonly signature: string;
    }
  | { readonly kind: 'CountRounds'; readonly notCalled: readonly string[] }
  | {
      readonly kind: 'ReleaseResult';
      readonly reveal: 'step' | 'all';
      readonly isFewerThanThreeAccepted: boolean;
    }
  | {
      readonly kind: 'ReleaseByChair';
      readonly count: number;
      readonly figures: string;
      readonly reveal: 'step' | 'all';
      readonly isFewerThanThreeAccepted: boolean;
      readonly signed: string;
      readonly signature: string;
    }
  | { readonly kind: 'AskChair' }
  | {
      readonly kind: 'AttachProtocol';
      readonly name: string;
      readonly type: AttachmentType;
      readonly bytes: number;
      readonly hash: string;
      /** The number of the count that was signed. */
      readonly count: number;
    }
  | { readonly kind: 'TakeRevealStep'; readonly revealed: number }
  | { readonly kind: 'ReturnRevealStep'; readonly revealed: number }
  | { readonly kind: 'RevealAll'; readonly revealed: number }
  | { readonly kind: 'SetCurtain'; readonly curtain: CurtainKind }
  | { readonly kind: 'RingBell' }
  | { readonly kind: 'SendPrompt'; readonly text: string }
  | { readonly kind: 'AcknowledgePrompt'; readonly message: number }
  | { readonly kind: 'ClearPrompt' }
  | { readonly kind: 'PairSeat'; readonly seat: string; readonly publicKey: string }
  | {
      readonly kind: 'AdmitScreen';
      readonly screen: string;
      readonly role: AdmittedScreen['role'];
      readonly publicKey: string;
      readonly name: string;
      /** The device asked from the host's own machine. */
      readonly isSameMachine?: boolean;
    }
  | { readonly kind: 'DismissScreen'; readonly screen: string; readonly reason?: string | undefined }
  | { readonly kind: 'MarkCardsPrinted' }
  | {
      readonly kind: 'NoteClockGap';
      readonly reason: 'other-boot' | 'sleep';
      readonly lastInstant: Instant;
      readonly gapMs: number;
    }
  | { readonly kind: 'SettleClockGap'; readonly isCounted: boolean }
  | { readonly kind: 'NoteWallClock'; readonly byMs: number }
  /** `reason` says why it is closed without the co-signature that the rules ask for. */
  | { readonly kind: 'CloseEvent'; readonly reason?: string | undefined };
