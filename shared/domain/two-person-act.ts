import type { GroupId, RoundId, UnitId } from '../kernel/brand.ts';
import type { Head } from './log/entry.ts';

/** A question about the counted result (测算): how the places would read under a changed rule. It changes nothing. */
export type WhatIf =
  | { readonly kind: 'without-trim' }
  | { readonly kind: 'without-group'; readonly group: GroupId };

export type VoidReason = 'vote-again' | 'wrong-unit';

/** What the end of an event seals, as a second person is shown it. */
export type Closing = {
  readonly result: 'none' | 'counted' | 'released';
  /** SHA-256 of the figures' canonical text; null where nothing is counted. */
  readonly figures: string | null;
  /** Rounds that stand. */
  readonly rounds: number;
  /** Lines of the changelog. */
  readonly changes: number;
  /** Photos of the signed protocol. */
  readonly attachments: number;
};

/** What one person may not do alone once there is a count, or, for the end of it all, at any time. */
export type Act =
  | { readonly kind: 'reopen'; readonly round: RoundId }
  /** The count is void; no round is opened by it. */
  | { readonly kind: 'take-back' }
  | {
      readonly kind: 'void';
      readonly round: RoundId;
      readonly why: VoidReason;
      readonly toUnit: UnitId | null;
    }
  | { readonly kind: 'what-if'; readonly question: WhatIf }
  /** `head` is the end of the log that the proposal follows. */
  | { readonly kind: 'close'; readonly closing: Closing; readonly head: Head };

/** An act that the operator asks for; a second device lets it happen or turns it down. */
export type Proposal = { readonly id: number; readonly act: Act; readonly reason: string };

/** The answer to a question about the result: the units that would stand elsewhere. */
export type WhatIfAnswer = {
  readonly proposal: number;
  readonly question: WhatIf;
  readonly moved: readonly {
    readonly unit: UnitId;
    readonly place: string | null;
    readonly otherwise: string | null;
  }[];
};
