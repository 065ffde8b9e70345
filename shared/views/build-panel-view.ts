import { ballotTotal } from '../domain/ballot.ts';
import { ballotMark, type Seat } from '../domain/event-definition.ts';
import { openRounds, roundInHand } from '../domain/kept-open.ts';
import { absenceOf } from '../domain/presence.ts';
import type { Round, StoredBallot } from '../domain/round.ts';
import { isSameVote } from '../domain/round-opening.ts';
import { formsOfGroup, unitsFor } from '../domain/round-papers.ts';
import { ballotNamed, hasOnlySecretBallots } from '../domain/scoring/live-ballot.ts';
import type { EventState } from '../domain/state.ts';
import type { SeatId, UnitId } from '../kernel/brand.ts';
import { sha256Hex } from '../kernel/sha256.ts';
import { ballotCheckCode } from './ballot-check-code.ts';
import { ballotFields } from './ballot-fields.ts';
import {
  eventView,
  positionView,
  stageStep,
  timerView,
  unitView,
  unitViews,
  withAttempt,
} from './build-common.ts';
import type {
  BallotDraftView,
  BallotFormView,
  PanelView,
  SeatPaperView,
  SeatView,
  StoredBallotView,
} from './view-sections.ts';

type Hash = (text: string) => string;

// ROUND-21, ROUND-22
/** Rounds that a panelist may still change besides the one in hand. */
function keptBeside(state: EventState, inHand: Round | null): readonly Round[] {
  return openRounds(state).filter(({ id }) => id !== inHand?.id);
}

function ballotForm(state: EventState, round: Round): BallotFormView | null {
  if (state.result.kind === 'released') return null;
  return {
    round: round.id,
    opening: round.opening,
    unit: unitView(state.definition, round.unit),
    ...withAttempt(state.definition, round.attempt),
    units: unitViews(state.definition, round.units),
    parts: round.forms.map((form) => ballotNamed(state.definition.scheme, form)),
    state: round.state === 'open' ? 'open' : 'locked',
    schemeHash: round.schemeHash,
    mark: ballotMark(state.definition),
  };
}

function taskOf(state: EventState, round: Round | null): PanelView['stage']['task'] {
  if (state.phase === 'closed') return 'ended';
  if (round?.state === 'open') return 'score';
  if (state.phase === 'prepared') return 'wait-for-start';
  return round && stageStep(state)?.round === 'locks' ? 'locked' : 'listen';
}

// VIEW-1, VIEW-7: nothing of another seat, no running score, no unreleased result.
/** The sections that every seat receives alike. */
export function buildPanelView(state: EventState): PanelView {
  const step = stageStep(state);
  const round = roundInHand(state);
  return {
    event: eventView(state.definition),
    stage: {
      stepName: step?.name ?? null,
      unit: unitView(state.definition, step?.unit ?? null),
      ...withAttempt(state.definition, step?.attempt),
      position: step?.unit ? positionView(state.definition, step.unit) : null,
      task: taskOf(state, round),
    },
    timer: timerView(state),
    ballot: round && ballotForm(state, round),
    keptOpen: keptBeside(state, round).flatMap((kept) => ballotForm(state, kept) ?? []),
  };
}

/** What a stored ballot shows never changes, and every change of the state asks for all of them again. */
const storedViews = new WeakMap<StoredBallot, StoredBallotView>();

/** The total of the numbers on one unit; empty where the paper holds anything else. */
function totalOf({ definition }: EventState, round: Round, { values }: StoredBallot): string {
  const [form, ...others] = round.forms;
  if (form === undefined || others.length > 0 || round.unit === null) return '';
  const { criteria } = ballotFields(ballotNamed(definition.scheme, form));
  return criteria.length === 0 ? '' : ballotTotal(criteria, values);
}

function storedBallotView(
  state: EventState,
  round: Round,
  stored: StoredBallot,
  hash: Hash,
): StoredBallotView {
  const known = storedViews.get(stored);
  if (known) return known;
  const view: StoredBallotView = {
    round: round.id,
    opening: stored.opening,
    ballotNumber: stored.ballotNumber,
    values: stored.values,
    total: totalOf(state, round, stored),
    code: ballotCheckCode(stored.signed, hash),
    signed: stored.signed,
  };
  storedViews.set(stored, view);
  return view;
}

