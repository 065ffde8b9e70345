import type { GroupId, UnitId } from '../../kernel/brand.ts';

/** One group's part in a unit's total. Exact values are `n/d`. */
export type GroupFigure = {
  readonly group: GroupId;
  /** Exact mean of the judge totals that count; null without any. */
  readonly exactMean: string | null;
  /** The mean as published, rounded to the scheme's decimals. */
  readonly mean: string | null;
  readonly ballots: number;
  /** Seats whose total was struck as an extreme. */
  readonly struck: readonly string[];
};

export type UnitFigure = {
  readonly unit: UnitId;
  readonly state: 'ranked' | 'not-called' | 'no-ballot';
  readonly rank: number | null;
  readonly isShared: boolean;
  /** The rounded total that is published and ranked on. */
  readonly total: string | null;
  readonly exactTotal: string | null;
  readonly groups: readonly GroupFigure[];
  /** The tie rule that parted this unit from an equal total, as `group:A` or `criterion:c4`; null if none did. */
  readonly tieRule: string | null;
};

/** The figures of one count, in the units' ranked order. A release publishes exactly these. */
export type Figures = {
  readonly engine: string;
  readonly schemeHash: string;
  readonly units: readonly UnitFigure[];
};
