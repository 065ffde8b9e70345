import { unreachable } from '../kernel/unreachable.ts';
import { withoutStaleClose } from './closing.ts';
import { chairsDevice, type DomainEvent, type EventOf, type RecordedEvent } from './events.ts';
import { measureRecorded, pointsGiven, tieDecided } from './evolutions/beside-evolution.ts';
import { changeOf } from './evolutions/change-log.ts';
import { seatLeft, seatReturned } from './evolutions/presence-evolution.ts';
import { changeCount, countOf, resultLooked, roundsCounted } from './evolutions/result-evolution.ts';
import {
  ballotReturned,
  ballotStored,
  changeRound,
  expectedLowered,
  paperBallotEntered,
  recusalWithdrawn,
  roundOpened,
  roundReopened,
  roundVoided,
  schemeChanged,
  seatRecused,
  unitExited,
  unitReinstated,
  withoutCount,
} from './evolutions/round-evolution.ts';
import {
  changeClock,
  clockGapNoted,
  clockGapSettled,
  stageRedone,
  stageUndone,
  stepEntered,
  stopClocks,
  timeAdded,
  timerRestarted,
} from './evolutions/stage-evolution.ts';
import { versionOpened } from './evolutions/version-evolution.ts';
import { settleAbsences } from './presence.ts';
import { revealedWithDivision } from './reveal-order.ts';
import { noteSameMachine } from './same-machine.ts';
import { emptyStage } from './stage.ts';
import { type Curtain, chairOf, type EventState } from './state.ts';
import { pauseClock, resumeClock } from './timer.ts';

function created(event: EventOf<'EventCreated'>, recorded: RecordedEvent): EventState {
  return {
    definition: event.definition,
    schemeHash: event.schemeHash,
    phase: 'prepared',
    stage: emptyStage,
    rounds: {},
    roundOrder: [],
    notCalled: [],
    recusals: [],
    exits: [],
    absences: [],
    measures: {},
    attemptMeasures: {},
    facts: {},
    adjustments: [],
    adjustmentCount: 0,
    tieDecisions: [],
    counts: 0,
    changes: [],
    looks: [],
    proposals: [],
    proposalCount: 0,
    lastSecond: null,
    whatIfs: [],
    versions: [],
    schemes: [{ scheme: event.definition.scheme, hash: event.schemeHash, orderedBy: '', reason: '' }],
    result: { kind: 'none' },
    entrants: null,
    attachments: [],
    curtain: { kind: 'open' },
    bell: 0,
    prompt: null,
    promptCount: 0,
    seatDevices: {},
    screens: [],
    sameMachine: { screens: [], hasSigned: false },
    cardsPrinted: false,
    gap: null,
    undo: [],
    redo: [],
    lastEntry: recorded.n,
  };
}

function screenAdmitted(state: EventState, event: EventOf<'ScreenAdmitted'>): EventState {
  const { kind: _, screen: id, ...device } = event;
  return { ...state, screens: [...state.screens, { id, ...device }] };
}

function screenDismissed(state: EventState, { screen }: EventOf<'ScreenDismissed'>): EventState {
  const { result } = state;
  const isChair = chairOf(state)?.id === screen;
  return {
    ...state,
    screens: state.screens.filter(({ id }) => id !== screen),
    // CHAIR-4: nobody is left who could be asked.
    result: isChair && result.kind === 'counted' ? { ...result, chairAsked: null } : result,
  };
}

// CURTAIN-1
function curtainOf(state: EventState, kind: Curtain['kind']): Curtain {
  if (kind !== 'frozen') return { kind };
  return { kind: 'frozen', picture: { stage: state.stage, rounds: state.rounds, result: state.result } };
}

