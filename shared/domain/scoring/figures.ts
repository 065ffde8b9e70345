import type { DivisionId, GroupId, UnitId } from '../../kernel/brand.ts';
import type { LocalText } from '../../kernel/language.ts';
import type { UnitState } from './rules/rank-units.ts';

/** One group's part in a unit's total. Exact values are `n/d`. */
export type GroupFigure = {
  readonly group: GroupId;
  /** Exact value of the marks that count; null without any. */
  readonly exactMean: string | null;
  /** The same as published. */
  readonly mean: string | null;
  /** Ballots that were given and may count, those struck among them. */
  readonly ballots: number;
  /** Seats whose ballot was struck as an extreme; none are named of a secret ballot. */
  readonly struck: readonly string[];
};

/** A figure beside the ranking (满意率), by its node. */
export type OutputFigure = {
  readonly node: string;
  readonly printed: string | null;
  /** The word for its band; null where the scheme has none. */
  readonly label: LocalText | null;
};

export type UnitFigure = {
  readonly unit: UnitId;
  /** Among whom it is ranked; not there in an event without divisions. */
  readonly division?: DivisionId;
  /** `no-ballot`: called, but nobody's ballot counts. */
  readonly state: UnitState | 'no-ballot';
  /** 1 and how many units of its division stand before it: what rows are ordered and coloured by. */
  readonly rank: number | null;
  /** The place as printed: `3`, or `3.5` where equal units share the mean place. */
  readonly place: string | null;
  readonly isShared: boolean;
  /** Equal to another unit, and the scheme says that it must be decided. */
  readonly isUndecided: boolean;
  /** The rounded total as published. */
  readonly total: string | null;
  readonly exactTotal: string | null;
  readonly groups: readonly GroupFigure[];
  /** Rules of the tie chain, by number, that parted this unit from an equal one. */
  readonly partedBy: readonly number[];
  /** The smallest number of ballots that a mean behind the total rests on, struck ones left aside; null without any. */
  readonly fewestBallots: number | null;
  readonly outputs: readonly OutputFigure[];
};

/** Who gets a prize. `contested`: equal across its last place, and the rules part them no further. */
export type PrizeFigure = {
  readonly prize: string;
  /** Each prize is given in each division; not there in an event without divisions. */
  readonly division?: DivisionId;
  readonly name: LocalText;
  readonly units: readonly UnitId[];
  readonly contested: readonly UnitId[];
};

/** What follows from the places. */
export type Awards = {
  readonly prizes: readonly PrizeFigure[];
  /** Signed points of the annual assessment, as decimal text with as many places as there are up to six. */
  readonly annual: readonly { readonly unit: UnitId; readonly points: string }[];
  /** Who goes on to the next stage, with what is carried there (`n/d`); null where nobody does, or by hand. */
  readonly entrants: readonly { readonly unit: UnitId; readonly carried: string | null }[] | null;
};

/** The figures of one count, in the units' ranked order. A release publishes exactly these. */
export type Figures = {
  readonly engine: string;
  readonly schemeHash: string;
  readonly units: readonly UnitFigure[];
  readonly awards: Awards;
};
