import type { MarkState } from './ballot-type.ts';

/** What one seat wrote on one unit, by `valueKeys`; decimals as text. */
export type VoteValues = { readonly [key: string]: string };

/** Why a seat's vote doesn't count. `excluded`: taken out of every denominator by whoever runs the count (不计). */
export type SeatState = Exclude<MarkState, 'not-yet'> | 'excluded';

/** The votes of one ballot on one unit (or item). A state stands above a vote: a recused seat's ballot counts nothing. */
export type BallotVotes = {
  readonly votes: { readonly [seat: string]: VoteValues };
  readonly states?: { readonly [seat: string]: SeatState };
};

/** A number that stands beside the ballots, as decimal text or a fraction `n/d`. Times count only once the timekeeper has confirmed them. */
export type Measurement =
  | string
  | { readonly kind: 'unconfirmed'; readonly value: string }
  | { readonly kind: 'did-not-finish' };

/** One dive, element or attempt: its own numbers and its own marks. */
export type Item = {
  readonly id: string;
  readonly measures?: { readonly [measure: string]: Measurement };
  readonly ballots?: { readonly [ballot: string]: BallotVotes };
};

/** Points that the jury added or took away, at an adjustments node. */
export type Adjustment = {
  readonly node: string;
  readonly points: string;
  readonly reason: string;
  readonly author: string;
};

export type ContestUnit = {
  readonly unit: string;
  readonly division?: string;
  readonly state?: 'standing' | 'not-called' | 'withdrew' | 'disqualified';
  readonly measures?: { readonly [measure: string]: Measurement };
  readonly ballots?: { readonly [ballot: string]: BallotVotes };
  readonly items?: { readonly [list: string]: readonly Item[] };
  readonly adjustments?: readonly Adjustment[];
};

/** A tie that the jury parted, best first. */
export type TieDecision = {
  readonly units: readonly string[];
  readonly reason: string;
  readonly author: string;
};

/** All that a result is made of. Seats stand in seat order: among equal extremes the earliest is struck. */
export type Contest = {
  readonly seats: readonly { readonly seat: string; readonly group: string }[];
  readonly facts?: { readonly [fact: string]: string };
  readonly units: readonly ContestUnit[];
  readonly decisions?: readonly TieDecision[];
};
