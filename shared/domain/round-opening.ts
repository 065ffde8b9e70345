import type { UnitId } from '../kernel/brand.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { type AttemptRef, attemptNamed, isSameAttempt } from './attempts.ts';
import type { Step } from './event-definition.ts';
import type { EventOf } from './events.ts';
import { type Rejection, rejection } from './rejection.ts';
import { type Round, roundIdOf } from './round.ts';
import {
  ballotNamed,
  isByAttempt,
  isCastOn,
  isEachCalled,
  tieBreakBallots,
  usualForms,
} from './scoring/live-ballot.ts';
import type { BallotType } from './scoring/rules/ballot-type.ts';
import { isCastBy, isOnAllUnits } from './scoring/rules/casting.ts';
import type { ScoringScheme } from './scoring/rules/scoring-scheme.ts';
import { currentRound, type EventState, latestRound } from './state.ts';

/** A round to be opened: on one unit, on one attempt of it, or on all (`units` null) or some units at once. */
export type RoundMeant = {
  readonly unit: UnitId | null;
  readonly attempt: AttemptRef | null;
  readonly units: readonly UnitId[] | null;
  readonly forms: readonly string[] | null;
};

/** The ballots that are cast together, and the attempt that they are cast on. */
export type Vote = { readonly forms: readonly string[]; readonly attempt?: AttemptRef | null | undefined };

/** The ballots that a step's round is about. */
export function formsOfStep(
  scheme: ScoringScheme,
  { unit, forms, attempt }: Pick<Step, 'unit' | 'forms' | 'attempt'>,
): readonly string[] {
  return forms ?? usualForms(scheme, unit === null, attempt?.list ?? null);
}

/** The round that a step opens. */
export function meantBy({ unit, forms, attempt }: Pick<Step, 'unit' | 'forms' | 'attempt'>): RoundMeant {
  return { unit, attempt: attempt ?? null, units: null, forms: forms ?? null };
}

/** The latest round that stands of the unit, the attempt and the ballots that a step is about. */
export function roundOfStep(
  state: Pick<EventState, 'definition' | 'rounds' | 'roundOrder'>,
  step: Pick<Step, 'unit' | 'forms' | 'attempt' | 'round'>,
): Round | null {
  const { unit, attempt } = step;
  if (step.round === null) {
    if (!attempt) return currentRound(state, unit);
    return latestRound(state, (round) => round.unit === unit && isSameAttempt(round.attempt, attempt));
  }
  const forms = formsOfStep(state.definition.scheme, step);
  return latestRound(
    state,
    (round) =>
      round.unit === unit &&
      isSameAttempt(round.attempt, attempt) &&
      round.forms.some((form) => forms.includes(form)),
  );
}

// ROUND-19
/** Units on a paper of all: those that haven't left and, where units are also voted on one by one, stood on stage. */
function unitsOnPaper(state: EventState): readonly UnitId[] {
  const { units, scheme } = state.definition;
  const isCalled = isEachCalled(scheme);
  return units.flatMap(({ id }) => {
    const hasLeft = state.exits.some(({ unit }) => unit === id);
    return hasLeft || (isCalled && !currentRound(state, id)) ? [] : [id];
  });
}

function isAsLongOpen({ round: a }: BallotType, { round: b }: BallotType): boolean {
  return a.kind === b.kind && (a.kind !== 'first-held' || b.kind !== 'first-held' || a.held === b.held);
}

