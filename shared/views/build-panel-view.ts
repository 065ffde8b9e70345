import { ballotTotal } from '../domain/ballot.ts';
import { ballotMark } from '../domain/event-definition.ts';
import type { Round } from '../domain/round.ts';
import { currentRound, type EventState, seatOf } from '../domain/state.ts';
import type { SeatId } from '../kernel/brand.ts';
import { ballotCheckCode } from './ballot-check-code.ts';
import { eventView, positionView, stageStep, timerView, unitView } from './build-common.ts';
import type { BallotFormView, PanelView, SeatView, StoredBallotView } from './view-sections.ts';

/** The round a panelist may score: the one on stage, or one that is open while the stage has moved on. */
function roundOnPanel(state: EventState): Round | null {
  const onStage = currentRound(state, stageStep(state)?.unit ?? null);
  return Object.values(state.rounds).find((round) => round.state === 'open') ?? onStage;
}

function ballotForm(state: EventState, round: Round): BallotFormView | null {
  const unit = unitView(state.definition, round.unit);
  if (!unit || state.result.kind === 'released') return null;
  return {
    round: round.id,
    opening: round.opening,
    unit,
    state: round.state === 'open' ? 'open' : 'locked',
    schemeHash: round.schemeHash,
    mark: ballotMark(state.definition),
    criteria: state.definition.scheme.criteria.map(({ id, name, maximum, step }) => ({
      id,
      name,
      maximum,
      step,
    })),
  };
}

function taskOf(state: EventState, round: Round | null): PanelView['stage']['task'] {
  if (state.phase === 'closed') return 'ended';
  if (round?.state === 'open') return 'score';
  if (state.phase === 'prepared') return 'wait-for-start';
  return round && stageStep(state)?.round === 'locks' ? 'locked' : 'listen';
}

// VIEW-1: nothing of another seat, no running score, no unreleased result.
/** The sections that every seat receives alike. */
export function buildPanelView(state: EventState): PanelView {
  const step = stageStep(state);
  const round = roundOnPanel(state);
  return {
    event: eventView(state.definition),
    stage: {
      stepName: step?.name ?? null,
      unit: unitView(state.definition, step?.unit ?? null),
      position: step?.unit ? positionView(state.definition, step.unit) : null,
      task: taskOf(state, round),
    },
    timer: timerView(state),
    ballot: round && ballotForm(state, round),
  };
}

function storedBallot(state: EventState, seat: SeatId): StoredBallotView | null {
  const round = roundOnPanel(state);
  const stored = round?.ballots[seat];
  if (!round || !stored) return null;
  return {
    round: round.id,
    opening: stored.opening,
    ballotNumber: stored.ballotNumber,
    values: stored.values,
    total: ballotTotal(stored.values),
    code: ballotCheckCode(stored.signed),
    signed: stored.signed,
  };
}

/** The sections of one paired seat alone; null if the seat doesn't exist or holds no device. */
export function buildSeatView(state: EventState, id: SeatId): SeatView | null {
  const seat = seatOf(state, id);
  const device = state.seatDevices[id];
  const group = state.definition.groups.find((candidate) => candidate.id === seat?.group);
  if (!seat || !device || !group) return null;
  return {
    seat: { id: seat.id, number: seat.number, group: group.name, device: device.device },
    mine: storedBallot(state, id),
  };
}
