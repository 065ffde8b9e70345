import type { RoundId, SeatId, UnitId } from '../kernel/brand.ts';
import type { BallotValues } from './ballot.ts';

/** A ballot as the host stored it. The last one of a seat counts; earlier ones stay in the log. */
export type StoredBallot = {
  readonly seat: SeatId;
  readonly device: number;
  /** The device's own count of its ballots. */
  readonly n: number;
  readonly opening: number;
  /** 1 for this seat's first ballot in the round, then rising. */
  readonly ballotNumber: number;
  readonly values: BallotValues;
  readonly signed: string;
};

/** What the operator decided about an expected seat without a ballot, and why. */
export type MissingDecision = {
  readonly seat: SeatId;
  readonly decision: 'absent' | 'excluded';
  readonly reason: string;
};

/** One vote on one unit. A re-vote is a new round; an old one stays. */
export type Round = {
  readonly id: RoundId;
  readonly unit: UnitId;
  /** 1 for the unit's first round. */
  readonly number: number;
  /** How often the round has been opened; a ballot names it, so that it can't slip into a re-opened round. */
  readonly opening: number;
  readonly state: 'open' | 'locked' | 'counted' | 'voided';
  readonly schemeHash: string;
  readonly expected: readonly SeatId[];
  /** By seat; null until it comes. Every expected seat stands here from the start, so that storing one is cheap. */
  readonly ballots: { readonly [seat: string]: StoredBallot | null };
  readonly decisions: readonly MissingDecision[];
};

export function hasBallots(round: Round): boolean {
  return Object.values(round.ballots).some((ballot) => ballot !== null);
}

/** Expected seats with neither a ballot nor a decision, in seat order. */
export function missingSeats(round: Round): readonly SeatId[] {
  return round.expected.filter(
    (seat) => !round.ballots[seat] && !round.decisions.some((d) => d.seat === seat),
  );
}

/** Seats whose ballot is still due or stored: expected ones less those decided absent or excluded. */
export function countedSeats(round: Round): readonly SeatId[] {
  return round.expected.filter(
    (seat) => round.ballots[seat] || !round.decisions.some((d) => d.seat === seat),
  );
}

export function roundIdOf(unit: UnitId, number: number): RoundId {
  return `${unit}.${number}` as RoundId;
}