/** Why ballots can't be cast together on one unit, on one attempt of it (of `list`), or on all; null where they can. */
export function formsProblem(
  scheme: ScoringScheme,
  forms: readonly string[],
  isAllUnits: boolean,
  list: string | null,
): Rejection | null {
  const known: readonly string[] = scheme.ballots.map(({ id }) => id);
  const strange = forms.findIndex((form) => !known.includes(form));
  if (strange >= 0) return rejection('unknown-form', `forms.${strange}`);
  if (forms.length === 0)
    return isByAttempt(scheme) ? rejection('attempt-unfit', 'attempt') : rejection('unknown-form', 'forms');
  const twice = forms.findIndex((form, n) => forms.indexOf(form) < n);
  if (twice >= 0) return rejection('forms-apart', `forms.${twice}`);
  const ballots = forms.map((form) => ballotNamed(scheme, form));
  const apart = ballots.findIndex((ballot) => isOnAllUnits(ballot) !== isAllUnits);
  if (apart >= 0) return rejection('forms-apart', `forms.${apart}`);
  // ATTEMPT-3
  if (forms.some((form) => !isCastOn(scheme, form, list))) return rejection('attempt-unfit', 'attempt');
  // ROUND-24: a paper is one ballot, open as a whole or locked.
  const [first] = ballots;
  const other = ballots.findIndex((ballot) => first && !isAsLongOpen(ballot, first));
  if (!isAllUnits && other >= 0) return rejection('forms-apart', `forms.${other}`);
  // A card that says who votes would open the one beside it.
  const secret = ballots.filter(({ secrecy }) => secrecy === 'anonymous').length;
  return secret === 0 || secret === ballots.length ? null : rejection('forms-apart', 'forms');
}

/** Whether a round is held with these ballots, on this attempt or on none. */
export function isSameVote(round: Pick<Round, 'forms' | 'attempt'>, { forms, attempt }: Vote): boolean {
  return round.forms.join() === forms.join() && isSameAttempt(round.attempt, attempt);
}

// ROUND-20
/** Whether one of the ballots is a ranking that stands for other units: places of two rankings say nothing together. */
function isRankedApart(state: EventState, forms: readonly string[]): boolean {
  const { scheme } = state.definition;
  const isPresent = (unit: UnitId) => !state.exits.some((exit) => exit.unit === unit);
  const apart = tieBreakBallots(scheme);
  return forms.some(
    (form) =>
      ballotNamed(scheme, form).kind === 'ranking' &&
      // Each vote among equal units is a ranking of its own.
      !apart.includes(form) &&
      latestRound(state, (round) => round.forms.includes(form) && round.units.some(isPresent)) !== null,
  );
}

// ROUND-1, ROUND-17
/** The opening of the round, null if a round with one of its ballots stands on one of its units, or why there is none. */
export function openingOf(
  state: EventState,
  { unit, attempt, units: named, forms: wanted }: RoundMeant,
): Result<EventOf<'RoundOpened'> | null, Rejection> {
  const { scheme, seats } = state.definition;
  const list = attempt?.list ?? null;
  if (attempt && !attemptNamed(state.definition, attempt))
    return err(rejection('unknown-attempt', 'attempt'));
  const asked = wanted ?? usualForms(scheme, unit === null, list);
  const problem = formsProblem(scheme, asked, unit === null, list);
  if (problem) return err(problem);
  // Rounds of the same ballots are told by them, in whatever order they were asked for.
  const forms = scheme.ballots.flatMap(({ id }) => (asked.includes(id) ? [id] : []));
  const units = unit === null ? (named ?? unitsOnPaper(state)) : [unit];
  if (units.length === 0) return err(rejection('no-units-to-vote'));
  const standing = latestRound(
    state,
    (round) =>
      isSameAttempt(round.attempt, attempt) &&
      round.forms.some((form) => forms.includes(form)) &&
      round.units.some((id) => units.includes(id)),
  );
  if (standing) return ok(null);
  if (isRankedApart(state, forms)) return err(rejection('ranking-held', 'units'));
  const own = Object.values(state.rounds).filter((round) => round.unit === unit);
  const ballots = forms.map((form) => ballotNamed(scheme, form));
  return ok({
    kind: 'RoundOpened',
    // SCHEME-3
    schemeHash: state.schemeHash,
    round: roundIdOf(unit, own.length + 1),
    unit,
    ...(attempt && { attempt: { list: attempt.list, id: attempt.id } }),
    units,
    forms,
    number: 1 + own.filter((round) => isSameVote(round, { forms, attempt })).length,
    // ROUND-2
    expected: seats
      .filter(({ group }) => ballots.some((ballot) => isCastBy(ballot, group)))
      .map(({ id }) => id),
  });
}