function apply(
  state: EventState,
  event: Exclude<DomainEvent, { kind: 'EventCreated' }>,
  recorded: RecordedEvent,
): EventState {
  switch (event.kind) {
    case 'StepEntered':
      return stepEntered(state, event, recorded);
    case 'TimerPaused':
      return changeClock(state, recorded, 'pause', (clock) => pauseClock(clock, recorded.at));
    case 'TimerResumed':
      return changeClock(state, recorded, 'resume', (clock) => resumeClock(clock, recorded.at));
    case 'TimeAdded':
      return timeAdded(state, event, recorded);
    case 'TimerRestarted':
      return timerRestarted(state, recorded);
    case 'StageUndone':
      return stageUndone(state, event);
    case 'StageRedone':
      return stageRedone(state, event, recorded);
    case 'RoundOpened':
      return roundOpened(state, event);
    case 'RoundLocked':
      return changeRound(state, event.round, (round) => ({ ...round, state: 'locked' }));
    case 'RoundReopened':
      return roundReopened(state, event);
    case 'RoundVoided':
      return roundVoided(state, event);
    case 'PaperBallotEntered':
      return paperBallotEntered(state, event);
    case 'BallotReturned':
      return ballotReturned(state, event);
    case 'ExpectedLowered':
      return expectedLowered(state, event);
    case 'MeasureRecorded':
      return measureRecorded(state, event);
    case 'PointsGiven':
      return pointsGiven(state, event);
    case 'PointsWithdrawn':
      return {
        ...state,
        adjustments: state.adjustments.filter(({ id }) => id !== event.adjustment),
      };
    case 'TieDecided':
      return tieDecided(state, event);
    // BESIDE-3
    case 'TieDropped':
      return {
        ...state,
        tieDecisions: state.tieDecisions.filter(({ units }) => units.join() !== event.units.join()),
      };
    case 'EntrantsChosen': {
      const { units, reason } = event;
      return { ...state, entrants: { units, reason } };
    }
    case 'CountTakenBack':
      return withoutCount(state);
    case 'SeatRecused':
      return seatRecused(state, event);
    case 'RecusalWithdrawn':
      return recusalWithdrawn(state, event);
    case 'SeatLeft':
      return seatLeft(state, event, recorded);
    case 'SeatReturned':
      return seatReturned(state, event, recorded);
    case 'UnitExited':
      return unitExited(state, event);
    case 'UnitReinstated':
      return unitReinstated(state, event);
    case 'SchemeChanged':
      return schemeChanged(state, event);
    case 'CountCoSigned':
      return changeCount(state, () => ({
        coSigned: { screen: event.screen, figures: event.figures, wall: recorded.wall },
      }));
    case 'CountObjected':
      return changeCount(state, () => ({
        objection: {
          screen: event.screen,
          reason: event.reason,
          overridden: null,
          overriddenBy: null,
        },
      }));
    case 'ObjectionWithdrawn':
      return changeCount(state, () => ({ objection: null, chairAsked: null }));
    case 'ObjectionOverridden':
      return changeCount(state, ({ objection }) => ({
        objection: objection && {
          ...objection,
          overridden: event.reason,
          overriddenBy: chairsDevice(event),
        },
        chairAsked: null,
      }));
    case 'ChairAsked':
      return changeCount(state, () => ({ chairAsked: { about: event.about, wall: recorded.wall } }));
    case 'ResultLooked':
      return resultLooked(state, event, recorded);
    case 'ActProposed':
      return {
        ...state,
        proposalCount: event.proposal,
        proposals: [...state.proposals, { id: event.proposal, act: event.act, reason: event.reason }],
      };
    case 'ActSeconded':
      return {
        ...state,
        lastSecond: { proposal: event.proposal, screen: event.screen },
        proposals: state.proposals.filter(({ id }) => id !== event.proposal),
      };
    case 'ActDropped':
      return { ...state, proposals: state.proposals.filter(({ id }) => id !== event.proposal) };
    case 'WhatIfAnswered': {
      const { kind: _, ...answer } = event;
      return { ...state, whatIfs: [...state.whatIfs, answer] };
    }
    case 'LateBallotVoided':
      return state;
    case 'BallotStored':
      return ballotStored(state, event);
    case 'MissingDecided':
      return changeRound(state, event.round, (round) => ({
        ...round,
        decisions: [...round.decisions, ...event.decisions],
      }));
    case 'DecisionWithdrawn':
      return changeRound(state, event.round, (round) => ({
        ...round,
        decisions: round.decisions.filter((d) => d.seat !== event.seat),
      }));
    case 'RoundsCounted':
      return roundsCounted(state, event);
    case 'ResultReleased': {
      const revealed = event.reveal === 'all' ? revealedWithDivision(event.figures, 0) : 0;
      return {
        ...state,
        result: {
          ...countOf(state),
          kind: 'released',
          figures: event.figures,
          revealed,
          chairAsked: null,
          releasedBy: chairsDevice(event),
        },
        // RESULT-9: who was asked about a held count was not asked to take back a published one.
        proposals: [],
        // UNDO-3: nothing before a release can be undone.
        undo: [],
        redo: [],
      };
    }
    // RESULT-13
    case 'ProtocolAttached': {
      const { kind: _, ...attached } = event;
      const attachment = { n: recorded.n, wall: recorded.wall, ...attached };
      return { ...state, attachments: [...state.attachments, attachment] };
    }
    case 'RevealStepTaken':
    case 'RevealStepReturned':
      if (state.result.kind !== 'released') throw new Error('nothing is released');
      return { ...state, result: { ...state.result, revealed: event.revealed } };
    case 'CurtainChanged':
      return { ...state, curtain: curtainOf(state, event.curtain) };
    case 'BellRung':
      return { ...state, bell: state.bell + 1 };
    case 'PromptSent':
      return {
        ...state,
        promptCount: event.message,
        prompt: { id: event.message, text: event.text, sentWall: recorded.wall, acknowledgedWall: null },
      };
    case 'PromptAcknowledged':
      if (!state.prompt) throw new Error('no message to acknowledge');
      return { ...state, prompt: { ...state.prompt, acknowledgedWall: recorded.wall } };
    case 'PromptCleared':
      return { ...state, prompt: null };
    case 'SeatPaired':
      return {
        ...state,
        seatDevices: {
          ...state.seatDevices,
          [event.seat]: { device: event.device, publicKey: event.publicKey },
        },
      };
    case 'ScreenAdmitted':
      return screenAdmitted(state, event);
    case 'ScreenDismissed':
      return screenDismissed(state, event);
    case 'CardsPrinted':
      return { ...state, cardsPrinted: true };
    case 'ClockGapNoted':
      return clockGapNoted(state, event);
    case 'ClockGapSettled':
      return clockGapSettled(state, event, recorded);
    // TIME-1
    case 'WallClockMoved':
    case 'CommandDropped':
      return state;
    // EVENT-3
    case 'EventClosed':
      return { ...stopClocks(state, recorded.at), phase: 'closed', gap: null, proposals: [] };
    case 'VersionOpened':
      return versionOpened(state, event, recorded);
    default:
      return unreachable(event);
  }
}

// EVENT-1
/**
 * The state after one recorded event; null before `EventCreated`. Pure, so replay and live agree.
 * Throws on a log whose events can't follow one another: such a log isn't ours.
 */
export function evolve(state: EventState | null, recorded: RecordedEvent): EventState {
  const { event } = recorded;
  if (event.kind === 'EventCreated') {
    if (state) throw new Error(`entry ${recorded.n}: the event was created twice`);
    return created(event, recorded);
  }
  if (!state) throw new Error(`entry ${recorded.n}: ${event.kind} before the event was created`);
  const next = settleAbsences(state, apply(state, event, recorded));
  const change = changeOf(state, recorded);
  return withoutStaleClose({
    ...next,
    sameMachine: noteSameMachine(next, event),
    ...(change && { changes: [...next.changes, change] }),
    lastEntry: recorded.n,
  });
}
