import type { Instant, SeatId, WallTime } from '../kernel/brand.ts';
import type { BallotMark, BallotValues } from './ballot.ts';
import type { CurtainKind } from './curtain.ts';

/** Who ordered it: a person's role with the device it came from, or the host itself. */
export type Actor =
  | { readonly role: 'operator' }
  | { readonly role: 'panelist'; readonly seat: SeatId; readonly device: number }
  | { readonly role: 'prompter'; readonly screen: string }
  | { readonly role: 'host' };

/** What the command itself doesn't carry: the host adds it when the command arrives. */
export type Envelope = { readonly at: Instant; readonly wall: WallTime; readonly by: Actor };

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
  | { readonly kind: 'OpenRound'; readonly unit: string }
  | { readonly kind: 'LockRound'; readonly round: string }
  | { readonly kind: 'ReopenRound'; readonly round: string; readonly reason: string }
  | {
      readonly kind: 'DecideMissing';
      readonly round: string;
      readonly seats: readonly string[];
      readonly decision: 'absent' | 'excluded';
      readonly reason: string;
    }
  | { readonly kind: 'WithdrawDecision'; readonly round: string; readonly seat: string }
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
  | { readonly kind: 'CountRounds'; readonly notCalled: readonly string[] }
  | {
      readonly kind: 'ReleaseResult';
      readonly reveal: 'step' | 'all';
      readonly isFewerThanThreeAccepted: boolean;
    }
  | { readonly kind: 'TakeRevealStep'; readonly revealed: number }
  | { readonly kind: 'ReturnRevealStep'; readonly revealed: number }
  | { readonly kind: 'RevealAll' }
  | { readonly kind: 'SetCurtain'; readonly curtain: CurtainKind }
  | { readonly kind: 'RingBell' }
  | { readonly kind: 'SendPrompt'; readonly text: string }
  | { readonly kind: 'AcknowledgePrompt'; readonly message: number }
  | { readonly kind: 'ClearPrompt' }
  | { readonly kind: 'PairSeat'; readonly seat: string; readonly publicKey: string }
  | {
      readonly kind: 'AdmitScreen';
      readonly screen: string;
      readonly publicKey: string;
      readonly name: string;
    }
  | { readonly kind: 'DismissScreen'; readonly screen: string }
  | { readonly kind: 'MarkCardsPrinted' }
  | {
      readonly kind: 'NoteClockGap';
      readonly reason: 'other-boot' | 'sleep';
      readonly lastInstant: Instant;
      readonly gapMs: number;
    }
  | { readonly kind: 'SettleClockGap'; readonly isCounted: boolean }
  | { readonly kind: 'NoteWallClock'; readonly byMs: number }
  | { readonly kind: 'CloseEvent' };
