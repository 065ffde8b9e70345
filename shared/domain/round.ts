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
  /** The exact text that the device signed; empty on paper. */
  readonly signed: string;
  readonly source: 'device' | 'paper';
};

/** A ballot given back to its panelist to be filled in again (退回重打); its marks stay as a draft. */
export type ReturnedBallot = Pick<StoredBallot, 'seat' | 'device' | 'n' | 'ballotNumber' | 'values'> & {
  readonly reason: string;
};

/**
 * Why an expected seat needs no ballot from its device: it is absent, left out of the count, votes on paper, or may not
 * vote on this unit.
 */
export type MissingDecision = {
  readonly seat: SeatId;
  readonly decision: 'absent' | 'excluded' | 'paper' | 'recused';
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
  readonly returned: readonly ReturnedBallot[];
  /** The unit that a round of the wrong unit was meant for; null otherwise. */
  readonly movedTo: UnitId | null;
};

/** Whether anybody has voted in this round, a ballot that was given back included. */
export function hasBallots(round: Round): boolean {
  return round.returned.length > 0 || Object.values(round.ballots).some((ballot) => ballot !== null);
}

/** Whether somebody decided about a seat in this round; a recusal was decided of the unit before. */
export function hasDecisions(round: Round): boolean {
  return round.decisions.some(({ decision }) => decision !== 'recused');
}

function decisionOf(round: Round, seat: SeatId): MissingDecision | undefined {
  return round.decisions.find((decision) => decision.seat === seat);
}

/** Expected seats with neither a ballot nor a decision, in seat order. */
export function missingSeats(round: Round): readonly SeatId[] {
  return round.expected.filter((seat) => !round.ballots[seat] && !decisionOf(round, seat));
}

/** Seats whose ballot is still due or stored: expected ones less those decided absent, excluded or recused. */
export function countedSeats(round: Round): readonly SeatId[] {
  return round.expected.filter((seat) => (decisionOf(round, seat)?.decision ?? 'paper') === 'paper');
}

/** Seats whose paper ballot is announced, but not entered yet. */
export function awaitedPaper(round: Round): readonly SeatId[] {
  return round.expected.filter(
    (seat) => decisionOf(round, seat)?.decision === 'paper' && !round.ballots[seat],
  );
}

export function roundIdOf(unit: UnitId, number: number): RoundId {
  return `${unit}.${number}` as RoundId;
}
