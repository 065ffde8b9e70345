import type { GroupId, RoundId, UnitId } from '../kernel/brand.ts';

/** A question about the counted result (测算): how the places would read under a changed rule. It changes nothing. */
export type WhatIf =
  | { readonly kind: 'without-trim' }
  | { readonly kind: 'without-group'; readonly group: GroupId };

export type VoidReason = 'vote-again' | 'wrong-unit';

/** What one person may not do alone once there is a count. */
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
  | { readonly kind: 'what-if'; readonly question: WhatIf };

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
