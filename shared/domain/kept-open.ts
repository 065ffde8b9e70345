import type { UnitId } from '../kernel/brand.ts';
import { isSameAttempt } from './attempts.ts';
import type { Step } from './event-definition.ts';
import type { Round } from './round.ts';
import { roundOfStep, type Vote } from './round-opening.ts';
import type { BallotType } from './scoring/rules/ballot-type.ts';
import { isOnAllUnits } from './scoring/rules/casting.ts';
import { stepOf } from './stage.ts';
import { type EventState, roundFor } from './state.ts';

type Keeping = Extract<BallotType['round'], { kind: 'first-held' | 'correctable-until-release' }>;

/** How rounds of these ballots stay open over several turns; null where each ends by itself. */
function keepingOf({ definition }: EventState, forms: readonly string[]): Keeping | null {
  const ballot = definition.scheme.ballots.find(({ id }) => id === forms[0]);
  if (!ballot || isOnAllUnits(ballot)) return null;
  const { round } = ballot;
  return round.kind === 'first-held' || round.kind === 'correctable-until-release' ? round : null;
}

/** Whether both are of one series: the same ballots, on the same attempt or on none. */
function isSameSeries(a: Vote, b: Vote): boolean {
  return (
    a.forms.length === b.forms.length &&
    a.forms.every((form) => b.forms.includes(form)) &&
    isSameAttempt(a.attempt, b.attempt)
  );
}

/** Rounds in the order of opening. */
function roundsInOrder({ rounds, roundOrder }: EventState): readonly Round[] {
  return roundOrder.flatMap((id) => rounds[id] ?? []);
}

/** Rounds that are open, in the order of opening. */
export function openRounds(state: EventState): readonly Round[] {
  return roundsInOrder(state).filter((round) => round.state === 'open');
}

/** Whether the unit's turn came with this round; not with one opened for it by mistake, or whose opening was undone. */
function isTurn({ voidedAs }: Round): boolean {
  return voidedAs === null || voidedAs === 'vote-again';
}

// ROUND-22
/** The standing rounds unit by unit with the same ballots on the same attempt, in the order of the turns: a vote held again keeps its unit's place. */
function seriesOf(state: EventState, vote: Vote): readonly Round[] {
  const all = roundsInOrder(state).filter(
    (round) => round.unit !== null && isSameSeries(round, vote) && isTurn(round),
  );
  const turnOf = ({ unit }: Round) => all.findIndex((round) => round.unit === unit);
  return all.filter(({ state: now }) => now !== 'voided').sort((a, b) => turnOf(a) - turnOf(b));
}

function hasLeft({ exits }: EventState, unit: UnitId | null): boolean {
  return exits.some((exit) => exit.unit === unit);
}

/** Whether a unit that hasn't left still has no round with these ballots. */
function mayOthersCome(state: EventState, { forms, attempt }: Vote): boolean {
  return state.definition.units.some(
    ({ id }) => !hasLeft(state, id) && !forms.some((form) => roundFor(state, id, form, attempt ?? null)),
  );
}

// ROUND-21
/** How many of the first units may still be added to those held: none once one of their rounds has been locked. */
function placesLeft(state: EventState, vote: Vote, held: number): number {
  const series = seriesOf(state, vote);
  if (series.some(({ state: now, opening }) => now !== 'open' || opening > 1)) return 0;
  return Math.max(0, held - series.filter(({ unit }) => !hasLeft(state, unit)).length);
}

// ROUND-3, ROUND-21, ROUND-22
/** The open round beside which none with these ballots may be opened; null if one may. */
export function roundInTheWay(state: EventState, vote: Vote): Round | null {
  const keeping = keepingOf(state, vote.forms);
  const isKept = (round: Round) => round.unit !== null && keepingOf(state, round.forms) !== null;
  const same = openRounds(state).filter((round) => isSameSeries(round, vote));
  const other = openRounds(state).find((round) => !same.includes(round) && !isKept(round));
  if (other) return other;
  if (!keeping) return same[0] ?? null;
  const isFull =
    keeping.kind === 'first-held' ? placesLeft(state, vote, keeping.held) === 0 : same.length > 1;
  return isFull ? (same[0] ?? null) : null;
}

// ROUND-23
/** The open rounds that are locked with this one, itself among them, in the order of the units’ turns. */
export function lockedWith(state: EventState, round: Round): readonly Round[] {
  const keeping = round.unit === null ? null : keepingOf(state, round.forms);
  if (!keeping) return [round];
  const open = seriesOf(state, round).filter((each) => each.state === 'open');
  if (keeping.kind === 'first-held') return open;
  return open.slice(0, 1 + open.findIndex(({ id }) => id === round.id));
}

// ROUND-21, ROUND-22
/** Whether the round, open at the lock step of its unit, stays open there. */
function staysOpen(state: EventState, round: Round): boolean {
  const keeping = round.unit === null ? null : keepingOf(state, round.forms);
  if (!keeping || !mayOthersCome(state, round)) return false;
  if (keeping.kind === 'first-held') return placesLeft(state, round, keeping.held) > 0;
  // One that was opened again while later units have spoken is over with its own step.
  return seriesOf(state, round).at(-1)?.id === round.id;
}

/** What a lock step does to the open rounds: those it locks and those it keeps open, in the order of the units’ turns. */
type AtLock = { readonly locks: readonly Round[]; readonly keeps: readonly Round[] };

// ROUND-21, ROUND-22
/** Rounds kept open for turns that won't come any more, for the units of those turns have left. */
function leftOpen(state: EventState): readonly Round[] {
  return openRounds(state).filter(
    (round) => round.unit !== null && keepingOf(state, round.forms) !== null && !mayOthersCome(state, round),
  );
}

// AGENDA-5, ROUND-21, ROUND-22
export function atLockStep(state: EventState, step: Step): AtLock {
  if (step.round !== 'locks') return { locks: [], keeps: [] };
  const round = roundOfStep(state, step);
  if (round?.state !== 'open') return { locks: hasLeft(state, step.unit) ? leftOpen(state) : [], keeps: [] };
  const together = lockedWith(state, round);
  if (!staysOpen(state, round)) return { locks: together, keeps: [] };
  if (keepingOf(state, round.forms)?.kind === 'first-held') return { locks: [], keeps: together };
  return { locks: together.filter(({ id }) => id !== round.id), keeps: [round] };
}

/** The round in hand: the open one of the unit on stage, else the one opened last, else the one that was on stage. */
export function roundInHand(state: EventState): Round | null {
  const step = stepOf(state.definition, state.stage.step);
  const onStage = step && roundOfStep(state, step);
  return onStage?.state === 'open' ? onStage : (openRounds(state).at(-1) ?? onStage);
}
