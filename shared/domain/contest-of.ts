import type { UnitId } from '../kernel/brand.ts';
import { type AttemptRef, attemptKey, attemptLists, attemptsOf } from './attempts.ts';
import { carriedBy } from './earlier-stage.ts';
import type { Unit } from './event-definition.ts';
import type { Round } from './round.ts';
import { votesOn } from './round-papers.ts';
import { indicatorItems, indicatorList } from './scoring/indicator-items.ts';
import { type Casting, castingsIn, requiredCastings, takesBallots } from './scoring/live-ballot.ts';
import type { BallotVotes, Contest, ContestUnit, Item } from './scoring/rules/contest.ts';
import { type EventState, roundFor, unitOf } from './state.ts';

/** Whether anybody's vote counts. */
export function hasVotes({ votes, states }: BallotVotes): boolean {
  return Object.keys(votes).some((seat) => states?.[seat] === undefined);
}

type BallotsOnUnit = { readonly [ballot: string]: BallotVotes };

/** Votes with what they were made from beside the round. */
type MadeVotes = {
  readonly recusals: EventState['recusals'];
  readonly ballots: EventState['definition']['scheme']['ballots'];
  readonly votes: BallotVotes;
};

/** The votes of one ballot on a unit of one round; the same as long as nothing of the round changes. */
const votesInRounds = new WeakMap<Round, Map<string, MadeVotes>>();

function votesIn(state: EventState, round: Round, form: string, unit: UnitId): BallotVotes {
  const { recusals } = state;
  const { ballots } = state.definition.scheme;
  const own = votesInRounds.get(round) ?? new Map<string, MadeVotes>();
  votesInRounds.set(round, own);
  const key = `${form}/${unit}`;
  const known = own.get(key);
  if (known?.recusals === recusals && known.ballots === ballots) return known.votes;
  const votes = votesOn(round, state, form, unit);
  own.set(key, { recusals, ballots, votes });
  return votes;
}

/** All votes on a unit itself, or on one attempt of it, that stand, by ballot of the scheme. */
export function ballotsOn(state: EventState, unit: UnitId, attempt: AttemptRef | null = null): BallotsOnUnit {
  const found: { [ballot: string]: BallotVotes } = {};
  for (const { id } of state.definition.scheme.ballots) {
    const round = roundFor(state, unit, id, attempt);
    if (round) found[id] = votesIn(state, round, id, unit);
  }
  return found;
}

/** The attempts of one list, as the event has them. */
function attemptRefs({ definition }: EventState, list: string): readonly AttemptRef[] {
  return attemptsOf(definition, list).map(({ id }) => ({ list, id }));
}

/** Every attempt that the scheme takes of a unit, list after list, in the event's order. */
export function attemptsIn(state: EventState): readonly AttemptRef[] {
  return attemptLists(state.definition.scheme).flatMap((list) => attemptRefs(state, list));
}

/** Every vote on a unit or on an attempt of it that stands. */
function votesOnUnit(state: EventState, unit: UnitId): readonly BallotVotes[] {
  return [null, ...attemptsIn(state)].flatMap((attempt) => Object.values(ballotsOn(state, unit, attempt)));
}

function isCalled(state: EventState, unit: UnitId, notCalled: readonly string[]): boolean {
  if (notCalled.includes(unit)) return false;
  const cast = votesOnUnit(state, unit);
  // BESIDE-5
  return cast.some(hasVotes) || (cast.length === 0 && !takesBallots(state.definition.scheme));
}

// SCORE-5
/** Units that stood on stage but have no vote that counts: they are in nobody's ranking. */
export function isUnscored(state: EventState, unit: UnitId, notCalled: readonly string[] = []): boolean {
  if (state.exits.some((exit) => exit.unit === unit) || notCalled.includes(unit)) return false;
  const cast = votesOnUnit(state, unit);
  return cast.length > 0 && !cast.some(hasVotes);
}

/** Whether any number of the unit or of its attempts is on record here. */
export function isMeasured({ measures, attemptMeasures }: EventState, unit: string): boolean {
  return [measures[unit] ?? {}, ...Object.values(attemptMeasures[unit] ?? {})].some(
    (numbers) => Object.keys(numbers).length > 0,
  );
}