// ATTEMPT-3
/** Voided rounds whose marks were meant for this round's unit, attempt and ballots, the latest first. */
function roundsMeantFor(state: EventState, meant: Round): readonly Round[] {
  if (meant.unit === null) return [];
  return Object.values(state.rounds)
    .filter((round) => round.state === 'voided' && round.movedTo === meant.unit && isSameVote(round, meant))
    .reverse();
}

// SECRET-4
/** Whether a seat's device may read a ballot back: a secret one only if it cast it, else a new device would open it. */
function mayRead(round: Round, stored: StoredBallot, device: number): boolean {
  return !round.isSecret || stored.device === device;
}

// ROUND-12, ROUND-14
/** Marks that this seat has given already and has to confirm before they count here; null if there are none. */
function draftView(
  state: EventState,
  round: Round,
  moved: readonly Round[],
  seat: SeatId,
  device: number,
): BallotDraftView | null {
  const returned = round.returned.find((ballot) => ballot.seat === seat);
  if (returned) return { round: round.id, values: returned.values, from: { kind: 'returned' } };
  const source = moved.find(({ ballots }) => ballots[seat]);
  const ballot = source?.ballots[seat];
  const unit = source && unitView(state.definition, source.unit);
  return unit && ballot && mayRead(source, ballot, device)
    ? { round: round.id, values: ballot.values, from: { kind: 'moved', unit: unit.name } }
    : null;
}

/** Units of a paper of all that the seat may not vote on, or that have left. */
function notOn(state: EventState, round: Round, seat: SeatId): readonly UnitId[] {
  if (round.unit !== null || (state.recusals.length === 0 && state.exits.length === 0)) return [];
  const may = unitsFor(round, state, seat);
  return round.units.filter((unit) => !may.includes(unit));
}

/** What a seat with this device has to do with a paper; what the seats have in common is looked up once. */
function seatPaperOf(
  state: EventState,
  round: Round | null,
  hash: Hash,
): (seat: Seat, device: number) => SeatPaperView {
  // AWAY-7
  const barredAway = (seat: SeatId) => (absenceOf(state, seat) ? 'away' : null);
  if (!round) return ({ id }) => ({ mine: null, barred: barredAway(id), casts: [], notOn: [], draft: null });
  const decisionOf = new Map(round.decisions.map(({ seat, decision }) => [seat, decision]));
  const moved = roundsMeantFor(state, round);
  const { scheme } = state.definition;
  return ({ id, group }, device) => {
    const stored = round.ballots[id];
    const isOwn = stored?.source === 'device' && mayRead(round, stored, device);
    return {
      mine: isOwn ? storedBallotView(state, round, stored, hash) : null,
      barred: barredAway(id) ?? decisionOf.get(id) ?? null,
      casts: formsOfGroup(round, scheme, group).map((ballot) => ballot.id),
      notOn: notOn(state, round, id),
      draft: stored ? null : draftView(state, round, moved, id, device),
    };
  };
}

/**
 * Builds the sections of one paired seat alone, for as many seats as asked: what they have in common is looked up
 * once. Null if the seat doesn't exist or holds no device. `hash` may be a faster SHA-256 than the portable one.
 */
export function seatViewsOf(state: EventState, hash: Hash = sha256Hex): (id: SeatId) => SeatView | null {
  const { seats, groups, scheme } = state.definition;
  const seatsById = new Map(seats.map((seat) => [seat.id, seat]));
  const groupNames = new Map(groups.map(({ id, name }) => [id, name]));
  const inHand = roundInHand(state);
  const onPaper = seatPaperOf(state, inHand, hash);
  const onKept = keptBeside(state, inHand).map((round) => seatPaperOf(state, round, hash));
  return (id) => {
    const seat = seatsById.get(id);
    const device = state.seatDevices[id];
    const group = seat && groupNames.get(seat.group);
    if (!seat || !device || !group) return null;
    return {
      seat: {
        id: seat.id,
        number: seat.number,
        group,
        device: device.device,
        isCard: hasOnlySecretBallots(scheme, seat.group),
      },
      awaySince: absenceOf(state, id)?.left.wall ?? null,
      ...onPaper(seat, device.device),
      ownKept: onKept.map((paper) => paper(seat, device.device)),
    };
  };
}

/** The sections of one paired seat alone; null if the seat doesn't exist or holds no device. */
export function buildSeatView(state: EventState, id: SeatId): SeatView | null {
  return seatViewsOf(state)(id);
}
