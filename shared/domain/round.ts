import type { GroupId, LogPosition, RoundId, SeatId, UnitId } from '../kernel/brand.ts';
import type { AttemptRef } from './attempts.ts';
import type { BallotValues } from './ballot.ts';

/** A ballot as the host stored it. The last one of a seat counts; earlier ones stay in the log. */
export type StoredBallot = {
  readonly seat: SeatId;
  readonly device: number;
  /** The device's own count of its ballots. */
  readonly n: number;
  readonly opening: number;
  /** 1 for this seat's first ballot in the round, then rising; of a secret round counted for each device by itself. */
  readonly ballotNumber: number;
  readonly values: BallotValues;
  /** The units that the seat could vote on when it was stored. */
  readonly units: readonly UnitId[];
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
  /** Only where nobody decided it for this round: the entry with which the panelist's absence began. */
  readonly leftAt?: LogPosition;
};

/** Ballots of a secret round that a group is no longer expected to give, since nobody may say which seat's. */
export type LoweredGroup = { readonly group: GroupId; readonly by: number; readonly reason: string };

/** One vote, on one unit, on one attempt of it, or on all units at once. A re-vote is a new round; an old one stays. */
export type Round = {
  readonly id: RoundId;
  /** Null where one ballot paper holds all units. */
  readonly unit: UnitId | null;
  /** Only where the vote is on one attempt of the unit. */
  readonly attempt?: AttemptRef;
  /** The units voted on: the one, or all of the paper in their order. */
  readonly units: readonly UnitId[];
  /** The ballots of the scheme that are cast together, by id; each seat casts those of its group. */
  readonly forms: readonly string[];
  /** Cast by cards that nobody can be told by (无记名): nothing is decided or said of a single seat. */
  readonly isSecret: boolean;
  /** 1 for the first round on this unit and attempt, or on all units, with these ballots. */
  readonly number: number;
  /** How often the round has been opened; a ballot names it, so that it can't slip into a re-opened round. */
  readonly opening: number;
  readonly state: 'open' | 'locked' | 'counted' | 'voided';
  readonly schemeHash: string;
  readonly expected: readonly SeatId[];
  /** By seat; null until it comes. Every expected seat stands here from the start, so that storing one is cheap. */
  readonly ballots: { readonly [seat: string]: StoredBallot | null };
  readonly decisions: readonly MissingDecision[];
  /** Seats with nothing left to vote on: of a paper of all units each has left, or the seat is recused from it. */
  readonly idle: readonly SeatId[];
  /** Groups of a secret round that fewer ballots are waited for. */
  readonly lowered: readonly LoweredGroup[];
  readonly returned: readonly ReturnedBallot[];
  /** The unit that a round of the wrong unit was meant for; null otherwise. */
  readonly movedTo: UnitId | null;
  /** Why it was voided; null where it stands. */
  readonly voidedAs: 'vote-again' | 'wrong-unit' | 'undone' | null;
};

/** Whether anybody has voted in this round, a ballot that was given back included. */
export function hasBallots(round: Round): boolean {
  return round.returned.length > 0 || Object.values(round.ballots).some((ballot) => ballot !== null);
}

/** Whether somebody decided about a seat in this round; a recusal is of the unit, an absence of the evening. */
export function hasDecisions(round: Round): boolean {
  return (
    round.lowered.length > 0 ||
    // AWAY-3
    round.decisions.some(({ decision, leftAt }) => decision !== 'recused' && leftAt === undefined)
  );
}

function decisionOf(round: Round, seat: SeatId): MissingDecision | undefined {
  return round.decisions.find((decision) => decision.seat === seat);
}

// ROUND-18
/** Whether a seat that has cast nothing could cast something. */
function hasTask(round: Round, seat: SeatId): boolean {
  return !round.idle.includes(seat);
}

/** Expected seats with neither a ballot nor a decision that have something to vote on, in seat order. */
export function missingSeats(round: Round): readonly SeatId[] {
  return round.expected.filter(
    (seat) => !round.ballots[seat] && !decisionOf(round, seat) && hasTask(round, seat),
  );
}

/** Seats whose ballot is still due or stored: expected ones less those decided absent, excluded or recused, and idle ones. */
export function countedSeats(round: Round): readonly SeatId[] {
  return round.expected.filter(
    (seat) =>
      (decisionOf(round, seat)?.decision ?? 'paper') === 'paper' &&
      (round.ballots[seat] || hasTask(round, seat)),
  );
}

/** Seats whose paper ballot is announced, but not entered yet. */
export function awaitedPaper(round: Round): readonly SeatId[] {
  return round.expected.filter(
    (seat) => decisionOf(round, seat)?.decision === 'paper' && !round.ballots[seat] && hasTask(round, seat),
  );
}

type Grouped = { readonly id: SeatId; readonly group: GroupId };

/** By how many ballots fewer than its cards a group of a secret round is waited for. */
export function loweredBy(round: Round, group: string): number {
  return round.lowered.find((lowered) => lowered.group === group)?.by ?? 0;
}

/** How many ballots are still waited for before the round can be locked, by group in the order of `seats`. */
export function dueByGroup(round: Round, seats: readonly Grouped[]): ReadonlyMap<GroupId, number> {
  const groupOf = new Map(seats.map(({ id, group }) => [id, group]));
  const due = new Map<GroupId, number>(seats.map(({ group }) => [group, 0]));
  for (const seat of missingSeats(round)) {
    const group = groupOf.get(seat);
    if (group !== undefined) due.set(group, (due.get(group) ?? 0) + 1);
  }
  for (const [group, missing] of due) due.set(group, Math.max(0, missing - loweredBy(round, group)));
  return due;
}

// ROUND-4
/** How many ballots or decisions the round still waits for. */
export function dueCount(round: Round, seats: readonly Grouped[]): number {
  if (round.lowered.length === 0) return missingSeats(round).length;
  return [...dueByGroup(round, seats).values()].reduce((sum, due) => sum + due, 0);
}

/** What a rejection says of a round: its unit, empty where it is on all, and its attempt where it is on one. */
export function aboutRound({ unit, attempt }: Pick<Round, 'unit' | 'attempt'>): {
  readonly [param: string]: string;
} {
  return { unit: unit ?? '', ...(attempt && { attempt: attempt.id, list: attempt.list }) };
}

/** The id of the n-th round on a unit, or on all of them. */
export function roundIdOf(unit: UnitId | null, number: number): RoundId {
  return `${unit ?? '*'}.${number}` as RoundId;
}