/** One of the scheme's ballots, as it is cast on a unit itself or on one attempt of it. */
export type VoteOnUnit = { readonly form: string; readonly attempt: AttemptRef | null };

function onUnit(state: EventState, castings: readonly Casting[]): readonly VoteOnUnit[] {
  return castings.flatMap(({ form, list }): readonly VoteOnUnit[] =>
    list === null
      ? [{ form, attempt: null }]
      : attemptRefs(state, list).map((attempt) => ({ form, attempt })),
  );
}

// ATTEMPT-3
/** All that a unit can be voted on by, in the order of the scheme's ballots and the event's attempts. */
export function everyBallot(state: EventState): readonly VoteOnUnit[] {
  return onUnit(state, castingsIn(state.definition.scheme));
}

/** Of these, what is held of every unit before the count. */
export function dueBallots(state: EventState): readonly VoteOnUnit[] {
  return onUnit(state, requiredCastings(state.definition.scheme));
}

// RESULT-2
/** Ballots that the total takes and that nobody has cast on a unit, or on an attempt of it, yet. */
export function ballotsLacking(state: EventState, unit: UnitId): readonly VoteOnUnit[] {
  return dueBallots(state).filter(({ form, attempt }) => !roundFor(state, unit, form, attempt));
}

// STAGE-2
/** The unit's numbers: those from an earlier stage, in place of which others may have been recorded. */
function measuresOf({ definition, measures }: EventState, unit: UnitId): ContestUnit['measures'] {
  const carried = carriedBy(definition, unit);
  return carried ? { ...carried, ...measures[unit] } : measures[unit];
}

// ATTEMPT-2, ATTEMPT-3
/** The unit's boards and attempts, each list in its order, with the numbers and the votes of each. */
function itemsOf(state: EventState, unit: UnitId): NonNullable<ContestUnit['items']> {
  const { definition, attemptMeasures } = state;
  const boards = indicatorItems(definition).get(unit) ?? [];
  const numbers = attemptMeasures[unit] ?? {};
  const attempts = attemptLists(definition.scheme).map((list): [string, readonly Item[]] => [
    list,
    attemptRefs(state, list).map((attempt) => {
      const measures = numbers[attemptKey(attempt)];
      const ballots = ballotsOn(state, unit, attempt);
      const isVotedOn = Object.keys(ballots).length > 0;
      return { id: attempt.id, ...(measures && { measures }), ...(isVotedOn && { ballots }) };
    }),
  ]);
  return Object.fromEntries([...(boards.length > 0 ? [[indicatorList, boards] as const] : []), ...attempts]);
}

function contestUnit(state: EventState, unit: UnitId, notCalled: readonly string[]): ContestUnit {
  const ballots = ballotsOn(state, unit);
  const exit = state.exits.find((candidate) => candidate.unit === unit);
  const measures = measuresOf(state, unit);
  const division = unitOf(state.definition, unit)?.division;
  const adjustments = state.adjustments.filter((adjustment) => adjustment.unit === unit);
  const items = itemsOf(state, unit);
  const beside = {
    ...(division !== undefined && { division }),
    ...(measures && { measures }),
    ...(adjustments.length > 0 && { adjustments }),
    ...(Object.keys(items).length > 0 && { items }),
  };
  // ROUND-15
  if (exit) return { unit, state: exit.why, ballots, ...beside };
  return isCalled(state, unit, notCalled)
    ? { unit, ballots, ...beside }
    : { unit, state: 'not-called', ...beside };
}

// DIVISION-2
/** Units division after division, in the order of appearance within each. */
function unitsByDivision({ divisions, units }: EventState['definition']): readonly Unit[] {
  return divisions ? divisions.flatMap(({ id }) => units.filter(({ division }) => division === id)) : units;
}

/** All that the result is made of: units division after division, in the order of appearance; seats in seat order. */
export function contestOf(state: EventState, notCalled: readonly string[] = state.notCalled): Contest {
  return {
    seats: state.definition.seats.map(({ id, group }) => ({ seat: id, group })),
    facts: state.facts,
    units: unitsByDivision(state.definition).map(({ id }) => contestUnit(state, id, notCalled)),
    decisions: state.tieDecisions,
  };
}
