import { actHash } from '../domain/act-hash.ts';
import { type AttemptRef, attemptNamed, isSameAttempt } from '../domain/attempts.ts';
import { entryName } from '../domain/event-version.ts';
import { type Absence, type Moment, roundsMissed } from '../domain/presence.ts';
import type { Round } from '../domain/round.ts';
import { isOnSameMachine } from '../domain/same-machine.ts';
import { stepOf } from '../domain/stage.ts';
import { type EventState, seatOf, unitOf } from '../domain/state.ts';
import type { Act, WhatIf, WhatIfAnswer } from '../domain/two-person-act.ts';
import { type LocalText, localText, sameText } from '../kernel/language.ts';
import { groupName, unitWithAttempt } from './build-common.ts';
import type {
  AbsenceView,
  ChangeView,
  ExitView,
  LookView,
  MomentView,
  MonitorResult,
  MovedView,
  ObjectionView,
  ProposalView,
  WhatIfAnswerView,
  WhatIfView,
} from './monitor-view.ts';

function unitName(state: EventState, unit: string | null): LocalText | null {
  if (unit === null) return null;
  return unitOf(state.definition, unit)?.name ?? sameText(unit);
}

function attemptName({ definition }: EventState, attempt: AttemptRef): LocalText {
  return attemptNamed(definition, attempt)?.name ?? sameText(attempt.id);
}

/** What a vote is on: a unit, with the attempt where it is on one; null where it is on all. */
function votedOn({ definition }: EventState, round: Pick<Round, 'unit' | 'attempt'> | undefined) {
  return (round && unitWithAttempt(definition, round)?.name) ?? null;
}

/** Seats by their numbers, as people know them. */
export function seatNumbers(state: EventState, seats: readonly string[]): readonly number[] {
  return seats.map((seat) => seatOf(state, seat)?.number ?? 0);
}

/** How a device is called; its id where it has left. */
export function deviceName(state: EventState, screen: string | null): string | null {
  if (screen === null) return null;
  return state.screens.find(({ id }) => id === screen)?.name ?? screen;
}

/** The changelog, the latest last: what happened to the vote besides voting. */
export function changeViews(state: EventState): readonly ChangeView[] {
  return state.changes.map(
    ({ n, wall, what, unit, attempt, toUnit, seats, reason, seconded, isSameMachine, version }) => ({
      n,
      entry: entryName(state, n),
      wall,
      what,
      unit: unitName(state, unit),
      ...(attempt && { attempt: attemptName(state, attempt) }),
      toUnit: unitName(state, toUnit),
      seats: seatNumbers(state, seats),
      reason,
      seconded: deviceName(state, seconded),
      ...((isSameMachine || isOnSameMachine(state, seconded)) && { isSameMachine: true }),
      ...(version && { version: { number: version.version, supersedes: version.supersedes } }),
    }),
  );
}

/** Who looked at a result before its release, or at marks by seat. */
export function lookViews(state: EventState): readonly LookView[] {
  return state.looks.map(({ n, wall, by, screen, what, unit, seat }) => ({
    n,
    entry: entryName(state, n),
    wall,
    by,
    device: deviceName(state, screen),
    what,
    unit: unitName(state, unit),
    seat: seat === null ? null : (seatOf(state, seat)?.number ?? 0),
  }));
}

export function exitViews(state: EventState): readonly ExitView[] {
  return state.exits.map(({ unit, why, reason }) => ({
    id: unit,
    unit: unitName(state, unit) ?? sameText(unit),
    why,
    reason,
  }));
}

function momentView(state: EventState, { wall, step, reason }: Moment): MomentView {
  return { wall, step: stepOf(state.definition, step)?.name ?? null, reason };
}

/** What a round is about, once where a unit was voted on in several. */
function unitsMissed(state: EventState, absence: Absence): readonly LocalText[] {
  const missed = roundsMissed(state, absence);
  const isSaid = (round: Round, n: number) =>
    missed
      .slice(0, n)
      .some((other) => other.unit === round.unit && isSameAttempt(other.attempt, round.attempt));
  return missed.filter((round, n) => !isSaid(round, n)).map((round) => votedOn(state, round) ?? allUnits);
}

// AWAY-6, AWAY-7
export function absenceViews(state: EventState): readonly AbsenceView[] {
  return state.absences.map((absence) => ({
    n: absence.left.n,
    seat: seatOf(state, absence.seat)?.number ?? 0,
    left: momentView(state, absence.left),
    back: absence.back && momentView(state, absence.back),
    missed: unitsMissed(state, absence),
  }));
}

function questionView(state: EventState, question: WhatIf): WhatIfView {
  return question.kind === 'without-trim'
    ? question
    : { kind: question.kind, group: groupName(state.definition, question.group) };
}

/** What a round on all units is about. */
const allUnits = localText('全部单位', '全部單位', 'All units');

function actView(state: EventState, act: Act): ProposalView['act'] {
  if (act.kind === 'close') return { kind: act.kind, head: act.head, ...act.closing };
  if (act.kind === 'what-if') return { kind: act.kind, question: questionView(state, act.question) };
  if (act.kind === 'take-back') return act;
  const unit = votedOn(state, state.rounds[act.round]) ?? allUnits;
  if (act.kind === 'reopen') return { kind: act.kind, unit };
  return { kind: act.kind, unit, why: act.why, toUnit: unitName(state, act.toUnit) };
}

export function proposalViews(state: EventState): readonly ProposalView[] {
  return state.proposals.map(({ id, act, reason }) => ({
    id,
    reason,
    actHash: actHash(act),
    act: actView(state, act),
  }));
}

/** Units that would stand elsewhere, by name. */
export function movedViews(state: EventState, moved: WhatIfAnswer['moved']): readonly MovedView[] {
  return moved.map(({ unit, place, otherwise }) => ({
    unit: unitName(state, unit) ?? sameText(unit),
    place,
    otherwise,
  }));
}

// RESULT-11
/** What was asked about the result; the answers for someone who has looked at it. */
export function whatIfViews(state: EventState, isSeen: boolean): readonly WhatIfAnswerView[] {
  return state.whatIfs.map(({ proposal, question, moved }) => ({
    proposal,
    question: questionView(state, question),
    moved: isSeen ? movedViews(state, moved) : null,
  }));
}

/** Who released the result; null before. */
export function releaseView(state: EventState): MonitorResult['released'] {
  const { result } = state;
  if (result.kind !== 'released') return null;
  const { releasedBy } = result;
  return { by: releasedBy === null ? 'operator' : 'chair', device: deviceName(state, releasedBy) };
}

// SAME-4
/** Set where a signature of the count that stands was given on the host's own machine. */
export function sameMachineMark(state: EventState): { readonly isSameMachine?: true } {
  const { result } = state;
  if (result.kind === 'none') return {};
  const signers = [
    result.coSigned?.screen ?? null,
    result.objection?.screen ?? null,
    result.objection?.overriddenBy ?? null,
    result.kind === 'released' ? result.releasedBy : null,
  ];
  return signers.some((screen) => isOnSameMachine(state, screen)) ? { isSameMachine: true } : {};
}

export function objectionView({ result }: EventState): ObjectionView | null {
  if (result.kind === 'none' || !result.objection) return null;
  const { reason, overridden, overriddenBy } = result.objection;
  return { reason, overridden, isByDevice: overriddenBy !== null };
}
