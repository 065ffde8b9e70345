import type { CriterionId, GroupId } from '../../kernel/brand.ts';
import type { LocalText } from '../../kernel/language.ts';

/** One row of a points ballot. `maximum` and `step` are decimals in text, such as `20` and `0.5`. */
export type Criterion = {
  readonly id: CriterionId;
  readonly name: LocalText;
  readonly maximum: string;
  readonly step: string;
};

/** The share of a group in the total: positive whole numbers, normalised by their sum. */
export type GroupWeight = { readonly group: GroupId; readonly weight: number };

/** Extremes struck from the judge totals of each group that has at least `fromCount` ballots. */
export type Trim = { readonly high: number; readonly low: number; readonly fromCount: number };

export type TieRule =
  | { readonly kind: 'group'; readonly group: GroupId }
  | { readonly kind: 'criterion'; readonly criterion: CriterionId };

/** How ballots become a ranking. Plain JSON; its canonical text is hashed and stands in every ballot. */
export type Scheme = {
  readonly id: string;
  readonly version: number;
  readonly name: LocalText;
  readonly criteria: readonly Criterion[];
  readonly weights: readonly GroupWeight[];
  readonly trim: Trim | null;
  /** What a group without a counted ballot does to the unit's total. */
  readonly emptyGroup: 'block' | 'renormalise' | 'zero';
  readonly decimals: number;
  /** Rules that part equal rounded totals, in order; what is still equal shares the rank (1-1-3). */
  readonly ties: readonly TieRule[];
  readonly isMonitorRequired: boolean;
  /** Means of fewer ballots than this aren't published without an explicit choice. */
  readonly publishFrom: number;
};
